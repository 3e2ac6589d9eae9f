using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;
using Passerelle.Platform.Localization;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects;

/// <summary>In this order on the board.</summary>
public enum StageState
{
    Planned,
    Underway,
    Done,
    Dropped,
}

/// <summary>
/// One step of a project (étape-projet, projectfase). The baseline is what was first agreed; start and due are the
/// plan of today; begun and ended are what really happened. What is left of a project that has ended is closed or
/// dropped; nothing of it goes on.
/// </summary>
public sealed class Stage : Root, IHasReaders
{
    private Stage()
    {
    }

    public Guid ProjectId { get; private set; }
    public int Order { get; private set; }
    public LocalizedText Title { get; private set; } = LocalizedText.Empty();

    /// <summary>What it yields.</summary>
    public LocalizedText Yields { get; private set; } = LocalizedText.Empty();

    /// <summary>What must be true before it is closed; empty when nothing must.</summary>
    public LocalizedText Gate { get; private set; } = LocalizedText.Empty();

    /// <summary>Who says whether the gate's condition is true.</summary>
    public Guid? GateKeeper { get; private set; }
    public DateTimeOffset? GatePassedAt { get; private set; }
    public Guid? Owner { get; private set; }
    public StageState State { get; private set; }
    public DateOnly BaselineStart { get; private set; }
    public DateOnly BaselineDue { get; private set; }
    public DateOnly Start { get; private set; }
    public DateOnly Due { get; private set; }
    public DateOnly? BegunOn { get; private set; }
    public DateOnly? EndedOn { get; private set; }

    /// <summary>Why it was closed before what it waits for, or dropped.</summary>
    public LocalizedText Reason { get; private set; } = LocalizedText.Empty();

    public bool IsOpen => State is StageState.Planned or StageState.Underway;

    public Readers Readers => Readers.Everyone;

    public DateOnly? WantedBy => IsOpen ? Due : null;

    public Guid? PartOf => ProjectId;

    protected override string Kind => "stage";

    /// <summary>Due before today, and not ended.</summary>
    public bool IsLate(DateOnly today) => IsOpen && Due < today;

    public static Stage Plan(Guid id, Guid project, int order, LocalizedText title, LocalizedText yields, Guid? owner, DateOnly start, DateOnly due, Act act)
    {
        MustRunForward(start, due);
        var stage = new Stage { Id = id, ProjectId = project, Order = order, Title = title, Yields = yields, Owner = owner, Start = start, Due = due, BaselineStart = start, BaselineDue = due };
        stage.Record(act, "stage.planned", isPublic: true, data: [("project", project.ToString())]);
        return stage;
    }

    public void Describe(LocalizedText title, LocalizedText yields, Guid? owner, Act act)
    {
        (Title, Yields, Owner) = (title, yields, owner);
        Record(act, "stage.described", isPublic: true, person: owner, data: Of());
    }

    /// <summary>Sets other dates; the baseline stays.</summary>
    public void Reschedule(DateOnly start, DateOnly due, Act act)
    {
        MustBeOpen();
        MustRunForward(start, due);
        if ((start, due) == (Start, Due))
        {
            return;
        }

        var before = Due;
        (Start, Due) = (start, due);
        Record(act, "stage.rescheduled", isPublic: true, data: [.. Of(), ("before", before.Iso()), ("due", due.Iso())]);
    }

    public void SetGate(LocalizedText condition, Guid? keeper, Act act)
    {
        MustBeOpen();
        if (!condition.IsEmpty && keeper is null)
        {
            throw new RuleBroken(T("rule.gate.keeper"), "gatekeeper");
        }

        // Put into another language, it is the same condition: who has said that it is true need not say so again.
        var same = (condition.Source, condition.SourceValue, keeper) == (Gate.Source, Gate.SourceValue, GateKeeper);
        (Gate, GateKeeper, GatePassedAt) = (condition, condition.IsEmpty ? null : keeper, same ? GatePassedAt : null);
        Record(act, "stage.gate-set", isPublic: true, person: GateKeeper, data: Of());
    }

    /// <summary>The gate's keeper says that its condition is true.</summary>
    public void PassGate(Project project, Act act)
    {
        project.MustBeOpen();
        MustBeOpen();
        if (act.Person is null || act.Person != GateKeeper)
        {
            throw new RuleBroken(T("rule.gate.notyours"));
        }

        if (GatePassedAt is null)
        {
            GatePassedAt = act.At;
            Record(act, "stage.gate-passed", isPublic: true, data: Of());
        }
    }

    public void Begin(Project project, Act act)
    {
        project.MustBeOpen();
        MustBeOpen();
        if (State == StageState.Planned)
        {
            (State, BegunOn) = (StageState.Underway, BegunOn ?? DateOf(act));
            Record(act, "stage.begun", isPublic: true, data: Of());
        }
    }

    /// <summary>Closes it as done. With predecessors that are still open, only with a reason.</summary>
    public void Close(IReadOnlyCollection<Stage> predecessors, LocalizedText reason, Act act)
    {
        MustBeOpen();
        if (!Gate.IsEmpty && GatePassedAt is null)
        {
            throw new RuleBroken(T("rule.gate.shut"));
        }

        var open = predecessors.Where(p => p.IsOpen).ToList();
        if (open.Count > 0 && reason.IsEmpty)
        {
            throw new RuleBroken(T("rule.close.open", Say.All([.. open.Select(p => p.Title.Read(Language.Content).Value)])), $"reason.{Language.Content}");
        }

        var today = DateOf(act);
        (State, BegunOn, EndedOn, Reason) = (StageState.Done, BegunOn ?? today, today, open.Count > 0 ? reason : LocalizedText.Empty());
        Record(act, "stage.closed", isPublic: true, personal: Reasons.Pack(Reason), data: Of());
    }

    /// <summary>It will not be done, for a reason.</summary>
    public void Drop(LocalizedText reason, Act act)
    {
        MustBeOpen();
        if (reason.IsEmpty)
        {
            throw new RuleBroken(T("rule.drop.reason"), $"reason.{Language.Content}");
        }

        (State, EndedOn, Reason) = (StageState.Dropped, DateOf(act), reason);
        Record(act, "stage.dropped", isPublic: true, personal: Reasons.Pack(reason), data: Of());
    }

    /// <summary>Takes it up again, with the dates that it had.</summary>
    public void Reopen(Project project, Act act)
    {
        project.MustBeOpen();
        if (IsOpen)
        {
            return;
        }

        (State, EndedOn, Reason) = (BegunOn is null ? StageState.Planned : StageState.Underway, null, LocalizedText.Empty());
        Record(act, "stage.reopened", isPublic: true, data: Of());
    }

    private void MustBeOpen()
    {
        if (!IsOpen)
        {
            throw new RuleBroken(T("rule.stage.ended"));
        }
    }

    private static void MustRunForward(DateOnly start, DateOnly due)
    {
        if (due < start)
        {
            throw new RuleBroken(T("rule.dates"), "due");
        }
    }

    private (string, string?)[] Of() => [("project", ProjectId.ToString()), ("stage", Id.ToString())];

    private static DateOnly DateOf(Act act) => Say.LocalDate(act.At);
}

internal static class StageQueries
{
    /// <summary>Those that are neither done nor dropped: <see cref="Stage.IsOpen"/>, for the database.</summary>
    public static IQueryable<Stage> StillOpen(this IQueryable<Stage> stages) => stages.Where(s => s.State == StageState.Planned || s.State == StageState.Underway);
}

/// <summary>A stage that waits for another one of the same project.</summary>
public sealed class StageDependency
{
    public required Guid ProjectId { get; init; }
    public required Guid Stage { get; init; }
    public required Guid On { get; init; }
}
