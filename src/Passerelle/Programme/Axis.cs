using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;

namespace Passerelle.Programme;

/// <summary>An axis of a year. The grouping's axes come with its pack; their words may change.</summary>
internal sealed class Axis : ProgrammeItem
{
    private Axis()
    {
    }

    public string Slug { get; private set; } = "";
    public LocalizedText Name { get; private set; } = LocalizedText.Empty();
    public LocalizedText Summary { get; private set; } = LocalizedText.Empty();

    protected override AmendedItem Item => AmendedItem.Axis;

    protected override LocalizedText Words => Name;

    public static Axis Restore(ProgrammeYear year, string code, string slug, int order, LocalizedText name, LocalizedText summary)
    {
        var axis = new Axis { Slug = slug, Name = name, Summary = summary };
        axis.Place(year, PackIds.Of("axis", $"{year.Name}/{code}"), code, order);
        return axis;
    }

    public Axis In(ProgrammeYear next)
    {
        var axis = new Axis { Slug = Slug, Name = Name, Summary = Summary };
        axis.Place(next, Guid.CreateVersion7(), Code, Order);
        return axis;
    }

    public void Reword(ProgrammeYear year, LocalizedText name, LocalizedText summary, Act act)
    {
        Reworded(year, act, AmendmentChange.Renamed, Name, name);
        Reworded(year, act, AmendmentChange.Described, Summary, summary);
        (Name, Summary) = (name, summary);
    }
}
