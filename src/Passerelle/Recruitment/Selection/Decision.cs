using Passerelle.Platform;
using Passerelle.Platform.Data;
using static Passerelle.Recruitment.Selection.SelectionTexts;

namespace Passerelle.Recruitment.Selection;

public enum Outcome
{
    /// <summary>Invited to an interview.</summary>
    Retained,

    /// <summary>Kept in reserve, with the candidate's consent.</summary>
    Reserve,

    NotRetained,

    /// <summary>Offered the post; said where the offer is made, never here.</summary>
    Chosen,
}

/// <summary>How far an application had come when it was decided on.</summary>
public enum SelectionStage
{
    Admissibility,
    Scorecard,
    Interview,
}

/// <summary>What the Director decides on an application, with its reason. It may change until the letters are sent.</summary>
public sealed class Decision : Root
{
    public const int ReasonLimit = 2000;

    private Decision()
    {
    }

    public Guid ApplicationId { get; private set; }
    public Outcome Outcome { get; private set; }
    public string OutcomeReason { get; private set; } = "";
    public SelectionStage OutcomeStage { get; private set; }
    public DateTimeOffset DecidedAt { get; private set; }
    public Guid DecidedBy { get; private set; }

    /// <summary>The candidate has been told.</summary>
    public bool LettersSent { get; private set; }

    protected override string Kind => "selection";

    protected override Guid Subject => ApplicationId;

    public static Decision On(Guid application) => new() { ApplicationId = application };

    public void Decide(Outcome outcome, SelectionStage stage, string reason, Dossier dossier, Act act)
    {
        dossier.MustBeUnderWay(act);
        if (LettersSent)
        {
            throw new RuleBroken(T("rule.decision.sent"));
        }

        if (Outcome == Outcome.Chosen)
        {
            throw new RuleBroken(T("rule.decision.offered"));
        }

        MustAllow(outcome, stage, dossier);
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleBroken(T("rule.decision.reason"), "reason");
        }

        (Outcome, OutcomeStage, OutcomeReason, DecidedAt) = (outcome, stage, reason, act.At);
        DecidedBy = act.Person ?? throw new InvalidOperationException("A decision has an author");
        Record(act, "selection.decided", data: [("outcome", outcome.ToString()), ("stage", stage.ToString())]);
    }

    /// <summary>The post is offered to this one.</summary>
    internal void Choose(Act act)
    {
        Outcome = Outcome.Chosen;
        Record(act, "selection.chosen");
    }

    /// <summary>The letter has left; from here on the decision stands.</summary>
    internal void Told(Act act)
    {
        LettersSent = true;
        Record(act, "selection.told");
    }

    /// <summary>The outcomes that may be decided on an application as it stands; none while it is too early.</summary>
    public static IReadOnlyList<Outcome> Possible(Dossier dossier) =>
        dossier.Standing.Admissible == false ? [Outcome.NotRetained]
        : dossier.Standing.Admissible is null || dossier.Standing.Cards.Count < Standing.Jurors ? []
        : dossier.Application.KeepInReserve ? [Outcome.Retained, Outcome.Reserve, Outcome.NotRetained] : [Outcome.Retained, Outcome.NotRetained];

    /// <summary>At which stage somebody is who is decided on now.</summary>
    public static IReadOnlyList<SelectionStage> Stages(Dossier dossier) =>
        dossier.Standing.Admissible == false ? [SelectionStage.Admissibility] : [SelectionStage.Scorecard, SelectionStage.Interview];

    private static void MustAllow(Outcome outcome, SelectionStage stage, Dossier dossier)
    {
        var possible = Possible(dossier);
        if (possible.Count == 0)
        {
            throw new RuleBroken(T(dossier.Standing.Admissible is null ? "rule.decision.admissible" : "rule.decision.scorecards", Standing.Jurors));
        }

        if (!possible.Contains(outcome))
        {
            throw new RuleBroken(T(outcome == Outcome.Reserve && dossier.Standing.Admissible == true ? "rule.decision.reserve" : outcome == Outcome.Chosen ? "rule.decision.chosen" : "rule.decision.inadmissible"), "outcome");
        }

        if (!Stages(dossier).Contains(stage) || (outcome == Outcome.Retained && stage != SelectionStage.Scorecard))
        {
            throw new RuleBroken(T("rule.decision.stage"), "stage");
        }
    }
}
