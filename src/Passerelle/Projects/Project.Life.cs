using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects;

public sealed partial class Project
{
    public static IReadOnlyList<Phase> Course { get; } = [Phase.Imagine, Phase.Develop, Phase.Complete];

    public Phase Phase { get; private set; }

    /// <summary>Since when it was in each phase.</summary>
    public List<PhaseDate> Phases { get; private set; } = [];

    public DateOnly? EndedOn { get; private set; }

    /// <summary>Why it was abandoned.</summary>
    public LocalizedText Reason { get; private set; } = LocalizedText.Empty();

    public bool IsOpen => Phase is Phase.Imagine or Phase.Develop or Phase.Complete;

    /// <summary>Goes on to the next phase, or back to an earlier one.</summary>
    public void MoveTo(Phase phase, Act act)
    {
        MustBeOpen();
        if (!Course.Contains(phase) || phase == Phase)
        {
            throw new RuleBroken(T("rule.phase"), "phase");
        }

        if (phase == Phase.Complete && Criterion.IsEmpty)
        {
            throw new RuleBroken(T("rule.criterion"), "phase");
        }

        Enter(phase, DateOf(act));
        Record(act, "project.moved", isPublic: true, data: [("phase", phase.ToString())]);
    }

    /// <summary>
    /// Ends with a tangible result: at least one accepted proof whose evidence can still be seen, and the sign-off of
    /// both who lead the group today, given for the evidence as it stands now.
    /// </summary>
    /// <param name="elected">The elected co-lead of the lead group today, or null.</param>
    /// <param name="civil">The civil-society one.</param>
    /// <param name="lost">Files whose bytes are gone.</param>
    /// <param name="act">Who completes it, and when.</param>
    public void CompleteWith(Guid? elected, Guid? civil, IReadOnlySet<Guid> lost, Act act)
    {
        MustBeOpen();
        if (MissingToComplete(elected, civil, lost) is { Count: > 0 } missing)
        {
            throw new RuleBroken(string.Join(" ", missing));
        }

        Enter(Phase.Completed, DateOf(act));
        EndedOn = DateOf(act);
        Record(act, "project.completed", isPublic: true);
    }

    /// <summary>Each thing that still keeps the project from being completed, in words.</summary>
    public IReadOnlyList<string> MissingToComplete(Guid? elected, Guid? civil, IReadOnlySet<Guid> lost)
    {
        List<string> missing = [];
        if (Criterion.IsEmpty)
        {
            missing.Add(T("rule.criterion"));
        }

        if (!Proofs.Exists(p => p.IsAccepted))
        {
            missing.Add(T("rule.complete.proof"));
        }
        else if (!Proofs.Exists(p => p.IsAccepted && p.StillShows(lost)))
        {
            missing.Add(T("rule.complete.lost"));
        }

        if (elected is null || civil is null)
        {
            missing.Add(T("rule.complete.pair"));
        }

        if (elected is { } e && !IsSignedBy(e))
        {
            missing.Add(T("rule.complete.elected"));
        }

        if (civil is { } c && !IsSignedBy(c))
        {
            missing.Add(T("rule.complete.civil"));
        }

        return missing;
    }

    /// <summary>Ends without a result, with the reason.</summary>
    public void Abandon(LocalizedText reason, Act act)
    {
        MustBeOpen();
        if (reason.IsEmpty)
        {
            throw new RuleBroken(T("rule.abandon.reason"), $"reason.{Language.Content}");
        }

        Reason = reason;
        Enter(Phase.Abandoned, DateOf(act));
        EndedOn = DateOf(act);
        Record(act, "project.abandoned", isPublic: true);
    }

    private void Enter(Phase phase, DateOnly on)
    {
        Phase = phase;
        Phases = [.. Phases, new(phase, on)];
    }

    internal void MustBeOpen()
    {
        if (!IsOpen)
        {
            throw new RuleBroken(T("rule.ended"));
        }
    }
}

/// <summary>Since when a project was in a phase.</summary>
public sealed class PhaseDate
{
    private PhaseDate()
    {
    }

    public PhaseDate(Phase phase, DateOnly since) => (Phase, Since) = (phase, since);

    public Phase Phase { get; private set; }
    public DateOnly Since { get; private set; }
}
