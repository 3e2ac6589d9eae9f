using System.Globalization;
using Passerelle.Platform.Localization;

namespace Passerelle.Recruitment;

/// <summary>Instants as a deadline needs them told.</summary>
public static class Clocks
{
    /// <summary>To the millisecond, on the clocks of a zone: «19 février 2021 à 11:59:59,412 (+01:00)».</summary>
    public static string Exact(DateTimeOffset instant, string zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(zone));
        var time = local.ToString("HH:mm:ss.fff (zzz)", CultureInfo.InvariantCulture);
        return Texts.T("clock.exact", Say.LongDate(DateOnly.FromDateTime(local.DateTime)), Language.Interface == "en" ? time : time.Replace('.', ','));
    }

    /// <summary>59 months as «4 years and 11 months».</summary>
    public static string Months(int months) =>
        Say.All([.. months >= 12 ? new[] { Texts.N("years", months / 12) } : [], .. months % 12 > 0 || months == 0 ? new[] { Texts.N("months", months % 12) } : []]);

    /// <summary>What is left, as a clock that runs down: 3 d 04:05:06.</summary>
    public static string Left(TimeSpan left) =>
        left <= TimeSpan.Zero ? "00:00:00" : left.Days > 0 ? Texts.T("left.days", left.Days, left.ToString("hh\\:mm\\:ss", CultureInfo.InvariantCulture)) : left.ToString("hh\\:mm\\:ss", CultureInfo.InvariantCulture);
}
