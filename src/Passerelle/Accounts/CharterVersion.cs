using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;
using Passerelle.Platform.Localization;

namespace Passerelle.Accounts;

/// <summary>One version of what everyone who takes part agrees to. A new one is asked for again.</summary>
internal sealed class CharterVersion : Root, IHasReaders
{
    private CharterVersion()
    {
    }

    public CharterVersion(int number, LocalizedText text, DateOnly date, Act act)
    {
        if (Platform.Localization.Language.Official.Any(l => text.StateIn(l) == TextState.Missing))
        {
            throw new RuleBroken(Texts.T("charter.both"), "text");
        }

        (Number, Text, Date) = (number, text, date);
        Record(act, "charter.published", isPublic: true, data: [("number", number.ToString())]);
    }

    public int Number { get; private set; }

    /// <summary>Markdown; its first line is the title.</summary>
    public LocalizedText Text { get; private set; } = LocalizedText.Empty();
    public DateOnly Date { get; private set; }

    public Readers Readers => Readers.Everyone;

    protected override string Kind => "charter";
}

/// <summary>Who accepted which version, and when. The event is its own, so that the person's profile is not another version for it.</summary>
internal sealed class CharterAcceptance : IRecords
{
    private readonly List<Event> _pending = [];

    private CharterAcceptance()
    {
    }

    public CharterAcceptance(Guid person, int number, DateTimeOffset at)
    {
        (PersonId, Number, At) = (person, number, at);
        _pending.Add(new(new(person, at), "person.accepted", "person", person, isPublic: false, person, personal: null, [("number", number.ToString())]));
    }

    public Guid PersonId { get; private set; }
    public int Number { get; private set; }
    public DateTimeOffset At { get; private set; }

    IReadOnlyList<Event> IRecords.Pending => _pending;

    void IRecords.Written() => _pending.Clear();
}
