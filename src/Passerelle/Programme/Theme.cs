using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;

namespace Passerelle.Programme;

/// <summary>A theme of an axis, or a sub-theme of a theme.</summary>
internal sealed class Theme : ProgrammeItem
{
    private Theme()
    {
    }

    public Guid AxisId { get; private set; }
    public Guid? ParentId { get; private set; }
    public string Slug { get; private set; } = "";
    public LocalizedText Name { get; private set; } = LocalizedText.Empty();
    public LocalizedText Summary { get; private set; } = LocalizedText.Empty();

    protected override AmendedItem Item => AmendedItem.Theme;

    protected override LocalizedText Words => Name;

    public static Theme Restore(ProgrammeYear year, Axis axis, Theme? parent, string code, string slug, int order, LocalizedText name, LocalizedText summary)
    {
        var theme = Make(axis, parent, slug, name, summary);
        theme.Place(year, PackIds.Of("theme", $"{year.Name}/{code}"), code, order);
        return theme;
    }

    /// <summary>A new theme, which gets the next free code and comes last.</summary>
    public static Theme Add(ProgrammeYear year, Guid id, Axis axis, Theme? parent, string code, string slug, int order, LocalizedText name, LocalizedText summary, Act act)
    {
        if (parent?.ParentId is not null)
        {
            throw new RuleBroken(Texts.T("theme.toodeep"), "parent");
        }

        var theme = Make(axis, parent, slug, name, summary);
        theme.Place(year, id, code, order);
        theme.Added(year, act);
        return theme;
    }

    public Theme In(ProgrammeYear next, Axis axis, Theme? parent)
    {
        var theme = Make(axis, parent, Slug, Name, Summary);
        theme.Place(next, Guid.CreateVersion7(), Code, Order);
        return theme;
    }

    public void Reword(ProgrammeYear year, LocalizedText name, LocalizedText summary, Act act)
    {
        Reworded(year, act, AmendmentChange.Renamed, Name, name);
        Reworded(year, act, AmendmentChange.Described, Summary, summary);
        (Name, Summary) = (name, summary);
    }

    /// <param name="year">Its year.</param>
    /// <param name="left">How many sub-themes and actions still stand under it.</param>
    /// <param name="today">The day it ends.</param>
    /// <param name="act">Who and when.</param>
    public void End(ProgrammeYear year, int left, DateOnly today, Act act)
    {
        if (left > 0)
        {
            throw new RuleBroken(Texts.N("theme.notempty", left));
        }

        End(year, today, act);
    }

    private static Theme Make(Axis axis, Theme? parent, string slug, LocalizedText name, LocalizedText summary) =>
        new() { AxisId = axis.Id, ParentId = parent?.Id, Slug = slug, Name = name, Summary = summary };
}
