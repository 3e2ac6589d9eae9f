using Passerelle.Platform;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects;

/// <summary>
/// A project's stages and what each waits for: what comes before what, whether it goes in a circle, and which chain
/// decides when the project ends. In memory, linear in stages and dependencies.
/// </summary>
public sealed class StagePlan
{
    private readonly Dictionary<Guid, Stage> _byId;
    private readonly ILookup<Guid, Guid> _before;
    private readonly ILookup<Guid, Guid> _after;

    public StagePlan(IReadOnlyList<Stage> stages, IReadOnlyCollection<StageDependency> dependencies)
    {
        Stages = [.. stages.OrderBy(s => s.Start).ThenBy(s => s.Order).ThenBy(s => s.Id)];
        Dependencies = dependencies;
        _byId = stages.ToDictionary(s => s.Id);
        var known = dependencies.Where(d => _byId.ContainsKey(d.Stage) && _byId.ContainsKey(d.On)).ToList();
        _before = known.ToLookup(d => d.Stage, d => d.On);
        _after = known.ToLookup(d => d.On, d => d.Stage);
    }

    /// <summary>By start, then in the order in which they were planned.</summary>
    public IReadOnlyList<Stage> Stages { get; }

    public IReadOnlyCollection<StageDependency> Dependencies { get; }

    /// <summary>Who answers for a stage, and who keeps a gate.</summary>
    public IEnumerable<Guid> Named => Stages.SelectMany(s => new[] { s.Owner, s.GateKeeper }).OfType<Guid>().Distinct();

    public Stage? this[Guid id] => _byId.GetValueOrDefault(id);

    public IReadOnlyList<Stage> Before(Guid stage) => [.. _before[stage].Select(id => _byId[id])];

    public IReadOnlyList<Stage> After(Guid stage) => [.. _after[stage].Select(id => _byId[id])];

    /// <summary>Refuses what a stage is to wait for when that goes in a circle, and shows the circle.</summary>
    public void MustNotCircle(Guid stage, IEnumerable<Guid> on)
    {
        foreach (var one in on)
        {
            if (one == stage)
            {
                throw new RuleBroken(T("rule.cycle.self"), "before");
            }

            StageCircle.MustNotBe([.. (StageCircle.Find(_after, stage, one) ?? []).Select(id => _byId[id].Title)], "before");
        }
    }

    /// <summary>
    /// The chain that decides when the project ends: from the open or closed stage that ends last, back through the
    /// predecessor that ends last. Real ends count where there are some, the plan elsewhere.
    /// </summary>
    public IReadOnlySet<Guid> CriticalPath()
    {
        HashSet<Guid> path = [];
        var next = Stages.Where(s => s.State != StageState.Dropped).MaxBy(End);
        while (next is not null && path.Add(next.Id))
        {
            next = Decides(next.Id);
        }

        return path;
    }

    /// <summary>The one that a stage waits for longest; null when it waits for none.</summary>
    public Stage? Decides(Guid stage) => Before(stage).Where(s => s.State != StageState.Dropped).MaxBy(End);

    public static DateOnly End(Stage stage) => stage.EndedOn ?? stage.Due;
}
