using Passerelle.ActionGroups.Contract;
using Passerelle.Participation.Contract;
using Passerelle.Platform.Localization;
using Passerelle.Programme.Contract;
using Passerelle.Projects.Contract;
using static Passerelle.Dashboard.Texts;

namespace Passerelle.Dashboard;

/// <summary>Something that does not go on without somebody's decision.</summary>
/// <param name="Kind">The key of its words.</param>
/// <param name="IsGrave">It stands first, in red.</param>
public sealed record Decision(string Kind, LocalizedText About, string Path, bool IsGrave)
{
    public string What => T($"decision.{Kind}");
}

/// <summary>What needs a decision, gravest first: read from the rows where they know it, and from those who hold it.</summary>
internal sealed class Decisions(GroupSteering groups, ProjectFigures projects, ActionCarriers carriers, IdeasToDecide ideas)
{
    public async Task<IReadOnlyList<Decision>> Of(IReadOnlyList<DashboardLine> lines, ProgrammeView programme, CancellationToken stop)
    {
        var carried = await carriers.Of(programme.Year, stop);
        return
        [
            .. lines.Where(l => l.Row.Health == HealthLevel.Blocked && !l.Row.Paused).Select(l => new Decision("blocked", l.Row.Name, $"/desk/groups/{l.Slug}", true)),
            .. lines.Where(l => l.Row.IsPairRed(l.Day)).Select(l => new Decision("pair", l.Row.Name, $"/desk/groups/{l.Slug}", true)),
            .. programme.Actions.Where(a => !carried.ContainsKey(a.Code)).Select(a => new Decision("free", a.Title, $"/programme/actions/{a.Code}", true)),
            .. (await groups.Undecided(stop)).Select(u => new Decision(u.IsNew ? "create" : "appoint", u.Group, u.Path, false)),
            .. (await projects.Undecided(stop)).Select(p => new Decision(p.IsJudged ? "sign" : "judge", p.Project, p.Path, false)),
            .. (await ideas.All(stop)).Select(i => new Decision("idea", i.Title, i.Path, false)),
        ];
    }
}
