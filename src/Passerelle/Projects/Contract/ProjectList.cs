using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Projects.Contract;

/// <summary>What others may know of a project.</summary>
/// <param name="Late">How many of its stages are late today.</param>
public sealed record ProjectCard(
    Guid Id, string Slug, LocalizedText Name, LocalizedText Summary, Guid LeadGroup, IReadOnlyList<Guid> Groups, IReadOnlyList<string> Communes,
    Phase Phase, DateOnly? EndedOn, DateOnly? Horizon, int Stages, int StagesDone, int Late, StageCard? Next)
{
    /// <summary>It says what its result will be.</summary>
    public bool HasCriterion { get; init; }

    public string Here => Name.Read(Language.Content).Value;

    public bool IsOpen => Phase is Phase.Imagine or Phase.Develop or Phase.Complete;

    public bool Concerns(Guid group) => LeadGroup == group || Groups.Contains(group);
}

/// <summary>A stage as lists show it.</summary>
public sealed record StageCard(Guid Id, LocalizedText Title, DateOnly Due, Guid? Owner);

/// <summary>All projects in short: read once and kept until an event of a project or stage, or the day, changes them.</summary>
public sealed class ProjectList : IDisposable
{
    private static readonly string[] Tags = ["project", "stage"];
    private readonly KeptReading<Shelf> _shelf;

    public ProjectList(IServiceScopeFactory scopes, Generations generations, Clock clock) =>
        _shelf = new(scopes, generations, Tags, async (db, stop) => new(await Read(db, clock.Today, stop)), clock);

    /// <summary>Every project, those that ended too, by the order of their addresses.</summary>
    public async ValueTask<IReadOnlyList<ProjectCard>> All(CancellationToken stop = default) => (await _shelf.Get(stop)).All;

    public async ValueTask<IReadOnlyDictionary<Guid, ProjectCard>> ById(CancellationToken stop = default) => (await _shelf.Get(stop)).ById;

    /// <summary>Those that a group leads or has a part in.</summary>
    public async ValueTask<IEnumerable<ProjectCard>> Of(Guid group, CancellationToken stop = default) => (await _shelf.Get(stop)).ByGroup[group];

    public void Dispose() => _shelf.Dispose();

    /// <summary>Stages are counted by the database: of thirty thousand, only the words of those due next are read.</summary>
    private static async Task<IReadOnlyList<ProjectCard>> Read(PlatformDb db, DateOnly today, CancellationToken stop)
    {
        var projects = await db.Set<Project>().AsNoTracking().OrderBy(p => p.Slug).ToListAsync(stop);
        var counts = await db.Set<Stage>().GroupBy(s => s.ProjectId).Select(g => new
        {
            Project = g.Key,
            All = g.Count(s => s.State != StageState.Dropped),
            Done = g.Count(s => s.State == StageState.Done),
            Late = g.Count(s => (s.State == StageState.Planned || s.State == StageState.Underway) && s.Due < today),
        }).ToDictionaryAsync(s => s.Project, stop);
        var next = await db.NextStages(null, stop);
        return [.. projects.Select(p =>
        {
            var (count, first) = (counts.GetValueOrDefault(p.Id), next.GetValueOrDefault(p.Id));
            return new ProjectCard(p.Id, p.Slug, p.Name, p.Summary, p.LeadGroup, p.Groups, p.Communes, p.Phase, p.EndedOn, p.Horizon,
                count?.All ?? 0, count?.Done ?? 0, count?.Late ?? 0, first) { HasCriterion = !p.Criterion.IsEmpty };
        })];
    }

    private sealed record Shelf(IReadOnlyList<ProjectCard> All)
    {
        public IReadOnlyDictionary<Guid, ProjectCard> ById { get; } = All.ToDictionary(p => p.Id);

        public ILookup<Guid, ProjectCard> ByGroup { get; } =
            All.SelectMany(p => p.Groups.Append(p.LeadGroup).Distinct(), (p, group) => (Project: p, Group: group)).ToLookup(p => p.Group, p => p.Project);
    }
}
