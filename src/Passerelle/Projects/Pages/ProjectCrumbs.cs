using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Platform.Web.Components;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>The way to a project, in the workspace.</summary>
internal static class ProjectCrumbs
{
    public static string Here(this Project project) => project.Name.Read(Language.Content).Value;

    public static string Desk(this Project project, string page = "") => Href.To($"/desk/projects/{project.Slug}{page}");

    public static IReadOnlyList<Crumb> Way(this Project project) => [new(T("projects"), Href.To("/desk/projects")), new(project.Here(), project.Desk())];
}
