using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Programme.Contract;
using Passerelle.Projects.Contract;
using Passerelle.Territory.Contract;
using Passerelle.Translation.Contract;

namespace Passerelle.Dashboard;

/// <summary>The rows of the general dashboard: of today as everything stands, of a past day as they were kept.</summary>
internal sealed class DashboardReading(
    PlatformDb db, GroupSteering groups, GroupList cards, ProjectFigures projects, Programmes programmes, Communes communes, HealthShelf health, DashboardShelf shelf, People people, WaitingTexts texts, ProjectList list, Clock clock)
{
    /// <summary>The rows of a day, in words, with the present addresses; none before the first day that was kept.</summary>
    public async Task<IReadOnlyList<DashboardLine>> Lines(DateOnly day, CancellationToken stop = default)
    {
        var (present, rows) = (await cards.All(stop), await On(day, stop));
        var names = await people.Cards(rows.SelectMany(r => r.Coordinators), stop);
        return [.. rows.Select(r => new DashboardLine(r, day, present[r.GroupId].Slug, string.Join(", ", r.Coordinators.Select(c => names.NameOf(c)).OfType<string>())))];
    }

    /// <summary>The first day whose dashboard can be seen again.</summary>
    public Task<DateOnly?> FirstKept(CancellationToken stop = default) => db.Set<DashboardRow>().MinAsync(r => (DateOnly?)r.From, stop);

    /// <summary>At the end of a day, keeps what it says; a row that says the same as the one before goes on.</summary>
    public async Task Keep(DateOnly day, CancellationToken stop)
    {
        var last = await db.Set<DashboardRow>().Where(r => r.Until == null).ToDictionaryAsync(r => r.GroupId, stop);
        var made = await Made(day, stop);
        var rows = made.Where(row => !last.TryGetValue(row.GroupId, out var before) || (before.From < day && !before.SaysTheSameAs(row))).ToList();
        var goOn = made.Except(rows).Select(r => r.GroupId).ToHashSet();
        foreach (var over in last.Values.Where(r => r.From < day && !goOn.Contains(r.GroupId)))
        {
            over.Until = day;
        }

        db.AddRange(rows);
        await db.SaveChangesAsync(stop);
    }

    private async Task<IReadOnlyList<DashboardRow>> On(DateOnly day, CancellationToken stop) =>
        day >= clock.Today ? await shelf.Today(stop)
            : await db.Set<DashboardRow>().AsNoTracking().Where(r => r.From <= day && (r.Until == null || r.Until > day)).ToListAsync(stop);

    /// <summary>The rows as everything stands, with lateness and health by a day.</summary>
    internal async Task<IReadOnlyList<DashboardRow>> Made(DateOnly day, CancellationToken stop)
    {
        var said = day >= clock.Today ? await health.Last(stop) : await HealthShelf.Read(db, day, stop);
        var figures = await projects.On(day, stop);
        var programme = await programmes.Current(stop);
        var waiting = (await Waiting(stop)).ToLookup(w => w.Group, w => w.Count);
        var sides = (await communes.On(day, stop)).All.ToDictionary(c => c.Code, c => c.Side);
        return [.. (await groups.On(day, stop)).Select(g =>
        {
            var (last, sum, at) = (said.GetValueOrDefault(g.Id), figures.GetValueOrDefault(g.Id) ?? GroupFigures.None, Place.Of(g.Theme, g.Communes, g.Coordinators, programme, sides));
            return new DashboardRow
            {
                GroupId = g.Id,
                From = day,
                Name = g.Name,
                Axis = at.Axis,
                Sides = [.. at.Sides],
                Coordinators = [.. g.Coordinators],
                Phase = g.Phase,
                Paused = g.Paused,
                Health = last?.Level,
                HealthWords = last?.Words ?? LocalizedText.Empty(),
                HealthOn = last?.On,
                NextStage = sum.Next?.Title ?? LocalizedText.Empty(),
                NextDue = sum.Next?.Due,
                NextProject = sum.Next?.Project,
                Late = sum.Late,
                CoLeads = g.CoLeads,
                PairIncompleteSince = g.PairIncompleteSince,
                Lacking = [.. g.Lacking],
                Projects = sum.Open,
                Completed = sum.Completed,
                Results = sum.Results,
                Planned = sum.Planned,
                Committed = sum.Committed,
                Spent = sum.Spent,
                Waiting = waiting[g.Id].Sum(),
            };
        })];
    }

    /// <summary>The texts of a project count with the group that leads it.</summary>
    private async Task<IEnumerable<(Guid Group, int Count)>> Waiting(CancellationToken stop)
    {
        var led = await list.ById(stop);
        return (await texts.ByThing(stop)).Select(t => (led.TryGetValue(t.Key, out var project) ? project.LeadGroup : t.Key, t.Value));
    }
}
