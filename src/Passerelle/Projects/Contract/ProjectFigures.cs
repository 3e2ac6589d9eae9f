using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Projects.Contract;

/// <summary>What the projects that a group leads come to on a day. Amounts are cents, of projects that were not abandoned.</summary>
/// <param name="Open">Projects at work.</param>
/// <param name="Completed">Projects that ended with a result.</param>
/// <param name="Late">Open stages that were due before the day.</param>
/// <param name="Results">Accepted pieces of evidence.</param>
/// <param name="Next">The open stage that is due first.</param>
public sealed record GroupFigures(int Open, int Completed, int Late, int Results, long Planned, long Committed, long Spent, NextStage? Next)
{
    public static GroupFigures None { get; } = new(0, 0, 0, 0, 0, 0, 0, null);
}

public sealed record NextStage(LocalizedText Title, DateOnly Due, string Project);

/// <summary>Evidence to be judged, or a result to be signed for: the project and where it is done.</summary>
/// <param name="Group">The group that leads the project.</param>
public sealed record OpenProof(Guid Group, LocalizedText Project, string Path, bool IsJudged);

/// <summary>
/// The figures of all groups' projects, for the agency's overview. Today's are read once and kept until an event of a
/// project or stage, or the day, changes them: thousands of projects are not counted again for each reader.
/// </summary>
public sealed class ProjectFigures : IDisposable
{
    private static readonly string[] Tags = ["project", "stage"];
    private readonly KeptReading<Reading> _today;
    private readonly IServiceScopeFactory _scopes;
    private readonly Clock _clock;

    public ProjectFigures(IServiceScopeFactory scopes, Generations generations, Clock clock) =>
        (_scopes, _clock, _today) = (scopes, clock, new(scopes, generations, Tags, async (db, stop) => new(await Groups(db, clock.Today, stop), await Proofs(db, stop)), clock));

    /// <summary>An amount of cents, as the reader's language writes it.</summary>
    public static string Amount(long cents) => new Money(cents).ToString();

    /// <summary>By group; a group without projects is absent.</summary>
    public async Task<IReadOnlyDictionary<Guid, GroupFigures>> On(DateOnly day, CancellationToken stop = default)
    {
        if (day == _clock.Today)
        {
            return (await _today.Get(stop)).Groups;
        }

        await using var scope = _scopes.CreateAsyncScope();
        return await Groups(scope.ServiceProvider.GetRequiredService<PlatformDb>(), day, stop);
    }

    /// <summary>What is offered as evidence and waits for a judgement; and what is accepted and waits for signatures.</summary>
    public async Task<IReadOnlyList<OpenProof>> Undecided(CancellationToken stop = default) => (await _today.Get(stop)).Proofs;

    public void Dispose() => _today.Dispose();

    private static async Task<IReadOnlyDictionary<Guid, GroupFigures>> Groups(PlatformDb db, DateOnly day, CancellationToken stop)
    {
        var projects = await db.Set<Project>().AsNoTracking().Where(p => p.Phase != Phase.Abandoned).Select(p => new
        {
            p.Id,
            p.Slug,
            p.LeadGroup,
            p.Phase,
            Results = p.Proofs.Count(e => e.AcceptedAt != null),
            Planned = p.Budget.Sum(b => b.Planned),
            Committed = p.Budget.Sum(b => b.Committed),
            Spent = p.Budget.Sum(b => b.Spent),
        }).ToListAsync(stop);
        var open = await db.Set<Stage>().StillOpen()
            .GroupBy(s => s.ProjectId).Select(g => new { Project = g.Key, First = g.Min(s => s.Due), Late = g.Count(s => s.Due < day) }).ToDictionaryAsync(s => s.Project, stop);
        // The project of each group whose stage is due first is known by now: the words are read for these alone.
        var first = projects.Where(p => open.ContainsKey(p.Id)).GroupBy(p => p.LeadGroup).Select(g => g.MinBy(p => open[p.Id].First)!.Id).ToList();
        var next = await db.NextStages(first, stop);
        return projects.GroupBy(p => p.LeadGroup).ToDictionary(g => g.Key, g => new GroupFigures(
            g.Count(p => p.Phase != Phase.Completed), g.Count(p => p.Phase == Phase.Completed), g.Sum(p => open.GetValueOrDefault(p.Id)?.Late ?? 0),
            g.Sum(p => p.Results), g.Sum(p => p.Planned), g.Sum(p => p.Committed), g.Sum(p => p.Spent),
            g.Select(p => next.TryGetValue(p.Id, out var stage) ? new NextStage(stage.Title, stage.Due, p.Slug) : null).FirstOrDefault(n => n is not null)));
    }

    private static async Task<IReadOnlyList<OpenProof>> Proofs(PlatformDb db, CancellationToken stop)
    {
        var projects = await db.Set<Project>().AsNoTracking().Where(p => p.Phase == Phase.Imagine || p.Phase == Phase.Develop || p.Phase == Phase.Complete)
            .Where(p => p.Proofs.Any(e => e.RefusedAt == null))
            .Select(p => new { p.LeadGroup, p.Name, p.Slug, Offered = p.Proofs.Any(e => e.AcceptedAt == null && e.RefusedAt == null) }).ToListAsync(stop);
        return [.. projects.Select(p => new OpenProof(p.LeadGroup, p.Name, $"/desk/projects/{p.Slug}", IsJudged: !p.Offered))];
    }

    private sealed record Reading(IReadOnlyDictionary<Guid, GroupFigures> Groups, IReadOnlyList<OpenProof> Proofs);
}
