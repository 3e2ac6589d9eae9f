using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;

namespace Passerelle.Programme;

/// <summary>A priority action: it stands under a theme and carries out an orientation.</summary>
internal sealed class PriorityAction : ProgrammeItem
{
    private PriorityAction()
    {
    }

    public Guid ThemeId { get; private set; }
    public Guid OrientationId { get; private set; }
    public LocalizedText Title { get; private set; } = LocalizedText.Empty();

    protected override AmendedItem Item => AmendedItem.Action;

    protected override LocalizedText Words => Title;

    public static PriorityAction Restore(ProgrammeYear year, Theme theme, Orientation orientation, string code, int order, LocalizedText title)
    {
        var action = Make(theme, orientation, title);
        action.Place(year, PackIds.Of("action", $"{year.Name}/{code}"), code, order);
        return action;
    }

    public static PriorityAction Add(ProgrammeYear year, Guid id, Theme theme, Orientation orientation, string code, int order, LocalizedText title, Act act)
    {
        var action = Make(theme, orientation, title);
        action.Place(year, id, code, order);
        action.Added(year, act);
        return action;
    }

    public PriorityAction In(ProgrammeYear next, Theme theme, Orientation orientation)
    {
        var action = Make(theme, orientation, Title);
        action.Place(next, Guid.CreateVersion7(), Code, Order);
        return action;
    }

    /// <summary>Changes the title, and the orientation that it carries out.</summary>
    public void Reword(ProgrammeYear year, LocalizedText title, Orientation before, Orientation orientation, Act act)
    {
        Reworded(year, act, AmendmentChange.Renamed, Title, title);
        if (orientation.Id != OrientationId)
        {
            Changed(year, act, AmendmentChange.Cites, before.Text, orientation.Text);
        }

        (Title, OrientationId) = (title, orientation.Id);
    }

    public new void End(ProgrammeYear year, DateOnly today, Act act) => base.End(year, today, act);

    private static PriorityAction Make(Theme theme, Orientation orientation, LocalizedText title) =>
        new() { ThemeId = theme.Id, OrientationId = orientation.Id, Title = title };
}
