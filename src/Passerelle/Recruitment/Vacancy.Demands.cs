using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using static Passerelle.Recruitment.Texts;

namespace Passerelle.Recruitment;

/// <summary>The four categories of competence that a vacancy describes and its panel judges.</summary>
public enum Competence
{
    General,
    Generic,
    Personal,
    Technical,
}

/// <summary>What is asked of candidates, and who judges it.</summary>
public sealed partial class Vacancy
{
    public const int MostAttributes = 6;

    public List<Criterion> Criteria { get; private set; } = [];
    public List<LanguageDemand> Languages { get; private set; } = [];
    public List<JudgedAttribute> Attributes { get; private set; } = [];
    public List<PanelMember> Panel { get; private set; } = [];

    /// <summary>Which criteria admit together.</summary>
    public Admission Admission => Admission.Parse(Rules.Admission);

    public bool IsJuror(Guid? person) => person is { } id && Panel.Exists(j => j.PersonId == id && j.LeftAt is null);

    /// <summary>Says what is asked for. Once it is published that is an amendment.</summary>
    public void Demand(IReadOnlyList<Criterion> criteria, string admission, IReadOnlyList<LanguageDemand> languages, LocalizedText reason, Act act)
    {
        if (Admission.Parse(admission).Codes.FirstOrDefault(c => criteria.All(k => k.Code != c)) is { } unknown)
        {
            throw new RuleBroken(T("rule.admission.unknown", unknown), "admission");
        }

        MustTakeChanges(act);
        List<string> changed = [];
        if (admission != Rules.Admission || !criteria.Select(c => (c.Code, c.Words.SourceValue)).SequenceEqual(Criteria.OrderBy(c => c.Place).Select(c => (c.Code, c.Words.SourceValue))))
        {
            changed.Add("admission");
        }

        if (!languages.Select(l => (l.Code, l.Level, l.Words.SourceValue)).SequenceEqual(Languages.OrderBy(l => l.Place).Select(l => (l.Code, l.Level, l.Words.SourceValue))))
        {
            changed.Add("language");
        }

        if (changed.Count > 0)
        {
            (Criteria, Languages, Rules) = ([.. criteria], [.. languages], Rules with { Admission = admission });
            Changed(changed, reason, act);
        }
    }

    /// <summary>Says what jurors score: at most six attributes in each category.</summary>
    public void Judge(IReadOnlyList<JudgedAttribute> attributes, LocalizedText reason, Act act)
    {
        if (attributes.GroupBy(a => a.Competence).Any(g => g.Count() > MostAttributes))
        {
            throw new RuleBroken(T("rule.attributes", MostAttributes), "attributes");
        }

        if (attributes.Count == Attributes.Count && attributes.Zip(Attributes.OrderBy(a => a.Competence).ThenBy(a => a.Place)).All(p => p.First.Competence == p.Second.Competence && p.First.Words.HasSameWords(p.Second.Words)))
        {
            return;
        }

        MustTakeChanges(act);
        Attributes = [.. attributes];
        Changed(["attributes"], reason, act);
    }

    public void SeatJuror(Guid person, Act act)
    {
        if (IsJuror(person))
        {
            throw new RuleBroken(T("rule.juror.there"), "person");
        }

        Panel.Add(new(Id, person, act.At));
        Record(act, "vacancy.juror", person: person);
    }

    public void Release(Guid person, Act act)
    {
        if (Panel.Find(j => j.PersonId == person && j.LeftAt is null) is { } juror)
        {
            juror.LeftAt = act.At;
            Record(act, "vacancy.juror-left", person: person);
        }
    }
}

/// <summary>One condition of admission.</summary>
public sealed class Criterion : IHasReaders
{
    /// <summary>The criterion that is counted from the periods of experience that a candidate declares.</summary>
    public const string Years = "years";

    private Criterion()
    {
    }

    public Criterion(Guid id, string code, LocalizedText words, int place) => (Id, Code, Words, Place) = (id, code, words, place);

    public Guid Id { get; private set; }
    public Guid VacancyId { get; private set; }
    public string Code { get; private set; } = "";
    public LocalizedText Words { get; private set; } = LocalizedText.Empty();
    public int Place { get; private set; }

    public Readers Readers => Readers.Everyone;

    public TextState Lowest => TextState.Approved;
}

/// <summary>Levels of the Common European Framework of Reference for languages.</summary>
public enum CefrLevel
{
    A1,
    A2,
    B1,
    B2,
    C1,
    C2,
}

/// <summary>A language that the post asks for: «second» is the official one that is not the candidate's own.</summary>
public sealed class LanguageDemand : IHasReaders
{
    public const string Second = "second";

    private LanguageDemand()
    {
    }

    public LanguageDemand(Guid id, string code, CefrLevel level, LocalizedText words, int place) => (Id, Code, Level, Words, Place) = (id, code, level, words, place);

    public Guid Id { get; private set; }
    public Guid VacancyId { get; private set; }
    public string Code { get; private set; } = "";
    public CefrLevel Level { get; private set; }
    public LocalizedText Words { get; private set; } = LocalizedText.Empty();
    public int Place { get; private set; }

    public Readers Readers => Readers.Everyone;

    public TextState Lowest => TextState.Approved;
}

/// <summary>What jurors give a level to.</summary>
public sealed class JudgedAttribute : IHasReaders
{
    private JudgedAttribute()
    {
    }

    public JudgedAttribute(Guid id, Competence competence, LocalizedText words, int place) => (Id, Competence, Words, Place) = (id, competence, words, place);

    public Guid Id { get; private set; }
    public Guid VacancyId { get; private set; }
    public Competence Competence { get; private set; }
    public LocalizedText Words { get; private set; } = LocalizedText.Empty();
    public int Place { get; private set; }

    public Readers Readers => Readers.Everyone;

    public TextState Lowest => TextState.Approved;
}

/// <summary>A juror, from when to when.</summary>
public sealed class PanelMember
{
    private PanelMember()
    {
    }

    internal PanelMember(Guid vacancy, Guid person, DateTimeOffset since) => (VacancyId, PersonId, Since) = (vacancy, person, since);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid VacancyId { get; private set; }
    public Guid PersonId { get; private set; }
    public DateTimeOffset Since { get; private set; }
    public DateTimeOffset? LeftAt { get; internal set; }
}
