using Passerelle.Platform.Localization;

namespace Passerelle.Programme.Contract;

/// <summary>One of the axes of a year. Its code is also the key of its colour.</summary>
public sealed record AxisCard(string Code, string Slug, LocalizedText Name, int Order, LocalizedText Summary);

/// <summary>A theme, or with <paramref name="Parent"/> (a theme's code) a sub-theme.</summary>
public sealed record ThemeCard(string Code, string Slug, LocalizedText Name, string Axis, string? Parent, int Order, LocalizedText Summary);

/// <summary>What a body decided, and a priority action carries out.</summary>
/// <param name="Body">The body's id in the pack.</param>
public sealed record OrientationCard(string Code, LocalizedText Text, string Body, DateOnly Date, LocalizedText BodyName);

/// <summary>A priority action, under a theme or sub-theme, carrying out an orientation (both by code).</summary>
public sealed record ActionCard(string Code, LocalizedText Title, string Theme, string Orientation, int Order);

/// <summary>
/// The programme of a year, as it stands: what was ended within the year is not in it. Everything is in order, and
/// is found by its code, which it keeps from one year to the next.
/// </summary>
public sealed record ProgrammeView(
    int Year,
    DateOnly? Validated,
    IReadOnlyList<AxisCard> Axes,
    IReadOnlyList<ThemeCard> Themes,
    IReadOnlyList<ActionCard> Actions,
    IReadOnlyList<OrientationCard> Orientations)
{
    public static ProgrammeView None(int year) => new(year, null, [], [], [], []);

    public AxisCard? Axis(string code) => Axes.FirstOrDefault(a => a.Code == code);

    public ThemeCard? Theme(string code) => Themes.FirstOrDefault(t => t.Code == code);

    public ActionCard? Action(string code) => Actions.FirstOrDefault(a => a.Code == code);

    public OrientationCard? Orientation(string code) => Orientations.FirstOrDefault(o => o.Code == code);

    public AxisCard? AxisOf(string theme) => Theme(theme) is { } found ? Axis(found.Axis) : null;

    /// <summary>The themes of an axis, without their sub-themes.</summary>
    public IEnumerable<ThemeCard> ThemesOf(string axis) => Themes.Where(t => t.Axis == axis && t.Parent is null);

    public IEnumerable<ThemeCard> SubThemesOf(string theme) => Themes.Where(t => t.Parent == theme);

    /// <summary>The theme itself, and the sub-themes below it.</summary>
    public IEnumerable<ThemeCard> WithSubThemes(string theme) => Themes.Where(t => t.Code == theme || t.Parent == theme);

    /// <summary>The actions that stand directly under a theme or sub-theme.</summary>
    public IEnumerable<ActionCard> ActionsOf(string theme) => Actions.Where(a => a.Theme == theme);

    public IEnumerable<ActionCard> ActionsCarryingOut(string orientation) => Actions.Where(a => a.Orientation == orientation);
}
