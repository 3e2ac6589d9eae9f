using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Tasks.Contract;

namespace Passerelle.Dashboard;

/// <summary>What one coordinator carries today.</summary>
/// <param name="Who">Null for the groups that nobody coordinates.</param>
/// <param name="Lines">The action groups in their charge, those that fare worst first.</param>
/// <param name="Tasks">What they are asked to do.</param>
public sealed record Load(PersonCard? Who, IReadOnlyList<DashboardLine> Lines, TaskCount Tasks)
{
    public int Groups => Lines.Count(l => !l.Row.Paused);

    /// <summary>Groups at work whose health is not good, or was not said for long, or whose pair is incomplete.</summary>
    public int Troubled => Lines.Count(l => l.Troubles.Count > 0);

    public int Projects => Lines.Sum(l => l.Row.Projects);

    public int Late => Lines.Sum(l => l.Row.Late);
}

/// <summary>The groups, projects and tasks of each coordinator, so that the Director spreads the work.</summary>
internal sealed class Workload(DashboardReading reading, People people, TaskDesk tasks, Clock clock)
{
    /// <summary>Everyone who coordinates, the most groups first; then what nobody coordinates, if there is such. A group with two coordinators counts for each.</summary>
    public async Task<IReadOnlyList<Load>> Today(CancellationToken stop)
    {
        var lines = await reading.Lines(clock.Today, stop);
        var holders = await people.WithRole(Role.Coordinator, stop);
        var others = await people.Cards(lines.SelectMany(l => l.Row.Coordinators).Except(holders.Select(h => h.Id)), stop);
        List<PersonCard> all = [.. holders, .. others.Values];
        var asked = await tasks.CountsOf([.. all.Select(p => p.Id)], clock.Today, stop);
        var loads = all.Select(p => new Load(p, lines.Where(l => l.Row.Coordinators.Contains(p.Id)).WorstFirst(), asked.GetValueOrDefault(p.Id) ?? TaskCount.None));
        var free = lines.Where(l => l.Row.Coordinators.Count == 0).WorstFirst();
        return
        [
            .. loads.OrderByDescending(l => l.Groups).ThenByDescending(l => l.Late).ThenByDescending(l => l.Tasks.Open).ThenBy(l => l.Who!.Name, StringComparer.CurrentCulture),
            .. free.Count == 0 ? Array.Empty<Load>() : [new Load(null, free, TaskCount.None)],
        ];
    }
}
