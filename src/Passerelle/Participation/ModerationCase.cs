using Passerelle.Platform;
using Passerelle.Platform.Data;
using static Passerelle.Participation.Texts;

namespace Passerelle.Participation;

public enum CaseState
{
    /// <summary>Somebody reported it; nobody decided yet.</summary>
    Open,

    /// <summary>The first words of a new account: readers see them when a moderator lets them through.</summary>
    Held,

    /// <summary>It may stay.</summary>
    Left,

    /// <summary>It is kept from readers; its author may appeal.</summary>
    Hidden,

    /// <summary>Another person looks at it once more.</summary>
    Appealed,

    /// <summary>The appeal changed nothing.</summary>
    Confirmed,

    /// <summary>The appeal was right: readers see it again.</summary>
    Restored,

    /// <summary>Its author took it back before anybody decided.</summary>
    Dropped,
}

/// <summary>
/// Something that was reported, and what became of it: reports → hidden or left, with a reason → the author's appeal →
/// another person's answer. One case for each thing, so that everything about it is read in one place.
/// </summary>
public sealed class ModerationCase : Root
{
    public const int WordsLimit = 2000;

    private ModerationCase()
    {
    }

    /// <summary>The news of a group that it is about; none when it is an idea.</summary>
    public Guid? PostId { get; private set; }

    /// <summary>The comment on that post; empty when it is the post itself, so that a thing has one case at most.</summary>
    public Guid CommentId { get; private set; }
    public Guid? IdeaId { get; private set; }
    public Guid AuthorId { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }
    public CaseState State { get; private set; }
    public List<Report> Reports { get; private set; } = [];

    public Guid? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public string? Reason { get; private set; }
    public string? ReasonLanguage { get; private set; }

    public DateTimeOffset? AppealedAt { get; private set; }
    public string? Appeal { get; private set; }
    public string? AppealLanguage { get; private set; }

    public Guid? AnsweredBy { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public string? Answer { get; private set; }
    public string? AnswerLanguage { get; private set; }

    public Guid? Comment => CommentId == Guid.Empty ? null : CommentId;

    /// <summary>Who is named in it.</summary>
    public IEnumerable<Guid> Everybody => new[] { AuthorId, DecidedBy, AnsweredBy }.Concat(Reports.Select(r => r.ReporterId)).OfType<Guid>();

    /// <summary>What the last decision was: only what is hidden is appealed, and only what stands is reported anew.</summary>
    public bool WasHidden => AppealedAt is not null || State == CaseState.Hidden;

    /// <summary>What the answer to the appeal was.</summary>
    public bool WasRestored => AnsweredAt is not null && State != CaseState.Confirmed;

    /// <summary>Somebody has something to do.</summary>
    public static IReadOnlyList<CaseState> WaitingStates { get; } = [CaseState.Open, CaseState.Held, CaseState.Appealed];

    public bool WaitsForDecision => State is CaseState.Open or CaseState.Held;

    public bool WaitsForAnswer => State == CaseState.Appealed;

    protected override string Kind => "moderation";

    public static ModerationCase About(Guid post, Guid? comment, Guid author, Act act, Guid? id = null) =>
        new() { Id = id ?? Guid.CreateVersion7(), PostId = post, CommentId = comment ?? Guid.Empty, AuthorId = author, OpenedAt = act.At };

    public static ModerationCase About(Idea idea, Act act) =>
        new() { IdeaId = idea.Id, AuthorId = idea.AuthorId, OpenedAt = act.At };

    /// <summary>A new case about the first words of a new account.</summary>
    public static ModerationCase Hold(ModerationCase one, Act act)
    {
        one.State = CaseState.Held;
        one.Record(act, "moderation.held", person: one.AuthorId);
        return one;
    }

    /// <summary>Anybody who reads it says what is wrong with it. What was left standing is looked at again.</summary>
    public void ReportIt(Guid id, string words, string language, Act act)
    {
        if (Reports.Exists(r => r.Id == id))
        {
            return;
        }

        if (act.Person is { } person && WaitsForDecision && Reports.Exists(r => r.ReporterId == person))
        {
            throw new RuleBroken(T("rule.report.twice"));
        }

        Reports.Add(new() { Id = id, CaseId = Id, ReporterId = act.Person, At = act.At, Words = words, Language = language });
        State = State is CaseState.Left or CaseState.Restored ? CaseState.Open : State;
        Record(act, "moderation.reported", data: [("report", id.ToString())]);
    }

    /// <summary>Hides it or lets it stand, for a reason that its author is told.</summary>
    public void Decide(bool hide, string reason, string language, Act act)
    {
        if (!WaitsForDecision)
        {
            throw new RuleBroken(T("rule.case.decided"));
        }

        if (act.Person == AuthorId)
        {
            throw new RuleBroken(T("rule.case.own"));
        }

        var held = State == CaseState.Held;
        State = hide ? CaseState.Hidden : CaseState.Left;
        (DecidedBy, DecidedAt, Reason, ReasonLanguage) = (act.Person, act.At, reason, language);
        (AppealedAt, Appeal, AppealLanguage, AnsweredBy, AnsweredAt, Answer, AnswerLanguage) = (null, null, null, null, null, null, null);
        Record(act, hide ? "moderation.hidden" : held ? "moderation.released" : "moderation.left", person: AuthorId);
    }

    /// <summary>Whether this is what the person said last, with the same words: the form was sent twice.</summary>
    public bool IsSaidBy(Guid? person, bool hidden, string words) => State switch
    {
        CaseState.Hidden or CaseState.Left => (DecidedBy, State == CaseState.Hidden, Reason) == (person, hidden, words),
        CaseState.Confirmed or CaseState.Restored => (AnsweredBy, State == CaseState.Confirmed, Answer) == (person, hidden, words),
        _ => false,
    };

    /// <summary>The author asks another person to look again, once.</summary>
    public void AppealTo(string words, string language, Act act)
    {
        if (act.Person != AuthorId || State != CaseState.Hidden)
        {
            throw new RuleBroken(T("rule.appeal.none"));
        }

        State = CaseState.Appealed;
        (AppealedAt, Appeal, AppealLanguage) = (act.At, words, language);
        Record(act, "moderation.appealed", person: AuthorId);
    }

    /// <summary>Whether this person may hear the appeal: neither the one who decided nor the author.</summary>
    public bool MayAnswer(Guid person) => WaitsForAnswer && person != DecidedBy && person != AuthorId;

    /// <summary>The appeal's outcome: shown again, or hidden for good.</summary>
    public void AnswerAppeal(bool restore, string reason, string language, Act act)
    {
        if (!WaitsForAnswer)
        {
            throw new RuleBroken(T("rule.appeal.over"));
        }

        if (act.Person is not { } person || !MayAnswer(person))
        {
            throw new RuleBroken(T("rule.appeal.another"));
        }

        State = restore ? CaseState.Restored : CaseState.Confirmed;
        (AnsweredBy, AnsweredAt, Answer, AnswerLanguage) = (person, act.At, reason, language);
        Record(act, restore ? "moderation.restored" : "moderation.confirmed", person: AuthorId);
    }

    /// <summary>Its author took it back: there is nothing left to decide.</summary>
    public void Drop(Act act)
    {
        if (WaitingStates.Contains(State))
        {
            State = CaseState.Dropped;
            Record(act, "moderation.dropped", person: AuthorId);
        }
    }

    /// <summary>An erased account leaves the case, and the words that it wrote there.</summary>
    public void Forget(Guid person)
    {
        foreach (var report in Reports.Where(r => r.ReporterId == person))
        {
            (report.ReporterId, report.Words) = (null, "");
        }

        Appeal = AuthorId == person && Appeal is not null ? "" : Appeal;
    }
}

/// <summary>What somebody found wrong, in their own language; without a name when they were not signed in.</summary>
public sealed class Report
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid? ReporterId { get; set; }
    public required DateTimeOffset At { get; init; }
    public required string Words { get; set; }
    public required string Language { get; init; }
}
