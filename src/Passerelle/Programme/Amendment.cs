using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Programme;

/// <summary>What a change after validation is about.</summary>
public enum AmendedItem
{
    Axis,
    Theme,
    Action,
    Orientation,
}

public enum AmendmentChange
{
    Added,
    Renamed,
    /// <summary>The words that describe it changed, not its name.</summary>
    Described,
    /// <summary>An action carries out another orientation than before.</summary>
    Cites,
    Ended,
}

/// <summary>One change to a validated year: when, by whom, what, and the words before and after.</summary>
internal sealed class Amendment : IHasReaders
{
    private Amendment()
    {
    }

    public Amendment(Guid year, Act act, AmendedItem item, string code, AmendmentChange change, LocalizedText before, LocalizedText after)
    {
        (Id, YearId, At, By) = (Guid.CreateVersion7(), year, act.At, act.Person);
        (Item, Code, Change, Before, After) = (item, code, change, before, after);
    }

    public Guid Id { get; private set; }
    public Guid YearId { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid? By { get; private set; }
    public AmendedItem Item { get; private set; }
    public string Code { get; private set; } = "";
    public AmendmentChange Change { get; private set; }
    public LocalizedText Before { get; private set; } = LocalizedText.Empty();
    public LocalizedText After { get; private set; } = LocalizedText.Empty();

    public Readers Readers => Readers.Apart;
}
