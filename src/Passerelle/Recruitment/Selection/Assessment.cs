using Passerelle.Platform;
using Passerelle.Platform.Data;
using static Passerelle.Recruitment.Selection.SelectionTexts;

namespace Passerelle.Recruitment.Selection;

/// <summary>
/// What one juror makes of one application: verdicts on the criteria, levels on the scorecard, or a conflict of interest,
/// after which nothing of it counts. Each is the juror's own: two who judge at once never meet here.
/// </summary>
public sealed partial class Assessment : Root
{
    public const int ConflictLimit = 1000;

    private Assessment()
    {
    }

    public Guid ApplicationId { get; private set; }
    public Guid JurorId { get; private set; }
    public List<Verdict> Verdicts { get; private set; } = [];

    /// <summary>When the verdicts were handed in; from then on they stand.</summary>
    public DateTimeOffset? VerdictsAt { get; private set; }
    public List<Score> Scores { get; private set; } = [];

    /// <summary>When the scorecard was handed in.</summary>
    public DateTimeOffset? ScoresAt { get; private set; }
    public DateTimeOffset? ConflictAt { get; private set; }
    public string ConflictReason { get; private set; } = "";

    public bool IsExcluded => ConflictAt is not null;

    /// <summary>Verdicts that count for whether somebody is admissible.</summary>
    public bool HasVerdicts => VerdictsAt is not null && !IsExcluded;

    /// <summary>A scorecard that counts.</summary>
    public bool HasScores => ScoresAt is not null && !IsExcluded;

    protected override string Kind => "selection";

    /// <summary>It stands in the history of the application.</summary>
    protected override Guid Subject => ApplicationId;

    public static Assessment Of(Guid application, Guid juror) => new() { ApplicationId = application, JurorId = juror };

    public Verdict? On(string code) => Verdicts.Find(v => v.Code == code);

    public Score? On(Guid attribute) => Scores.Find(s => s.AttributeId == attribute);

    /// <summary>Keeps verdicts that are not ready yet; nobody else sees them.</summary>
    public void NoteVerdicts(IReadOnlyList<Verdict> verdicts, Dossier dossier, Act act)
    {
        MustJudge(dossier, act);
        MustHaveRoom(dossier);
        Verdicts = [.. verdicts];
        Record(act, "selection.verdicts-noted");
    }

    /// <summary>Hands in the verdicts on all criteria, each with its reason.</summary>
    public void HandInVerdicts(IReadOnlyList<Verdict> verdicts, Dossier dossier, Act act)
    {
        MustJudge(dossier, act);
        MustHaveRoom(dossier);
        if (LacksOf(verdicts, dossier.Vacancy) is [var (field, message), ..])
        {
            throw new RuleBroken(message, field);
        }

        (Verdicts, VerdictsAt) = ([.. verdicts], act.At);
        Record(act, "selection.verdicts-handed-in");
    }

    /// <summary>Keeps levels that are not ready yet; nobody else sees them.</summary>
    public void NoteScores(IReadOnlyList<Score> scores, Dossier dossier, Act act)
    {
        MustScore(dossier, act);
        Scores = [.. scores];
        Record(act, "selection.scores-noted");
    }

    /// <summary>Hands in the scorecard as a whole: a level for each attribute.</summary>
    public void HandInScores(IReadOnlyList<Score> scores, Dossier dossier, Act act)
    {
        MustScore(dossier, act);
        if (dossier.Vacancy.Attributes.Count == 0)
        {
            throw new RuleBroken(T("rule.scores.none"));
        }

        if (LacksOf(scores, dossier.Vacancy) is [var (field, message), ..])
        {
            throw new RuleBroken(message, field);
        }

        (Scores, ScoresAt) = ([.. scores], act.At);
        Record(act, "selection.scores-handed-in");
    }

    /// <summary>The juror is too close to the candidate: nothing of theirs counts, and they see the application no more.</summary>
    public void DeclareConflict(string reason, Dossier dossier, Act act)
    {
        MustJudge(dossier, act);
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleBroken(T("rule.conflict.reason"), "reason");
        }

        (ConflictAt, ConflictReason) = (act.At, reason);
        Record(act, "selection.conflict", person: JurorId);
    }

    /// <summary>The account is erased: what only its owner read goes, what counts stays.</summary>
    public void Forget(Act act)
    {
        Scores = [.. Scores.Select(s => s with { Note = "" })];
        ConflictReason = "";
        Record(act, "selection.forgotten");
    }

    /// <summary>What verdicts lack to be handed in, by the fields of their form.</summary>
    public static IReadOnlyList<(string Field, string Message)> LacksOf(IReadOnlyList<Verdict> verdicts, Vacancy vacancy) =>
    [
        .. vacancy.Criteria.OrderBy(c => c.Place).Select(c => (c.Code, Verdict: verdicts.FirstOrDefault(v => v.Code == c.Code))).SelectMany(p => new (string Field, string Message)?[]
        {
            p.Verdict?.Meets is null ? (VerdictField(p.Code), T("rule.verdict")) : null,
            string.IsNullOrWhiteSpace(p.Verdict?.Reason) ? (ReasonField(p.Code), T("rule.verdict.reason")) : null,
        }).OfType<(string, string)>(),
    ];

    /// <summary>The same for a scorecard.</summary>
    public static IReadOnlyList<(string Field, string Message)> LacksOf(IReadOnlyList<Score> scores, Vacancy vacancy) =>
    [
        .. vacancy.Attributes.OrderBy(a => a.Competence).ThenBy(a => a.Place)
            .Where(a => scores.FirstOrDefault(s => s.AttributeId == a.Id)?.Level is not (>= Score.Least and <= Score.Most)).Select(a => (LevelField(a.Id), T("rule.scores.level"))),
    ];

    public static string VerdictField(string code) => $"meets.{code}";

    public static string ReasonField(string code) => $"reason.{code}";

    public static string LevelField(Guid attribute) => $"level.{attribute:N}";

    public static string NoteField(Guid attribute) => $"note.{attribute:N}";
}
