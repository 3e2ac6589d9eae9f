using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;

namespace Passerelle.Programme;

/// <summary>What a body decided, with its date: the reason for the actions that carry it out.</summary>
internal sealed class Orientation : ProgrammeItem
{
    private Orientation()
    {
    }

    public LocalizedText Text { get; private set; } = LocalizedText.Empty();
    public Guid BodyId { get; private set; }
    public DateOnly Date { get; private set; }

    protected override AmendedItem Item => AmendedItem.Orientation;

    protected override LocalizedText Words => Text;

    public static Orientation Restore(ProgrammeYear year, string code, int order, LocalizedText text, Guid body, DateOnly date)
    {
        var orientation = new Orientation { Text = text, BodyId = body, Date = date };
        orientation.Place(year, PackIds.Of("orientation", $"{year.Name}/{code}"), code, order);
        return orientation;
    }

    public static Orientation Add(ProgrammeYear year, Guid id, string code, int order, LocalizedText text, Guid body, DateOnly date, Act act)
    {
        var orientation = new Orientation { Text = text, BodyId = body, Date = date };
        orientation.Place(year, id, code, order);
        orientation.Added(year, act);
        return orientation;
    }

    public Orientation In(ProgrammeYear next)
    {
        var orientation = new Orientation { Text = Text, BodyId = BodyId, Date = Date };
        orientation.Place(next, Guid.CreateVersion7(), Code, Order);
        return orientation;
    }

    public void Reword(ProgrammeYear year, LocalizedText text, Guid body, DateOnly date, Act act)
    {
        if (!Reworded(year, act, AmendmentChange.Renamed, Text, text) && (body != BodyId || date != Date))
        {
            Changed(year, act, AmendmentChange.Described, Text, text);
        }

        (Text, BodyId, Date) = (text, body, date);
    }
}

/// <summary>A body that may decide orientations, under the name that the programme cites it by.</summary>
internal sealed class DecidingBody : IHasReaders
{
    private DecidingBody()
    {
    }

    public DecidingBody(string code, LocalizedText name)
    {
        (Id, Code, Name) = (IdOf(code), code, name);
    }

    /// <summary>An id of its own: the body itself, which another capability keeps, has texts under the other.</summary>
    public static Guid IdOf(string code) => PackIds.Of("deciding-body", code);

    public Guid Id { get; private set; }

    /// <summary>Its id in the pack.</summary>
    public string Code { get; private set; } = "";
    public LocalizedText Name { get; private set; } = LocalizedText.Empty();

    public Readers Readers => Readers.Everyone;
}
