using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using static Passerelle.Recruitment.Texts;

namespace Passerelle.Recruitment;

public enum VacancyState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Everybody reads it; whether it takes applications is a matter of the hour.</summary>
    Published,

    /// <summary>The procedure is over and everybody has been told.</summary>
    Closed,
}

/// <summary>
/// A post that the agency wants to fill, with the rules that hold for everybody who applies. Its texts stand in another
/// part of this class, its criteria and its panel in a third.
/// </summary>
public sealed partial class Vacancy : Root, IHasReaders
{
    public const int PlainLimit = 300;
    public const int LongLimit = 6000;

    private Vacancy()
    {
    }

    public string Slug { get; private set; } = "";
    public VacancyState State { get; private set; }
    public VacancyRules Rules { get; private set; } = null!;

    /// <summary>The first instant that is too late, from the rules.</summary>
    public DateTimeOffset ClosesAt { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The number that the last application received.</summary>
    public int LastNumber { get; private set; }

    /// <summary>Kept at the closing, by number and without names, so that the procedure can be defended later.</summary>
    public List<KeptOutcome> Outcomes { get; private set; } = [];
    public List<Amendment> Amendments { get; private set; } = [];

    public Readers Readers => State == VacancyState.Draft ? Readers.Inside : Readers.Everyone;

    public TextState Lowest => TextState.Approved;

    public DateOnly? WantedBy => State == VacancyState.Closed ? null : Rules.DeadlineDay.AddDays(-30);

    protected override string Kind => "vacancy";

    /// <summary>Begins to write one.</summary>
    public static Vacancy Draft(Guid id, string slug, VacancyRules rules, IReadOnlyDictionary<string, LocalizedText> words, Act act)
    {
        var vacancy = new Vacancy { Id = id, Slug = slug };
        vacancy.Take(rules);
        vacancy.Take(words);
        vacancy.Record(act, "vacancy.drafted");
        return vacancy;
    }

    /// <summary>True from publication to the last instant of the deadline's second.</summary>
    public bool Takes(DateTimeOffset instant) => State == VacancyState.Published && instant < ClosesAt;

    /// <summary>What keeps it from being published, in words; nothing when it may be.</summary>
    public IReadOnlyList<string> Lacks(DateTimeOffset now)
    {
        List<string> lacks = [.. Language.Official.SelectMany(l => Unready(l).Select(name => T("lack.text", name, T("language." + l))))];
        if (Criteria.Count == 0)
        {
            lacks.Add(T("lack.criteria"));
        }

        if (Rules.Contracts.Count == 0)
        {
            lacks.Add(T("lack.contracts"));
        }

        if (Panel.Count(j => j.LeftAt is null) < 2)
        {
            lacks.Add(T("lack.panel"));
        }

        if (ClosesAt <= now)
        {
            lacks.Add(T("lack.deadline"));
        }

        return lacks;
    }

    public void Publish(Act act)
    {
        if (State != VacancyState.Draft)
        {
            throw new RuleBroken(T("rule.vacancy.published"));
        }

        if (Lacks(act.At) is { Count: > 0 } lacks)
        {
            throw new RuleBroken(T("rule.vacancy.lacks", string.Join(" · ", lacks)));
        }

        (State, PublishedAt) = (VacancyState.Published, act.At);
        Record(act, "vacancy.published", isPublic: true);
    }

    /// <summary>Changes its rules. Once it is published that is an amendment, with a reason that everybody reads.</summary>
    public void ChangeRules(VacancyRules rules, LocalizedText reason, Act act)
    {
        var changed = rules.Differences(Rules);
        if (changed.Count == 0)
        {
            return;
        }

        MustTakeChanges(act);
        var was = ClosesAt;
        Take(rules);
        if (State == VacancyState.Published && ClosesAt < was && ClosesAt <= act.At)
        {
            throw new RuleBroken(T("rule.vacancy.deadline"), "deadline");
        }

        Changed(changed, reason, act);
    }

    /// <summary>The procedure is over.</summary>
    /// <param name="outcomes">How each application ended: it stays known when the applications are gone.</param>
    public void Close(IReadOnlyList<KeptOutcome> outcomes, Act act)
    {
        if (State != VacancyState.Published || act.At < ClosesAt)
        {
            throw new RuleBroken(T("rule.vacancy.notover"));
        }

        (State, ClosedAt, Outcomes) = (VacancyState.Closed, act.At, [.. outcomes]);
        Record(act, "vacancy.closed", isPublic: true);
    }

    /// <summary>The Director deleted the copies that were mailed.</summary>
    public void CopiesDeleted(Act act) => Record(act, "vacancy.copies-deleted");

    /// <summary>Every application that is sent has the next one.</summary>
    internal int NextNumber() => ++LastNumber;

    private void Take(VacancyRules rules)
    {
        if (!rules.ByPortal && !rules.ByPost)
        {
            throw new RuleBroken(T("rule.vacancy.channel"), "portal");
        }

        var admission = Recruitment.Admission.Parse(rules.Admission);
        if (Criteria.Count > 0 && admission.Codes.FirstOrDefault(c => Criteria.TrueForAll(k => k.Code != c)) is { } unknown)
        {
            throw new RuleBroken(T("rule.admission.unknown", unknown), "admission");
        }

        (Rules, ClosesAt) = (rules, Deadline.After(rules));
    }

    /// <summary>A procedure that is over takes nothing more.</summary>
    internal void MustBePublished()
    {
        if (State != VacancyState.Published)
        {
            throw new RuleBroken(T("rule.vacancy.closed"));
        }
    }

    /// <summary>What binds candidates and jurors alike does not change once the applications lie on the table.</summary>
    private void MustTakeChanges(Act act)
    {
        if (State == VacancyState.Closed || (State == VacancyState.Published && act.At >= ClosesAt))
        {
            throw new RuleBroken(T(State == VacancyState.Closed ? "rule.vacancy.closed" : "rule.vacancy.selecting"));
        }
    }

    private void Changed(IReadOnlyList<string> what, LocalizedText reason, Act act)
    {
        if (State == VacancyState.Draft)
        {
            Record(act, "vacancy.changed", data: [("what", string.Join(',', what))]);
            return;
        }

        if (reason.IsEmpty)
        {
            throw new RuleBroken(T("rule.vacancy.reason"), "reason." + Language.Content);
        }

        var amendment = new Amendment(Id, act.At, string.Join(',', what), AsAmended(reason));
        Amendments.Add(amendment);
        Record(act, "vacancy.amended", isPublic: true, data: [("what", amendment.What), ("amendment", amendment.Id.ToString())]);
    }
}

/// <summary>A rule was changed after publication: which, when and why.</summary>
public sealed class Amendment
{
    private Amendment()
    {
    }

    internal Amendment(Guid vacancy, DateTimeOffset at, string what, LocalizedText reason) =>
        (VacancyId, At, What, Reason) = (vacancy, at, what, reason);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid VacancyId { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>The names of the rules, with commas between.</summary>
    public string What { get; private set; } = "";
    public LocalizedText Reason { get; private set; } = LocalizedText.Empty();

    public IReadOnlyList<string> Rules => What.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
