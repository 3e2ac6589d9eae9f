using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Platform.Web.Components;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>The way to a presentation, and its name.</summary>
internal static class PresentationWays
{
    public static string Here(this OpenPresentation open) => T("presentation.name", open.Subject.Read(Language.Content).Value, open.Audience.Read(Language.Content).Value);

    public static string Path(this Presentation presentation, string page = "") => $"/desk/presentations/{presentation.Id}{page}";

    public static string Desk(this OpenPresentation open, string page = "") => Href.To(open.Presentation.Path(page));

    public static IReadOnlyList<Crumb> Way(this OpenPresentation open) => [new(T("presentations"), Href.To("/desk/presentations")), new(open.Here(), open.Desk())];

    /// <summary>Where what is presented can be read by everybody.</summary>
    public static string Public(this OpenPresentation open) => Href.To(open.Project is { } project ? $"/projects/{project.Slug}" : $"/groups/{open.Group.Slug}");

    public static string FileHref(this Presentation presentation, Guid file) => Href.To($"/presentations/{presentation.Id}/files/{file}");

    public static string TagKind(this OpenPresentation open) => open.Presentation.State switch
    {
        PresentationState.Ready or PresentationState.Given => "right",
        PresentationState.Cancelled => "neutral",
        _ => "attention",
    };
}
