using System.Globalization;

namespace Passerelle.Platform.Localization;

/// <summary>Dates, times and numbers as people write them, in the language of the interface.</summary>
public static class Say
{
    private const long Mega = 1024 * 1024;

    /// <summary>The zone in which instants are told; the pack names it.</summary>
    public static TimeZoneInfo Zone { get; set; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");

    private static CultureInfo Culture => Language.Culture(Language.Interface);

    private static string In(string fr, string nl, string en) => Language.Interface switch { "nl" => nl, "en" => en, _ => fr };

    /// <summary>vendredi 19 février 2021 · vrijdag 19 februari 2021 · Friday 19 February 2021</summary>
    public static string Date(DateOnly date) => $"{date.ToString("dddd", Culture)} {DayMonth(date)} {date.Year}";

    public static string Date(DateTimeOffset instant) => Date(LocalDate(instant));

    /// <summary>19 février 2021, without the weekday.</summary>
    public static string LongDate(DateOnly date) => $"{DayMonth(date)} {date.Year}";

    /// <summary>The first words of a text, at most so many characters, with «…» where it goes on.</summary>
    public static string Beginning(string text, int most) =>
        text.Length <= most ? text : string.Concat(text.AsSpan(0, text.LastIndexOf(' ', most) is > 0 and var end ? end : char.IsHighSurrogate(text[most - 1]) ? most - 1 : most), "…");

    /// <summary>19 févr. 2021</summary>
    public static string ShortDate(DateOnly date) => $"{Day(date)} {ShortMonth(date)} {date.Year}";

    public static string ShortDate(DateTimeOffset instant) => ShortDate(LocalDate(instant));

    /// <summary>19 février</summary>
    public static string DayMonth(DateOnly date) => $"{Day(date)} {date.ToString("MMMM", Culture)}";

    /// <summary>févr. · feb. · Feb</summary>
    public static string ShortMonth(DateOnly date) => date.ToString("MMM", Culture);

    public static string Weekday(DateOnly date) => date.ToString("dddd", Culture);

    public static string ShortWeekday(DateOnly date) => date.ToString("ddd", Culture);

    /// <summary>février 2021</summary>
    public static string MonthYear(DateOnly date) => $"{date.ToString("MMMM", Culture)} {date.Year}";

    /// <summary>18 h 30 · 18.30 uur · 18:30, which no line breaks</summary>
    public static string Time(TimeOnly time) => In(
        time.Minute == 0 ? $"{time.Hour}\u00A0h" : $"{time.Hour}\u00A0h\u00A0{time.Minute:00}",
        $"{time.Hour}.{time.Minute:00}\u00A0uur",
        $"{time.Hour}:{time.Minute:00}");

    public static string Time(DateTimeOffset instant) => Time(TimeOnly.FromDateTime(Local(instant).DateTime));

    /// <summary>18 h 30 – 20 h 30 · 18.30 – 20.30 uur</summary>
    public static string Times(TimeOnly from, TimeOnly to)
    {
        var start = Time(from);
        return $"{(Language.Interface == "nl" ? start[..^4] : start)} – {Time(to)}";
    }

    /// <summary>vendredi 19 février 2021 à 12 h · vrijdag 19 februari 2021 om 12.00 uur</summary>
    public static string DateTime(DateTimeOffset instant) => $"{Date(instant)} {In("à", "om", "at")} {Time(instant)}";

    public static string DateTime(DateOnly date, TimeOnly time) => $"{Date(date)} {In("à", "om", "at")} {Time(time)}";

    /// <summary>19 févr. 2021, 12 h: for histories and tables.</summary>
    public static string ShortDateTime(DateTimeOffset instant) => $"{ShortDate(instant)}, {Time(instant)}";

    /// <summary>A number with the separators of the language.</summary>
    public static string Number(long number) => number.ToString("N0", Culture);

    public static string Number(decimal number, int decimals) => number.ToString("N" + decimals, Culture);

    /// <summary>A part of one as a percentage.</summary>
    public static string Percent(double part, int decimals = 0) => part.ToString("P" + decimals, Culture);

    /// <summary>Days since: 0 aujourd'hui, 1 hier, 31 il y a 31 jours; negative for days to come.</summary>
    public static string Ago(int days) => days switch
    {
        0 => In("aujourd’hui", "vandaag", "today"),
        1 => In("hier", "gisteren", "yesterday"),
        -1 => In("demain", "morgen", "tomorrow"),
        > 0 => In($"il y a {days} jours", $"{days} dagen geleden", $"{days} days ago"),
        _ => In($"dans {-days} jours", $"over {-days} dagen", $"in {-days} days"),
    };

    public static string Ago(DateOnly date, DateOnly today) => Ago(today.DayNumber - date.DayNumber);

    /// <summary>a, b et c · a, b en c · a, b and c</summary>
    public static string All(IReadOnlyList<string> things) => things.Count switch
    {
        0 => "",
        1 => things[0],
        _ => $"{string.Join(", ", things.Take(things.Count - 1))} {In("et", "en", "and")} {things[^1]}",
    };

    /// <summary>A file's size: 640 ko · 640 kB, 2,4 Mo · 2,4 MB</summary>
    /// <remarks>Counted as the limit of uploads is: a megabyte is 1024 × 1024 bytes.</remarks>
    public static string Size(long bytes) => bytes < Mega
        ? $"{Number(Math.Max(1, bytes / 1024))}\u00A0{In("ko", "kB", "kB")}"
        : $"{Number(bytes / (decimal)Mega, bytes % Mega < Mega / 20 ? 0 : 1)}\u00A0{In("Mo", "MB", "MB")}";

    public static DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    public static DateOnly LocalDate(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    private static string Day(DateOnly date) => date.Day == 1 && Language.Interface == "fr" ? "1er" : date.Day.ToString(CultureInfo.InvariantCulture);
}
