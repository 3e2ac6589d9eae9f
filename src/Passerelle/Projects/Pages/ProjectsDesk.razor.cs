using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Web;
using Passerelle.Projects.Contract;

namespace Passerelle.Projects.Pages;

/// <summary>The projects as the agency works with them: own ones first, late ones first among them.</summary>
public sealed partial class ProjectsDesk
{
    public sealed record View(IReadOnlyList<ProjectCard> Projects, IReadOnlyDictionary<Guid, GroupCard> Groups, IReadOnlySet<Guid> Mine, bool OnlyMine);

    public static async Task<IResult> Get(Visit visit, ProjectList projects, GroupList groups, OwnGroups own, HttpContext http)
    {
        if (!visit.Is(Role.Director, Role.Coordinator))
        {
            return visit.Refuse();
        }

        var stop = http.RequestAborted;
        var all = await projects.All(stop);
        var mine = await own.Coordinated(stop);
        var onlyMine = visit.Query("mine") == "1";
        return Show(new(
            [.. all.Where(p => !onlyMine || mine.Contains(p.LeadGroup)).OrderBy(p => !p.IsOpen).ThenBy(p => !mine.Contains(p.LeadGroup)).ThenByDescending(p => p.Late).ThenBy(p => p.Here, StringComparer.CurrentCulture)],
            await groups.All(stop), mine, onlyMine));
    }
}
