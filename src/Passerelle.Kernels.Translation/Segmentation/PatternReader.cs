using System.Globalization;

namespace Passerelle.Kernels.Translation.Segmentation;

/// <summary>
/// Reads ICU's regular expressions (unicode-org.github.io/icu/userguide/strings/regexp), which SRX 2.0 prescribes. Read are: groups, looks around,
/// all quantifiers, sets with their unions, intersections and differences, properties, «\h», «\R», «\Q…\E», code points. Refused, with
/// a reason: back references, «\X», named characters, comments, scripts and sets of characters outside the basic plane.
/// </summary>
internal sealed class PatternReader
{
    private const int MostDepth = 60;
    private const int MostLength = 20_000;
    private readonly string _text;
    private int _at;
    private int _depth;
    private bool _ignoreCase;

    private PatternReader(string text) => _text = text;

    /// <summary>The expression; <c>IgnoreCase</c> when all of it is «(?i)».</summary>
    /// <exception cref="SrxException">It is not understood.</exception>
    public static (Pattern Pattern, bool IgnoreCase) Read(string text)
    {
        if (text.Length > MostLength)
        {
            throw new SrxException($"An expression of {text.Length} characters is too long; the most is {MostLength}.");
        }

        PatternReader reader = new(text);
        if (text.StartsWith("(?i)", StringComparison.Ordinal))
        {
            reader._ignoreCase = true;
            reader._at = 4;
        }

        var pattern = reader.Choices();
        return reader._at < text.Length ? throw reader.Error("a closing bracket too many") : (pattern, reader._ignoreCase);
    }

    private Pattern Choices()
    {
        if (++_depth > MostDepth)
        {
            throw Error("groups too deep in each other");
        }

        List<Pattern> choices = [Row()];
        while (Take("|"))
        {
            choices.Add(Row());
        }

        _depth--;
        return choices.Count == 1 ? choices[0] : new Pattern.Either(choices);
    }

    private Pattern.Row Row()
    {
        List<Pattern> parts = [];
        while (_at < _text.Length && _text[_at] is not ('|' or ')'))
        {
            parts.AddRange(Quoted() ?? [Quantified(Atom())]);
        }

        return new([.. parts]);
    }

    private IEnumerable<Pattern>? Quoted()
    {
        if (!Take("\\Q"))
        {
            return null;
        }

        var end = _text.IndexOf("\\E", _at, StringComparison.Ordinal) is >= 0 and var found ? found : _text.Length;
        var quoted = _text[_at..end];
        _at = Math.Min(_text.Length, end + 2);
        return quoted.Select(c => new Pattern.Char(c, _ignoreCase));
    }

    private Pattern Atom() => _text[_at] switch
    {
        '(' => Group(),
        '[' => SetReader.Read(_text, ref _at, _ignoreCase),
        '.' => Skip(1, new Pattern.Set(".", null)),
        '^' or '$' => Skip(1, new Pattern.Nothing(_text[_at].ToString())),
        '*' or '+' or '?' => throw Error("a quantifier without anything before it"),
        '\\' => Escape(),
        var other => Skip(1, new Pattern.Char(other, _ignoreCase)),
    };

    private Pattern Group()
    {
        var open = new[] { "(?:", "(?=", "(?!", "(?<=", "(?<!", "(?>" }.FirstOrDefault(Take);
        if (open is null && Take("(?<"))
        {
            _at = _text.IndexOf('>', _at) is >= 0 and var end ? end + 1 : throw Error("a name without an end");
        }
        else if (open is null && (!Take("(") || (_at < _text.Length && _text[_at] == '?')))
        {
            throw Error("a kind of group that is not known; «(?i)» is read at the beginning only");
        }

        var inside = Choices();
        if (!Take(")"))
        {
            throw Error("a group without an end");
        }

        // Nothing refers back to a group, so none is remembered: many rules can then be joined to one expression.
        return open is null or "(?:" ? Whole(inside) : open == "(?>" ? new Pattern.Repeat(inside, open, "", 1, AtMostOnce: true) : new Pattern.Nothing($"{open}{inside})");
    }

    private static Pattern Whole(Pattern inside) => inside is Pattern.Either or Pattern.Row { Parts.Length: 1 } ? inside : new Pattern.Either([inside]);

    private Pattern Quantified(Pattern part)
    {
        if (_at >= _text.Length || _text[_at] is not ('*' or '+' or '?' or '{'))
        {
            return part;
        }

        var begin = _at;
        var (least, most) = _text[_at] switch { '*' => (0, int.MaxValue), '+' => (1, int.MaxValue), '?' => (0, 1), _ => Counts() };
        _at = _text[begin] == '{' ? _at : begin + 1;
        var quantifier = _text[begin.._at];
        var open = Take("+") ? "(?>" : "(?:";
        return new Pattern.Repeat(part, open, open == "(?:" && Take("?") ? quantifier + "?" : quantifier, least, most <= 1);
    }

    private (int, int) Counts()
    {
        var end = _text.IndexOf('}', _at);
        var parts = end < 0 ? [] : _text[(_at + 1)..end].Split(',');
        if (parts.Length is not (1 or 2) || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var least))
        {
            throw Error("a quantifier without numbers");
        }

        var most = parts.Length == 1 ? least : parts[1].Length == 0 ? int.MaxValue : int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1;
        _at = end + 1;
        return most < least ? throw Error("a quantifier that ends before it begins") : (least, most);
    }

    private Pattern Escape()
    {
        if (_at + 1 >= _text.Length)
        {
            throw Error("a lone backslash at the end");
        }

        switch (_text[_at + 1])
        {
            case 'b' or 'B' or 'A' or 'z' or 'Z' or 'G':
                return Skip(2, new Pattern.Nothing(_text.Substring(_at, 2)));
            case 'R':
                return Skip(2, new Pattern.Repeat(new Pattern.Set("(?:\\r\\n|\\r(?!\\n)|[\\n-\\f\\u0085\\u2028\\u2029])", c => c is >= '\n' and <= '\r' or '\u0085' or '\u2028' or '\u2029'), "(?:", "", 1, true));
            default:
                var escape = Escapes.Read(_text, ref _at);
                Pattern[] row = [.. escape.Text.Select(c => new Pattern.Char(c, _ignoreCase))];
                return escape.Written is { } written ? new Pattern.Set(written, _ignoreCase ? null : escape.Has) : row is [var only] ? only : new Pattern.Row(row);
        }
    }

    private T Skip<T>(int length, T part)
    {
        _at += length;
        return part;
    }

    private bool Take(string expected)
    {
        var there = string.CompareOrdinal(_text, _at, expected, 0, expected.Length) == 0;
        _at += there ? expected.Length : 0;
        return there;
    }

    private SrxException Error(string what) => new($"The expression «{(_text.Length > 200 ? _text[..200] + "…" : _text)}» has {what}, at character {_at + 1}.");
}
