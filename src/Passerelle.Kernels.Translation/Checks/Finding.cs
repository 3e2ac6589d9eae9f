using System.Globalization;
using Passerelle.Kernels.Translation.Distance;

namespace Passerelle.Kernels.Translation.Checks;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>Worth a look.</summary>
    Note,

    /// <summary>Probably a fault.</summary>
    Warning,

    /// <summary>A fault, unless the source has it too.</summary>
    Error,
}

/// <summary>A part of a text.</summary>
/// <param name="At">Where it begins, in UTF-16 units.</param>
/// <param name="Length">How long it is, in UTF-16 units.</param>
public readonly record struct TextRange(int At, int Length);

/// <summary>
/// Something in a translation that may be wrong. It has no words of its own: whoever shows it has a text for the rule, with the data's names
/// as placeholders.
/// </summary>
/// <param name="Rule">One of <see cref="CheckRule"/>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Source">Where in the source; null when nowhere in particular.</param>
/// <param name="Target">Where in the target; null when nowhere in particular.</param>
/// <param name="Data">What a message needs, by name.</param>
/// <param name="Key">
/// Stays the same while the rule and the two excerpts (or the whole texts, where there is no place) stay the same, so that a
/// dismissal can be remembered for the segment: the rule, a colon and sixteen hexadecimal digits.
/// </param>
public sealed record Finding(string Rule, Severity Severity, TextRange? Source, TextRange? Target, IReadOnlyDictionary<string, string> Data, string Key)
{
    internal static Finding Of(Segment segment, string rule, Severity severity, TextRange? source, TextRange? target, params (string Name, string Value)[] data) =>
        new(rule, severity, source, target, data.ToDictionary(d => d.Name, d => d.Value), KeyOf(rule, Excerpt(segment.Source, source, target), Excerpt(segment.Target, target, source)));

    internal static string KeyOf(string rule, string source, string target) =>
        rule + ":" + TokenKeys.OfText($"{source}\0{target}").ToString("x16", CultureInfo.InvariantCulture);

    private static string Excerpt(string text, TextRange? range, TextRange? other) => range is { } part ? text.Substring(part.At, part.Length) : other is null ? text : "";
}

/// <summary>The rules, as findings name them.</summary>
public static class CheckRule
{
    /// <summary>The source says something, the target nothing.</summary>
    public const string Empty = "text.empty";

    /// <summary>The target is the source.</summary>
    public const string Untranslated = "text.untranslated";

    /// <summary>Several words in a row stand in the target as in the source. Data: text.</summary>
    public const string Copied = "text.copied";

    /// <summary>A number of the source is not in the target. Data: value. The rules for dates, times and amounts are alike.</summary>
    public const string NumberMissing = "numbers.missing";

    /// <summary>A number of the target is not in the source. Data: value.</summary>
    public const string NumberExtra = "numbers.extra";

    /// <summary>Data: value, as 2026-03-12, --03-12 or 2026-03.</summary>
    public const string DateMissing = "dates.missing";

    /// <summary>Data: value.</summary>
    public const string DateExtra = "dates.extra";

    /// <summary>Data: value, as 09:30.</summary>
    public const string TimeMissing = "times.missing";

    /// <summary>Data: value.</summary>
    public const string TimeExtra = "times.extra";

    /// <summary>Data: value, as 1234.5 EUR.</summary>
    public const string AmountMissing = "amounts.missing";

    /// <summary>Data: value.</summary>
    public const string AmountExtra = "amounts.extra";

    /// <summary>A web or e-mail address. Data: value.</summary>
    public const string AddressMissing = "addresses.missing";

    /// <summary>Data: value.</summary>
    public const string AddressExtra = "addresses.extra";

    /// <summary>Data: value.</summary>
    public const string PlaceholderMissing = "placeholders.missing";

    /// <summary>Data: value.</summary>
    public const string PlaceholderExtra = "placeholders.extra";

    /// <summary>Data: value, a tag.</summary>
    public const string TagMissing = "tags.missing";

    /// <summary>Data: value.</summary>
    public const string TagExtra = "tags.extra";

    /// <summary>A tag that closes what is not open, or is never closed, though the source has it right. Data: value.</summary>
    public const string TagNesting = "tags.nesting";

    /// <summary>Tags in another order; languages may want it. Data: source, target.</summary>
    public const string TagOrder = "tags.order";

    /// <summary>Markdown: another number of headings, items, links, emphases, pieces of code. Data: kind, source, target.</summary>
    public const string Markdown = "markdown.structure";

    /// <summary>Another punctuation at the end. Data: source, target; empty when there is none.</summary>
    public const string End = "punctuation.end";

    /// <summary>Two blanks or more in a row.</summary>
    public const string DoubleSpace = "spaces.double";

    /// <summary>French wants a no-break space (U+00A0 or U+202F) there. Data: mark, and found: «space» or «none».</summary>
    public const string FrenchSpace = "spaces.french";

    /// <summary>Quotation marks of several kinds, not one within the other. Data: kinds.</summary>
    public const string QuotesMixed = "quotes.mixed";

    /// <summary>A quotation mark that opens or closes nothing. Data: mark.</summary>
    public const string QuotesUneven = "quotes.uneven";

    /// <summary>A quotation mark that the language does not have: «» in English, „ in French, and in Dutch « with the blank that French sets there. Data: mark.</summary>
    public const string QuotesForeign = "quotes.foreign";

    /// <summary>A term of the source whose translation is not in the target. Data: source, target (the choices, divided by « | »).</summary>
    public const string TermMissing = "terms.missing";

    /// <summary>A term that is not to be used. Data: target, and wanted (the choices, divided by « | »; empty when there is none).</summary>
    public const string TermForbidden = "terms.forbidden";

    /// <summary>Longer than allowed. Data: length, limit, in characters without tags.</summary>
    public const string Length = "length.limit";

    /// <summary>Seems to be in another language. Data: language.</summary>
    public const string Language = "language.wrong";

    /// <summary>The same source is translated otherwise elsewhere. Data: other.</summary>
    public const string Repeat = "repeats.inconsistent";
}
