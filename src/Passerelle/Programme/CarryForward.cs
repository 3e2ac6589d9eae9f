using Passerelle.Platform.Data;

namespace Passerelle.Programme;

/// <summary>The parts of a year, as they stand.</summary>
internal sealed record YearParts(ProgrammeYear Year, IReadOnlyList<Axis> Axes, IReadOnlyList<Theme> Themes, IReadOnlyList<PriorityAction> Actions, IReadOnlyList<Orientation> Orientations);

/// <summary>Begins the next year with copies of what continues: same codes, same words, same order.</summary>
internal static class CarryForward
{
    /// <summary>
    /// What to write for the next year. Axes and orientations all continue; a theme continues when it is chosen, or
    /// something under it is; an action only when it is chosen.
    /// </summary>
    public static IReadOnlyList<Root> Make(YearParts before, IReadOnlySet<string> themes, IReadOnlySet<string> actions, Guid id, Act act)
    {
        var kept = before.Actions.Where(a => actions.Contains(a.Code)).ToList();
        var needed = kept.Select(a => a.ThemeId).Concat(before.Themes.Where(t => themes.Contains(t.Code)).Select(t => t.Id)).ToHashSet();
        needed.UnionWith(before.Themes.Where(t => needed.Contains(t.Id) && t.ParentId is not null).Select(t => t.ParentId!.Value).ToList());

        var next = ProgrammeYear.CarryForward(id, before.Year, kept.Count, act);
        var axes = before.Axes.ToDictionary(a => a.Id, a => a.In(next));
        var orientations = before.Orientations.ToDictionary(o => o.Id, o => o.In(next));
        Dictionary<Guid, Theme> copies = [];
        foreach (var theme in before.Themes.Where(t => needed.Contains(t.Id)).OrderBy(t => t.ParentId is not null).ThenBy(t => t.Order))
        {
            copies[theme.Id] = theme.In(next, axes[theme.AxisId], theme.ParentId is { } parent ? copies[parent] : null);
        }

        return [next, .. axes.Values, .. orientations.Values, .. copies.Values, .. kept.Select(a => a.In(next, copies[a.ThemeId], orientations[a.OrientationId]))];
    }
}
