using Passerelle.Platform.Localization;

namespace Passerelle.Bodies;

/// <summary>Periods in words.</summary>
internal static class Spans
{
    /// <summary>du 3 décembre 2018 au 1er mars 2021; depuis le 3 décembre 2018.</summary>
    public static string Dates(DateOnly from, DateOnly? until) =>
        until is { } last ? Texts.T("dates.until", Say.LongDate(from), Say.LongDate(last)) : Texts.T("dates.since", Say.LongDate(from));
}
