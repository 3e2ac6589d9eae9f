using System.Globalization;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Territory;

/// <summary>The day for which a page shows the territory: today, or «?on=2025-01-01».</summary>
internal static class DayShown
{
    public static DateOnly Of(Visit visit, DateOnly earliest) =>
        Read(visit.Query("on")) is { } on ? on < earliest ? earliest : on : visit.Today;

    /// <summary>The day that an address names; none where it is no day at all.</summary>
    public static DateOnly? Read(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) && on.Year is > 1900 and < 2200 ? on : null;

    /// <summary>An address for that day; today needs no mention.</summary>
    public static string Link(string path, DateOnly day, DateOnly today, params (string Key, string? Value)[] query)
    {
        var parts = query.Append(("on", day == today ? null : day.Iso())).Where(q => q.Item2 is not null).Select(q => $"{q.Item1}={Uri.EscapeDataString(q.Item2!)}").ToList();
        return Href.To(path) + (parts.Count == 0 ? "" : "?" + string.Join('&', parts));
    }
}
