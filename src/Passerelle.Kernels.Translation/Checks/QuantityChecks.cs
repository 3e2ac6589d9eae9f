using System.Globalization;
using Passerelle.Kernels.Translation.Distance;

namespace Passerelle.Kernels.Translation.Checks;

/// <summary>Dates, times, amounts and numbers that only one of the two texts has. A small number may be a word in one of them.</summary>
internal static class QuantityChecks
{
    private static readonly Dictionary<string, string[]> Words = new()
    {
        ["fr"] = ["zéro", "un|une|premier|première", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"],
        ["nl"] = ["nul", "een|één|eerste", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"],
        ["en"] = ["zero", "one|a|an|first", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
    };

    public static IEnumerable<Finding> Find(Segment segment)
    {
        var options = segment.Options;
        var (missing, extra) = Bags.Compare(Quantities.In(segment.Source, options.SourceLanguage), Quantities.In(segment.Target, options.TargetLanguage), (a, b) => a.Same(b));
        foreach (var quantity in missing.Where(q => !InWords(q, segment.Target, options.TargetLanguage)))
        {
            yield return Finding.Of(segment, Rule(quantity.Kind, CheckRule.DateMissing, CheckRule.TimeMissing, CheckRule.AmountMissing, CheckRule.NumberMissing), Severity.Error, new(quantity.At, quantity.Length), null, ("value", quantity.Value));
        }

        foreach (var quantity in extra.Where(q => !InWords(q, segment.Source, options.SourceLanguage)))
        {
            yield return Finding.Of(segment, Rule(quantity.Kind, CheckRule.DateExtra, CheckRule.TimeExtra, CheckRule.AmountExtra, CheckRule.NumberExtra), Severity.Error, null, new(quantity.At, quantity.Length), ("value", quantity.Value));
        }
    }

    private static string Rule(QuantityKind kind, string date, string time, string amount, string number) => kind switch
    {
        QuantityKind.Date => date,
        QuantityKind.Time => time,
        QuantityKind.Amount => amount,
        _ => number,
    };

    private static bool InWords(Quantity quantity, string text, string language) =>
        quantity.Kind == QuantityKind.Number && int.TryParse(quantity.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        && Words.TryGetValue(language, out var words) && value < words.Length
        && words[value].Split('|') is var names && Tokens.In(text).Exists(t => t.Kind == TokenKind.Word && Array.Exists(names, n => text.AsSpan(t.At, t.Length).Equals(n, StringComparison.OrdinalIgnoreCase)));
}
