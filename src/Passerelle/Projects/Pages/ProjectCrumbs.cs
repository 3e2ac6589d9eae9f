using Passerelle.Accounts.Contract;
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

    /// <summary>By the list of projects for who steers; a co-lead reads a project's pages without it.</summary>
    public static IReadOnlyList<Crumb> Way(this Project project, Visit visit, params IEnumerable<Crumb> further) =>
    [
        .. visit.Is(Role.Director, Role.Coordinator) ? [new Crumb(T("projects"), Href.To("/desk/projects"))] : Array.Empty<Crumb>(),
        new(project.Here(), project.Desk()), .. further,
    ];
}
