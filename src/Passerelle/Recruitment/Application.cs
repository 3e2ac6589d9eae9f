using Passerelle.Platform;
using Passerelle.Platform.Data;
using static Passerelle.Recruitment.Texts;

namespace Passerelle.Recruitment;

public enum ApplicationState
{
    /// <summary>Only its candidate sees it, until the deadline.</summary>
    Draft,

    /// <summary>Received and numbered.</summary>
    Sent,

    Withdrawn,

    /// <summary>Its address was not proven in time.</summary>
    Lapsed,

    /// <summary>By post and e-mail: one half is there, or both are being registered.</summary>
    Registered,

    /// <summary>By post and e-mail: a half never came in time, so it is not admissible.</summary>
    Incomplete,
}

/// <summary>By which of the ways that the vacancy allows it came.</summary>
public enum Channel
{
    Portal,
    Post,
}

/// <summary>
/// An application for a vacancy, from the draft on. Nobody needs an account: whoever has one of its links is its candidate,
/// and knowing somebody's address gives nothing. What is done with it after it was sent stands in other parts.
/// </summary>
public sealed partial class Application : Root
{
    public const int NameLimit = 120;
    public const int NeedsLimit = 1000;
    public const int MostPeriods = 40;

    /// <summary>An address that was not proven before sending must be within so many hours.</summary>
    public const int HoursToProve = 48;

    private Application()
    {
    }

    public Guid VacancyId { get; private set; }
    public ApplicationState State { get; private set; }
    public Channel Channel { get; private set; }

    /// <summary>Set when it is received; never given twice at a vacancy.</summary>
    public int? Number { get; private set; }
    public string Email { get; private set; } = "";
    public string EmailKey { get; private set; } = "";

    /// <summary>The same, once it is proven: there is one at a vacancy.</summary>
    public string? ProvenKey { get; private set; }
    public DateTimeOffset? ProvenAt { get; private set; }
    public string Name { get; private set; } = "";
    public string Language { get; private set; } = "";
    public Regime? Regime { get; private set; }
    public bool? CivilServant { get; private set; }
    public List<string> Declared { get; private set; } = [];
    public List<ExperiencePeriod> Periods { get; private set; } = [];
    public bool KeepInReserve { get; private set; }

    /// <summary>What an interview must allow for; seen by its organiser alone.</summary>
    public string Needs { get; private set; } = "";

    /// <summary>Those of today and, of what was sent, those that were replaced since, whose copies may still be on their way.</summary>
    public List<ApplicationDocument> AllDocuments { get; private set; } = [];

    public IReadOnlyList<ApplicationDocument> Documents => [.. AllDocuments.Where(d => d.ReplacedAt is null)];
    public List<ApplicationLink> Links { get; private set; } = [];
    public DateTimeOffset BegunAt { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Which revision of the missions and values was read before sending.</summary>
    public int? MissionsRead { get; private set; }

    /// <summary>The mail that took the copy to the Director; the Message-ID follows from it.</summary>
    public Guid? CopyMail { get; private set; }

    /// <summary>A copy went to the Director, or the candidate mailed it themselves.</summary>
    public bool IsCopied => CopyMail is not null || CopyReceivedAt is not null;

    public int Months => Periods.Months();

    /// <summary>Nothing more happens with it: it was withdrawn, lapsed, or stayed incomplete.</summary>
    public bool IsOver => State is ApplicationState.Withdrawn or ApplicationState.Lapsed or ApplicationState.Incomplete;

    /// <summary>When an address that is not proven must be.</summary>
    public DateTimeOffset? ProveBefore => ProvenAt is null && Channel == Channel.Portal ? SentAt?.AddHours(HoursToProve) : null;

    protected override string Kind => "application";

    public static Application Begin(Guid id, Guid vacancy, string name, string email, string emailKey, string language, DateTimeOffset at)
    {
        var application = new Application { Id = id, VacancyId = vacancy, Name = name, Email = email, EmailKey = emailKey, Language = language, BegunAt = at };
        application.Record(Act.BySystem(at), "application.begun");
        return application;
    }

    /// <summary>What follows its mailed link: the address is its candidate's.</summary>
    public void Prove(DateTimeOffset at)
    {
        MustBeAlive();
        if (at > ProveBefore)
        {
            throw new RuleBroken(T("rule.application.Lapsed"));
        }

        if (ProvenAt is null)
        {
            (ProvenAt, ProvenKey) = (at, EmailKey);
            Record(Act.BySystem(at), "application.proven");
        }
    }

    public void Tell(CandidateFacts facts, Vacancy vacancy, DateTimeOffset at)
    {
        MustBeOpen(vacancy, at);
        var known = vacancy.Criteria.Select(c => c.Code).Where(c => c != Criterion.Years).ToHashSet();
        (Name, Language, Regime, CivilServant, KeepInReserve) = (facts.Name, facts.Language, facts.Regime, facts.CivilServant, facts.KeepInReserve);
        Declared = [.. facts.Declared.Where(known.Contains).Distinct()];
        Record(Act.BySystem(at), "application.told");
    }

    public void Count(IReadOnlyList<ExperiencePeriod> periods, Vacancy vacancy, DateTimeOffset at)
    {
        MustBeOpen(vacancy, at);
        Periods = periods.Count <= MostPeriods ? [.. periods] : throw new RuleBroken(T("rule.periods", MostPeriods));
        Record(Act.BySystem(at), "application.told");
    }

    /// <summary>Needs may be told as long as an interview can still be held.</summary>
    public void Need(string needs, DateTimeOffset at)
    {
        MustBeAlive();
        Needs = needs;
        Record(Act.BySystem(at), "application.told");
    }

    /// <summary>
    /// Sends it, if its complete arrival is in time; sent again before the deadline, it is received anew under its number.
    /// What is missing is said all at once.
    /// </summary>
    public void Send(Vacancy vacancy, int missionsRead, DateTimeOffset arrived)
    {
        MustBeOpen(vacancy, arrived);
        if (Lacks(vacancy) is { Count: > 0 } lacks)
        {
            throw new RuleBroken(T("rule.application.lacks", string.Join(" · ", lacks)));
        }

        Number ??= vacancy.NextNumber();
        (State, SentAt, MissionsRead) = (ApplicationState.Sent, arrived, missionsRead);
        Record(Act.BySystem(arrived), "application.sent", data: [("number", $"{Number}")]);
    }

    /// <summary>What must be there before it can be sent, in words.</summary>
    public IReadOnlyList<string> Lacks(Vacancy vacancy)
    {
        List<string> lacks = [];
        if (Regime is null || CivilServant is null)
        {
            lacks.Add(T("lack.regime"));
        }

        if (Cv is null)
        {
            lacks.Add(T("lack.cv"));
        }

        lacks.AddRange(Platform.Localization.Language.Official.Where(l => Letter(l) is null).Select(l => T("lack.letter." + l)));
        if (vacancy.Rules.LetterLimit == LetterLimit.InAll && Documents.Where(d => d.Slot == DocumentSlot.Letter).Sum(d => d.Pages) > vacancy.Rules.LetterPages)
        {
            lacks.Add(T("lack.letter.pages", vacancy.Rules.LetterPages));
        }

        return lacks;
    }

    /// <summary>Its address was wrong, and is corrected.</summary>
    public void Readdress(string email, string emailKey, Act act)
    {
        (Email, EmailKey) = (email, emailKey);
        Record(act, "application.readdressed");
    }

    public void CopiedBy(Guid mail) => CopyMail = mail;

    public void Withdraw(DateTimeOffset at)
    {
        MustBeAlive();
        (State, WithdrawnAt, ProvenKey) = (ApplicationState.Withdrawn, at, null);
        Record(Act.BySystem(at), "application.withdrawn", data: [("number", Number?.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
    }

    /// <summary>All that it holds goes; that it was there stays known, and not what it was.</summary>
    public void Erased(Act act) => Record(act, "application.erased", data: [("number", Number?.ToString(System.Globalization.CultureInfo.InvariantCulture))]);

    /// <summary>Nobody followed the link that was mailed.</summary>
    public void Lapse(Act act)
    {
        State = ApplicationState.Lapsed;
        Record(act, "application.lapsed", data: [("number", Number?.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
    }

    /// <summary>A new link to it. Only its hash is kept.</summary>
    public string NewLink(DateTimeOffset at, bool proves)
    {
        var token = Secret.New();
        Links.Add(new(Id, Secret.HashOf(token), at, proves));
        return token;
    }

    /// <summary>Its candidate may change it: the deadline alone counts, not when the page was opened.</summary>
    private void MustBeOpen(Vacancy vacancy, DateTimeOffset at)
    {
        MustBeAlive();
        if (Channel == Channel.Post)
        {
            throw new RuleBroken(T("rule.application.Registered"));
        }

        if (!vacancy.Takes(at))
        {
            throw new DeadlinePassed(at);
        }
    }

    private void MustBeAlive()
    {
        if (IsOver)
        {
            throw new RuleBroken(T($"rule.application.{State}"));
        }
    }
}
