using System.Collections.Frozen;
using System.Globalization;

namespace Passerelle.Kernels.Translation.Segmentation;

/// <summary>
/// Rules of the form «\b(?:art|blz)\.» before a character of a set: the texts that can stand before the place are few, so they are looked
/// up instead of being tried one by one.
/// </summary>
internal sealed class Abbreviations : IRuleGroup
{
    private readonly CharSet _after;
    private readonly string _written;
    private readonly bool _ignoreCase;
    private readonly FrozenSet<string> _texts;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly int[] _lengths;

    private Abbreviations(bool isBreak, CharSet after, string written, bool ignoreCase, IEnumerable<string> texts)
    {
        (IsBreak, _after, _written, _ignoreCase) = (isBreak, after, written, ignoreCase);
        _texts = texts.ToFrozenSet(ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        _lookup = _texts.GetAlternateLookup<ReadOnlySpan<char>>();
        _lengths = [.. _texts.Select(t => t.Length).Distinct().Order()];
    }

    public bool IsBreak { get; }

    /// <summary>The rule as a table, when it has that form.</summary>
    public static Abbreviations? Of(ReadRule rule) =>
        rule.Before is Pattern.Row { Parts: [Pattern.Nothing { Written: "\\b" }, .. var rest] } && rule.After is Pattern.Row { Parts: [Pattern.Set { Members: { } after } set] }
        && new Pattern.Row(rest).Texts is { } texts && texts.All(t => t.Length > 0 && char.IsLetterOrDigit(t[0]))
            ? new(rule.IsBreak, after, set.Written, rule.IgnoreCase, texts) : null;

    /// <summary>Those of one kind, before the same set, in one table.</summary>
    public static IEnumerable<Abbreviations> Joined(IEnumerable<Abbreviations> tables) =>
        tables.GroupBy(t => (t._ignoreCase, t._written)).Select(g => new Abbreviations(g.First().IsBreak, g.First()._after, g.Key._written, g.Key._ignoreCase, g.SelectMany(t => t._texts)));

    public bool Matches(ReadOnlySpan<char> text, int place)
    {
        if (!_after.Has(text[place]))
        {
            return false;
        }

        foreach (var length in _lengths)
        {
            if (length > place)
            {
                return false;
            }

            if ((length == place || !IsWord(text[place - length - 1])) && _lookup.Contains(text.Slice(place - length, length)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What «\b» takes for a part of a word.</summary>
    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c)
        || (c > 127 ? c is '\u200C' or '\u200D' || char.GetUnicodeCategory(c) is <= UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation : c == '_');
}
