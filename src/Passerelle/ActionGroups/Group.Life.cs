using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;
using Passerelle.Platform.Localization;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups;

public sealed partial class Group
{
    public Phase Phase { get; private set; }

    /// <summary>The day it entered each phase, oldest first.</summary>
    public List<PhaseEntry> Phases { get; private set; } = [];

    public DateOnly? PausedOn { get; private set; }
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Why it is paused, or why it was closed.</summary>
    public LocalizedText Reason { get; private set; } = LocalizedText.Empty();

    public List<CarriedAction> Actions { get; private set; } = [];

    public bool IsPaused => PausedOn is not null;

    public bool IsOver => IsDropped || Phase is Phase.Completed or Phase.Abandoned or Phase.Archived || SuccessorId is not null;

    /// <summary>Active: it carries its actions. A paused group keeps them.</summary>
    public bool IsActive => Phase is Phase.Imagine or Phase.Develop or Phase.Complete && SuccessorId is null;

    /// <summary>Readers see it once the Director has created it.</summary>
    public bool IsPublic => Phase != Phase.Proposed;

    public IEnumerable<string> PresentActions => Actions.Where(a => a.Until is null).Select(a => a.Action);

    /// <summary>Moves on to the next phase. An incomplete pair cannot complete anything.</summary>
    public void MoveTo(Phase phase, DateOnly on, Act act)
    {
        MustBeActive();
        if (IsPaused)
        {
            throw new RuleBroken(T("rule.paused"));
        }

        if (phase is not (Phase.Imagine or Phase.Develop or Phase.Complete) || phase == Phase)
        {
            throw new RuleBroken(T("rule.phase"), "phase");
        }

        if (phase == Phase.Complete && IsAction && !HasCompletePair)
        {
            throw new RuleBroken(T("rule.complete.pair"), "phase");
        }

        Enter(phase, on);
        Record(act, "group.moved", isPublic: true, data: [("phase", phase.ToString())]);
    }

    public void Pause(LocalizedText reason, DateOnly on, Act act)
    {
        MustBeActive();
        if (IsPaused)
        {
            throw new RuleBroken(T("rule.paused"));
        }

        MustTakeEffect(on, LastChange, act);
        (PausedOn, Reason) = (on, reason);
        Record(act, "group.paused", isPublic: true, personal: Reasons.Pack(reason), data: [("on", on.ToString("O"))]);
    }

    /// <summary>Takes up a paused group, or opens a closed one again.</summary>
    public void Reopen(DateOnly on, Act act)
    {
        if (SuccessorId is not null || IsDropped || (!IsPaused && !IsOver))
        {
            throw new RuleBroken(T("rule.reopen"));
        }

        MustTakeEffect(on, LastChange, act);
        if (IsOver)
        {
            ClosedOn = null;
            PairIncompleteSince = IsAction && !HasCompletePair ? on : null;
            Enter(IsAction ? Reached(Phases.LastOrDefault(p => p.Phase is Phase.Imagine or Phase.Develop or Phase.Complete)?.Phase ?? Phase.Imagine) : Phase.Develop, on);
        }
        else if (IsAction && Reached(Phase) != Phase)
        {
            Enter(Reached(Phase), on);
        }

        PausedOn = null;
        Reason = LocalizedText.Empty();
        Record(act, "group.reopened", isPublic: true, data: [("on", on.ToString("O")), ("phase", Phase.ToString())]);
    }

    /// <summary>Ends it as completed or abandoned. What it carried becomes free.</summary>
    public void Close(Phase end, LocalizedText reason, DateOnly on, Act act)
    {
        MustBeActive();
        if (end is not (Phase.Completed or Phase.Abandoned))
        {
            throw new RuleBroken(T("rule.phase"), "end");
        }

        if (end == Phase.Abandoned && reason.IsEmpty)
        {
            throw new RuleBroken(T("rule.reason"), $"reason.{Language.Content}");
        }

        if (end == Phase.Completed && IsAction && (Phase != Phase.Complete || !HasCompletePair))
        {
            throw new RuleBroken(T("rule.completed"), "end");
        }

        MustTakeEffect(on, LastMove, act);
        Reason = reason;
        ClosedOn = on;
        PausedOn = null;
        Enter(end, on);
        Release(on);
        Dissolve(on, act);
        Record(act, end == Phase.Completed ? "group.completed" : "group.abandoned", isPublic: true, personal: Reasons.Pack(reason), data: [("on", on.ToString("O"))]);
    }

    /// <summary>
    /// Says which priority actions it carries. More than three is a warning, not a refusal; that another active
    /// group carries one is refused, and by an index as well, since two may ask at once.
    /// </summary>
    public void Carry(IReadOnlyList<string> actions, IReadOnlyDictionary<string, string> carriedByOthers, DateOnly on, Act act)
    {
        MustBeAction();
        MustNotBeOver();
        if (actions.Count == 0)
        {
            throw new RuleBroken(T("rule.actions.none"), "actions");
        }

        if (actions.FirstOrDefault(carriedByOthers.ContainsKey) is { } action)
        {
            throw new RuleBroken(T("rule.actions.taken", action, carriedByOthers[action]), "actions");
        }

        TakeActions(actions, on);
        Record(act, "group.actions-set", isPublic: true, data: [("actions", string.Join(' ', actions))]);
    }

    /// <summary>Nobody leads or coordinates a group that is over, and nobody waits at its door.</summary>
    private void Dissolve(DateOnly on, Act act)
    {
        foreach (var proposal in CoLeads.Where(c => c.State == CoLeadState.Proposed))
        {
            proposal.Withdraw();
        }

        foreach (var leading in Pair.ToList())
        {
            leading.End(on);
        }

        foreach (var charge in Coordinators.Where(c => c.Until is null || c.Until > on))
        {
            charge.Until = on;
        }

        foreach (var request in Requests.Where(r => r.State == RequestState.Open))
        {
            request.Decide(RequestState.Withdrawn, null, act);
        }

        (PairIncompleteSince, PairRemindedOn) = (null, null);
    }

    private void TakeActions(IReadOnlyList<string> actions, DateOnly on)
    {
        foreach (var old in Actions.Where(a => a.Until is null && !actions.Contains(a.Action)))
        {
            old.Until = on;
        }

        var present = PresentActions.ToHashSet(StringComparer.Ordinal);
        Actions.AddRange(actions.Where(a => !present.Contains(a)).Select(a => new CarriedAction { GroupId = Id, Action = a, From = on }));
    }

    private void Release(DateOnly on) => TakeActions([], on);

    private void Enter(Phase phase, DateOnly on)
    {
        Phase = phase;
        Phases = [.. Phases, new PhaseEntry(phase, on)];
    }

    /// <summary>Where a group goes on that had come this far: nothing is completed without a complete pair.</summary>
    private Phase Reached(Phase before) => before == Phase.Complete && !HasCompletePair ? Phase.Develop : before;

    private void MustBeActive()
    {
        if (!IsActive)
        {
            throw new RuleBroken(T("rule.over"));
        }
    }

    private void MustBeAction()
    {
        if (!IsAction)
        {
            throw new RuleBroken(T("rule.technical"));
        }
    }
}

/// <summary>A phase and the day it was entered.</summary>
public sealed class PhaseEntry
{
    private PhaseEntry()
    {
    }

    public PhaseEntry(Phase phase, DateOnly since) => (Phase, Since) = (phase, since);

    public Phase Phase { get; private set; }
    public DateOnly Since { get; private set; }
}

/// <summary>A priority action that a group carries, or carried. One active group at a time: an index says so.</summary>
public sealed class CarriedAction
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid GroupId { get; init; }
    public required string Action { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; set; }
}
