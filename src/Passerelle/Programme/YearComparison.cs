using Passerelle.Platform.Localization;
using Passerelle.Programme.Contract;

namespace Passerelle.Programme;

public enum YearChange
{
    New,
    Renamed,
    Ended,
    Continues,
}

/// <summary>One axis, theme, action or orientation in two years: its words before, now, or both.</summary>
public sealed record YearDifference(AmendedItem Item, string Code, YearChange Change, LocalizedText? Before, LocalizedText? After);

/// <summary>What a year brings against the one before: codes stay the same, so they tell.</summary>
internal static class YearComparison
{
    public static IReadOnlyList<YearDifference> Of(ProgrammeView before, ProgrammeView after) =>
    [
        .. Compare(AmendedItem.Axis, before.Axes.Select(a => (a.Code, a.Name)), after.Axes.Select(a => (a.Code, a.Name))),
        .. Compare(AmendedItem.Theme, before.Themes.Select(t => (t.Code, t.Name)), after.Themes.Select(t => (t.Code, t.Name))),
        .. Compare(AmendedItem.Action, before.Actions.Select(a => (a.Code, a.Title)), after.Actions.Select(a => (a.Code, a.Title))),
        .. Compare(AmendedItem.Orientation, before.Orientations.Select(o => (o.Code, o.Text)), after.Orientations.Select(o => (o.Code, o.Text))),
    ];

    private static IEnumerable<YearDifference> Compare(AmendedItem item, IEnumerable<(string Code, LocalizedText Words)> before, IEnumerable<(string Code, LocalizedText Words)> after)
    {
        var (old, now) = (before.ToList(), after.ToList());
        var was = old.ToDictionary(o => o.Code, o => o.Words);
        var still = now.Select(n => n.Code).ToHashSet();
        return now
            .Select(n => was.TryGetValue(n.Code, out var words)
                ? new YearDifference(item, n.Code, SameWords(words, n.Words) ? YearChange.Continues : YearChange.Renamed, words, n.Words)
                : new YearDifference(item, n.Code, YearChange.New, null, n.Words))
            .Concat(old.Where(o => !still.Contains(o.Code)).Select(o => new YearDifference(item, o.Code, YearChange.Ended, o.Words, null)));
    }

    private static bool SameWords(LocalizedText a, LocalizedText b) =>
        Language.Official.All(l => a.In(l)?.Value == b.In(l)?.Value);
}
