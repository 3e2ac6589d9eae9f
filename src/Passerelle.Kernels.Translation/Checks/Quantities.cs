using System.Globalization;
using System.Text.RegularExpressions;
using Passerelle.Kernels.Translation.Distance;

namespace Passerelle.Kernels.Translation.Checks;

/// <summary>What is counted.</summary>
internal enum QuantityKind
{
    Date,
    Time,
    Amount,
    Number,
}

/// <summary>A quantity in a text.</summary>
/// <param name="Value">In a form that no language has: 2026-03-12, 09:30, 1234.5 EUR, 1234.5; what is no number in its language is as written.</param>
/// <param name="Written">A number as it is written; null for the other kinds.</param>
/// <param name="IsCode">Whether it is no number in its language, such as «3.2» in French.</param>
internal readonly record struct Quantity(QuantityKind Kind, string Value, int At, int Length, string? Written = null, bool IsCode = false)
{
    /// <summary>Whether two say the same; a code is compared by how it is written.</summary>
    public bool Same(Quantity other) => Kind == other.Kind && (IsCode || other.IsCode ? Written == other.Written : Value == other.Value);
}

/// <summary>Finds dates, times, amounts of money and other numbers as French, Dutch and English write them.</summary>
internal static partial class Quantities
{
    private const string Number = @"(?<!\d)\d{1,15}(?:[.,]\d{1,15}|[ \u00A0\u202F]\d{3}(?!\d)){0,8}";
    private const string Blank = @"[ \u00A0\u202F]";
    private const string Currency = @"€|euros?\b|EUR\b|\$|USD\b|dollars?\b|£|GBP\b|CHF\b";
    private const string Times = @"millions?|miljoen|mln\.?|milliards?|miljard|mld\.?|billions?|mille|duizend|thousand|k|M";

    /// <summary>The months by their names and usual short forms.</summary>
    private static readonly Dictionary<string, int> Months = new[]
    {
        "janvier januari january janv jan", "février februari february févr feb febr", "mars maart march mrt mar", "avril april avr apr", "mai mei may", "juin juni june jun",
        "juillet juli july juil jul", "août augustus august aug", "septembre september sept sep", "octobre oktober october oct okt", "novembre november nov", "décembre december déc dec",
    }.SelectMany((names, i) => names.Split(' ').Select(n => (n, i + 1))).ToDictionary(n => n.n, n => n.Item2, StringComparer.OrdinalIgnoreCase);

    /// <summary>All of a text, in order; none lies in another.</summary>
    public static List<Quantity> In(string text, string language)
    {
        List<Quantity> found = [];
        text = WithoutAddresses(text);
        foreach (var (pattern, read) in new (Regex, Func<Match, string, Quantity?>)[] { (NamedDay(), Named), (EnglishDay(), Named), (NamedMonth(), Named), (FiguresDay(), Figures), (Clock(), Hour), (FirstOfTwo(), Hour), (Money(), Amount), (MoneyBefore(), Amount) })
        {
            foreach (Match match in pattern.Matches(text))
            {
                if (read(match, language) is { } quantity && !found.Exists(f => Overlap(f, quantity)))
                {
                    found.Add(quantity);
                }
            }
        }

        found.AddRange(Tokens.In(text).Where(t => t.Kind == TokenKind.Number).Select(t => Plain(text.Substring(t.At, t.Length), t, language)).Where(q => !found.Exists(f => Overlap(f, q))).ToList());
        found.Sort((a, b) => a.At.CompareTo(b.At));
        return found;
    }

    /// <summary>The same text with as many signs that mean nothing in the place of each address.</summary>
    private static string WithoutAddresses(string text)
    {
        var addresses = ElementChecks.AddressesIn(text).ToList();
        return addresses.Count == 0 ? text : string.Create(text.Length, (text, addresses), static (to, from) =>
        {
            from.text.CopyTo(to);
            foreach (var address in from.addresses)
            {
                to.Slice(address.At, address.Length).Fill('@');
            }
        });
    }

    private static Quantity Plain(string text, Token token, string language) =>
        WrittenNumber.Value(text, language) is { } value ? new(QuantityKind.Number, WrittenNumber.Trimmed(value), token.At, token.Length, text) : new(QuantityKind.Number, text, token.At, token.Length, text, IsCode: true);

    private static Quantity? Named(Match match, string language)
    {
        if (!Months.TryGetValue(match.Groups["month"].Value, out var month))
        {
            return null;
        }

        var (day, year) = (match.Groups["day"], match.Groups["year"]);
        return Date(match, day.Success ? int.Parse(day.ValueSpan, CultureInfo.InvariantCulture) : null, month, year.Success ? year.Value : null);
    }

    private static Quantity? Figures(Match match, string language)
    {
        var iso = match.Groups["iso"].Success;
        var (first, second) = (int.Parse(match.Groups[iso ? "m" : "a"].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups[iso ? "d" : "b"].ValueSpan, CultureInfo.InvariantCulture));
        var year = match.Groups[iso ? "iso" : "year"].Value;
        var (day, month) = iso ? (second, first) : (first, second);
        return month is < 1 or > 12 || day is < 1 or > 31 ? null : Date(match, day, month, year.Length == 2 ? "20" + year : year);
    }

    private static Quantity? Date(Match match, int? day, int month, string? year) =>
        day is < 1 or > 31 ? null : new(QuantityKind.Date, string.Create(CultureInfo.InvariantCulture, $"{year ?? "-"}-{month:00}{(day is { } d ? $"-{d:00}" : "")}"), match.Index, match.Length);

    private static Quantity? Hour(Match match, string language)
    {
        var hour = int.Parse(match.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"] is { Success: true } m ? int.Parse(m.ValueSpan, CultureInfo.InvariantCulture) : 0;
        hour = match.Groups["half"].Value switch { "a" when hour == 12 => 0, "p" when hour < 12 => hour + 12, _ => hour };
        return hour > 24 || minute > 59 ? null : new(QuantityKind.Time, string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}"), match.Index, match.Length);
    }

    private static Quantity? Amount(Match match, string language)
    {
        if (WrittenNumber.Value(match.Groups["number"].ValueSpan, language) is not { } value)
        {
            return null;
        }

        var zeros = match.Groups["times"].Value.ToLowerInvariant() switch
        {
            "" => 0,
            "mille" or "duizend" or "thousand" or "k" => 3,
            "milliard" or "milliards" or "miljard" or "mld" or "mld." or "billion" or "billions" => 9,
            _ => 6,
        };
        var currency = match.Groups["currency"].Value.ToLowerInvariant() switch { "€" or "euro" or "euros" or "eur" => "EUR", "£" or "gbp" => "GBP", "chf" => "CHF", _ => "USD" };
        return new(QuantityKind.Amount, WrittenNumber.Trimmed(Multiplied(value, zeros)) + " " + currency, match.Index, match.Length);
    }

    private static string Multiplied(string value, int zeros)
    {
        var (whole, decimals) = value.IndexOf('.', StringComparison.Ordinal) is >= 0 and var at ? (value[..at], value[(at + 1)..]) : (value, "");
        var digits = decimals.PadRight(zeros, '0');
        return zeros == 0 ? value : (whole + digits[..zeros]).TrimStart('0').PadLeft(1, '0') + (digits.Length > zeros ? "." + digits[zeros..] : "");
    }

    private static bool Overlap(Quantity a, Quantity b) => a.At < b.At + b.Length && b.At < a.At + a.Length;

    [GeneratedRegex(@"(?<!\d)(?<day>\d{1,2})(?:er|e|de|ste|st|nd|rd|th|\.)?" + Blank + @"(?:of )?(?<month>\p{L}{3,9})\b\.?(?:,?" + Blank + @"(?<year>\d{4})\b)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NamedDay();

    [GeneratedRegex(@"\b(?<month>[JFMASOND]\p{L}{2,8})\.?" + Blank + @"(?<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,?" + Blank + @"(?<year>\d{4})\b)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex EnglishDay();

    [GeneratedRegex(@"\b(?<month>\p{L}{3,9})\.?" + Blank + @"(?<year>[12]\d{3})\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NamedMonth();

    [GeneratedRegex(@"(?<![\d/.-])(?:(?<a>\d{1,2})(?<mark>[/.-])(?<b>\d{1,2})\k<mark>(?<year>\d{4}|\d{2})|(?<iso>\d{4})-(?<m>\d{2})-(?<d>\d{2}))(?![\d/-]|\.\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FiguresDay();

    [GeneratedRegex(@"(?<![\d.,:])(?:(?<hour>\d{1,2})(?:" + Blank + @"?[hu]" + Blank + @"?(?<minute>\d{2})|:(?<minute>\d{2})(?:" + Blank + @"?(?<half>[ap])\.?m\b\.?|" + Blank + @"?(?:uur|u|h|heures?)\b)?|[.:](?<minute>\d{2})" + Blank + @"?(?:uur|u\b|h\b|(?<half>[ap])\.?m\b\.?)|" + Blank + @"?(?:heures?|uur|u|h|o’clock|o'clock)\b|" + Blank + @"?(?<half>[ap])\.?m\b\.?))(?![\d:])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Clock();

    /// <summary>«van 9 tot 18 uur», «tussen 8.15 en 8.45 uur»: the unit stands once.</summary>
    [GeneratedRegex(@"(?<![\d.,:])(?<hour>\d{1,2})(?:[.:](?<minute>\d{2}))?(?=" + Blank + "?(?:tot|en|à|et|to|and|-|–)" + Blank + @"?\d{1,2}(?:[.:]\d{2})?" + Blank + @"?(?:uur|u|h|heures|[ap]\.?m)\b)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FirstOfTwo();

    [GeneratedRegex("(?<number>" + Number + ")" + Blank + @"?(?:(?<times>" + Times + @")" + Blank + @"?(?:d[’'])?)?(?<currency>" + Currency + ")", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Money();

    [GeneratedRegex(@"(?<currency>€|\$|£|\bEUR|\bUSD|\bGBP|\bCHF)" + Blank + "?(?<number>" + Number + ")(?:" + Blank + @"?(?<times>" + Times + @")\b)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex MoneyBefore();
}
