using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Recruitment;

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

    internal bool SaysTheSame(Criterion other) => Code == other.Code && Words.HasSameWords(other.Words);

    internal void Reword(LocalizedText words) => Words = words;

    internal void Take(Criterion said) => (Words, Place) = (Words.ReplacedBy(said.Words), said.Place);
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

    internal bool SaysTheSame(LanguageDemand other) => Code == other.Code && Words.HasSameWords(other.Words);

    internal void Reword(LocalizedText words) => Words = words;

    internal void Take(LanguageDemand said) => (Level, Words, Place) = (said.Level, Words.ReplacedBy(said.Words), said.Place);
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

    internal bool SaysTheSame(JudgedAttribute other) => Competence == other.Competence && Words.HasSameWords(other.Words);

    internal void Reword(LocalizedText words) => Words = words;

    internal void Take(JudgedAttribute said) => (Words, Place) = (Words.ReplacedBy(said.Words), said.Place);
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
