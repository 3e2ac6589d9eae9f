using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Projects;

public sealed partial class Project
{
    /// <summary>Plans a further stage. The project's version rises, so that two at once do not take the same place.</summary>
    public Stage Plan(Guid id, StagePlan plan, LocalizedText title, LocalizedText yields, Guid? owner, DateOnly start, DateOnly due, Act act)
    {
        MustBeOpen();
        var stage = Stage.Plan(id, Id, plan.Stages.Count == 0 ? 1 : plan.Stages.Max(s => s.Order) + 1, title, yields, owner, start, due, act);
        Record(act, "project.stage-planned", data: [("stage", id.ToString())]);
        return stage;
    }

    /// <summary>
    /// Says what a stage waits for: the rows to remove and those to add. Refused when it goes in a circle. The project's
    /// version rises, so that two halves of a circle cannot be drawn at once.
    /// </summary>
    public (IReadOnlyList<StageDependency> Gone, IReadOnlyList<StageDependency> Fresh) Depend(StagePlan plan, Stage stage, IReadOnlyCollection<Guid> before, Act act)
    {
        MustBeOpen();
        var now = plan.Dependencies.Where(d => d.Stage == stage.Id).ToList();
        var gone = now.Where(d => !before.Contains(d.On)).ToList();
        var fresh = before.Where(b => plan[b] is not null && now.TrueForAll(d => d.On != b)).Select(b => new StageDependency { ProjectId = Id, Stage = stage.Id, On = b }).ToList();
        if (gone.Count + fresh.Count == 0)
        {
            return ([], []);
        }

        plan.MustNotCircle(stage.Id, before.Where(b => plan[b] is not null));
        Record(act, "project.order-changed", isPublic: true, data: [("stage", stage.Id.ToString())]);
        return (gone, fresh);
    }
}
