using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;
using Passerelle.Projects.Contract;

namespace Passerelle.Projects.Pages;

/// <summary>The public list of projects: by axis, life and words.</summary>
public sealed partial class ProjectsPage
{
    private const int PerPage = 24;

    public sealed record View(string? Words, string? Axis, string? Life, IReadOnlyList<ProjectCard> Projects, int Count, int Page, int Pages, ProgrammeView Programme, IReadOnlyDictionary<Guid, GroupCard> Groups);

    public static async Task<IResult> Get(Visit visit, ProjectList projects, GroupList groups, Programmes programmes, HttpContext http)
    {
        var stop = http.RequestAborted;
        var (programme, circles) = (await programmes.Current(stop), await groups.All(stop));
        var (words, axis, life) = (visit.Query("q"), visit.Query("axis"), visit.Query<Phase>("life"));
        var wanted = Fold.Of(words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = (await projects.All(stop))
            .Where(p => axis is null || (circles[p.LeadGroup].Theme is { } theme && programme.AxisOf(theme)?.Code == axis))
            .Where(p => life is null || p.Phase == life)
            .Where(p => wanted.All(w => p.Name.Versions.Concat(p.Summary.Versions).Any(v => Fold.Of(v.Value).Contains(w, StringComparison.Ordinal))))
            .OrderBy(p => !p.IsOpen).ThenBy(p => p.Here, StringComparer.CurrentCulture).ToList();
        var pages = Math.Max(1, (found.Count + PerPage - 1) / PerPage);
        return Show(new(words, axis, life?.ToString(), [.. found.Skip((visit.PageNumber - 1) * PerPage).Take(PerPage)], found.Count, visit.PageNumber, pages, programme, circles));
    }
}
