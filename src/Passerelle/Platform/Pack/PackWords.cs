using System.Globalization;

namespace Passerelle.Platform.Pack;

/// <summary>How codes, slugs and dates are written in a pack.</summary>
internal static class PackWords
{
    public const int LongestCode = 20;
    public const int LongestSlug = 60;

    public static bool IsSlug(string text) => text.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    public static bool IsCountry(string text) => text.Length == 2 && text.All(c => c is >= 'A' and <= 'Z');

    /// <summary>Stands where a date is wrong, so that reading goes on to the next fault.</summary>
    public static DateOnly NoDate { get; } = new(1970, 1, 1);

    public static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 1800 and <= 2200 ? date : null;
}
