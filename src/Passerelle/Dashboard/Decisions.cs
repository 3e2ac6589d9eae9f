using Passerelle.ActionGroups.Contract;
using Passerelle.Participation.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Localization;
using Passerelle.Programme.Contract;
using Passerelle.Projects.Contract;
using Passerelle.Territory.Contract;
using static Passerelle.Dashboard.Texts;

namespace Passerelle.Dashboard;

/// <summary>By what the dashboard is narrowed: the axis and the sides of a group, and who coordinates it.</summary>
public sealed record Place(string? Axis, IReadOnlyCollection<string> Sides, IReadOnlyCollection<Guid> Coordinators)
{
    /// <param name="theme">The group's theme, by its code.</param>
    /// <param name="communes">The communes it concerns, by their codes.</param>
    /// <param name="coordinators">Who is in charge of it.</param>
    /// <param name="programme">The programme in force.</param>
    /// <param name="sideOf">The side of each commune.</param>
    public static Place Of(string? theme, IEnumerable<string> communes, IReadOnlyCollection<Guid> coordinators, ProgrammeView programme, IReadOnlyDictionary<string, string> sideOf) =>
        new(theme is null ? null : programme.AxisOf(theme)?.Code, [.. communes.Select(c => sideOf.GetValueOrDefault(c)).OfType<string>().Distinct().Order()], coordinators);
}

/// <summary>Something that does not go on without somebody's decision.</summary>
/// <param name="Kind">The key of its words.</param>
/// <param name="At">Where its group stands; for what belongs to none, as much as is known.</param>
/// <param name="IsGrave">It stands first, in red.</param>
public sealed record Decision(string Kind, LocalizedText About, string Path, Place At, bool IsGrave)
{
    public string What => T($"decision.{Kind}");
}

/// <summary>What needs a decision, gravest first: read from the rows where they know it, and from those who hold it.</summary>
internal sealed class Decisions(
    GroupSteering groups, GroupList cards, ProjectFigures projects, ActionCarriers carriers, IdeasToDecide ideas, LinksForPartners links, Communes communes, Clock clock)
{
    /// <param name="lines">The rows of today, all of them.</param>
    /// <param name="programme">The programme in force.</param>
    /// <param name="forPartners">Also what the Director may accept on a partner's behalf.</param>
    /// <param name="stop">Stops the reading.</param>
    public async Task<IReadOnlyList<Decision>> Of(IReadOnlyList<DashboardLine> lines, ProgrammeView programme, bool forPartners, CancellationToken stop)
    {
        var carried = await carriers.Of(programme.Year, stop);
        var at = await Places(lines, programme, stop);
        return
        [
            .. lines.Where(l => l.Row.Health == HealthLevel.Blocked && !l.Row.Paused).Select(l => new Decision("blocked", l.Row.Name, $"/desk/groups/{l.Slug}", l.At, true)),
            .. lines.Where(l => l.Row.IsPairRed(l.Day)).Select(l => new Decision("pair", l.Row.Name, $"/desk/groups/{l.Slug}", l.At, true)),
            .. programme.Actions.Where(a => !carried.ContainsKey(a.Code)).Select(a => new Decision("free", a.Title, $"/programme/actions/{a.Code}", new(programme.AxisOf(a.Theme)?.Code, [], []), true)),
            .. (await groups.Undecided(stop)).Select(u => new Decision(u.IsNew ? "create" : "appoint", u.Group, u.Path, at(u.Id), false)),
            .. (await projects.Undecided(stop)).Select(p => new Decision(p.IsJudged ? "sign" : "judge", p.Project, p.Path, at(p.Group), false)),
            .. (await ideas.All(stop)).Select(i => new Decision("idea", i.Title, i.Path, at(i.Group), false)),
            .. forPartners ? (await links.Waiting(stop)).Select(l => new Decision("link", l.From, l.Path, at(l.Group), false)) : [],
        ];
    }

    /// <summary>Where a group stands: one that has no row, such as one that is proposed, has nobody who coordinates it yet.</summary>
    private async Task<Func<Guid?, Place>> Places(IReadOnlyList<DashboardLine> lines, ProgrammeView programme, CancellationToken stop)
    {
        var rows = lines.ToDictionary(l => l.Row.GroupId, l => l.At);
        var (known, sides) = (await cards.All(stop), (await communes.On(clock.Today, stop)).All.ToDictionary(c => c.Code, c => c.Side));
        return id => id is not { } group || known.Present(group) is not { } card ? new(null, [], [])
            : rows.GetValueOrDefault(card.Id)
                ?? Place.Of(card.Theme, card.Communes, [], programme, sides);
    }
}
