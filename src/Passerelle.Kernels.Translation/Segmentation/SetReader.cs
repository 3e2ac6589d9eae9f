using System.Text;

namespace Passerelle.Kernels.Translation.Segmentation;

/// <summary>
/// Reads a set of ICU: «[a-z]», «[^\s»]», «[[:Lu:]\d]», «[\p{L}&amp;&amp;[^A-Z]]», «[\w--[_]]». .NET has neither unions, nor intersections, nor nested
/// sets but one difference, so each is written with looks ahead.
/// </summary>
internal sealed class SetReader
{
    private const int MostDepth = 20;
    private readonly string _text;
    private readonly bool _ignoreCase;
    private int _at;
    private int _depth;

    private SetReader(string text, int at, bool ignoreCase) => (_text, _at, _ignoreCase) = (text, at, ignoreCase);

    /// <summary>A set in .NET's words, and whether a character is in it.</summary>
    private sealed record Part(string Written, Func<char, bool> Has);

    public static Pattern.Set Read(string text, ref int at, bool ignoreCase)
    {
        SetReader reader = new(text, at, ignoreCase);
        var part = reader.Whole();
        at = reader._at;
        return new(part.Written, ignoreCase ? null : part.Has);
    }

    private Part Whole()
    {
        if (++_depth > MostDepth)
        {
            throw Error("sets too deep in each other");
        }

        _at++;
        var not = Take("^");
        StringBuilder plain = new();
        List<Func<char, bool>> has = [];
        List<Part> nested = [];
        for (var first = true; !Take("]") || (first && Literal(plain, has)); first = false)
        {
            if (_at >= _text.Length)
            {
                throw Error("a set without an end");
            }

            if (At("&&") || At("--") || (At("&") | At("-") && _at + 1 < _text.Length && _text[_at + 1] == '['))
            {
                var minus = _text[_at] == '-';
                _at += At("&&") || At("--") ? 2 : 1;
                var left = Union(plain, has, nested);
                var right = At("[") ? Whole() : throw Error("an operation without a set");
                (plain, has, nested) = (new(), [], [minus ? new($"(?:(?!{right.Written}){left.Written})", c => left.Has(c) && !right.Has(c)) : new($"(?:(?={right.Written}){left.Written})", c => left.Has(c) && right.Has(c))]);
            }
            else if (At("[:"))
            {
                var end = _text.IndexOf(":]", _at, StringComparison.Ordinal);
                Add(Escapes.Property(end < 0 ? throw Error("a class without an end") : _text[(_at + 2)..end], not: false), plain, has);
                _at = end + 2;
            }
            else if (At("["))
            {
                nested.Add(Whole());
            }
            else
            {
                Member(plain, has);
            }
        }

        _depth--;
        var all = Union(plain, has, nested);
        return not ? new($"(?:(?!{all.Written})[\\s\\S])", c => !all.Has(c)) : all;
    }

    /// <summary>A bracket that closes nothing yet is a member.</summary>
    private bool Literal(StringBuilder plain, List<Func<char, bool>> has)
    {
        Pattern.Char.Escape(plain, ']');
        has.Add(c => c == ']');
        return true;
    }

    private void Member(StringBuilder plain, List<Func<char, bool>> has)
    {
        var from = One();
        if (from.Written is not null)
        {
            Add(from, plain, has);
            return;
        }

        if (from.Text.Length > 1 || char.IsSurrogate(from.Text[0]))
        {
            throw Error("a character outside the basic plane in a set, which is not supported");
        }

        var (low, high) = (from.Text[0], from.Text[0]);
        if (At("-") && _at + 1 < _text.Length && _text[_at + 1] is not (']' or '[' or '-'))
        {
            _at++;
            high = One() is { Written: null, Text: [var only] } ? only : throw Error("a range that ends with a set");
        }

        if (high < low)
        {
            throw Error("a range that ends before it begins");
        }

        Pattern.Char.Escape(plain, low);
        if (high > low)
        {
            Pattern.Char.Escape(plain.Append('-'), high);
        }

        has.Add(c => c >= low && c <= high);
    }

    private Escaped One() => _text[_at] == '\\' ? Escapes.Read(_text, ref _at) : new(_text[_at++].ToString(), null, null);

    private static void Add(Escaped escaped, StringBuilder plain, List<Func<char, bool>> has)
    {
        plain.Append(escaped.Written!.Trim('[', ']'));
        has.Add(escaped.Has!);
    }

    private Part Union(StringBuilder plain, List<Func<char, bool>> has, List<Part> nested)
    {
        var written = nested.ConvertAll(n => n.Written);
        if (plain.Length > 0)
        {
            written.Add($"[{plain}]");
        }

        Func<char, bool>[] members = [.. has, .. nested.Select(n => n.Has)];
        return written.Count == 0 ? throw Error("an empty set") : new(written.Count == 1 ? written[0] : $"(?:{string.Join('|', written)})", c => Array.Exists(members, m => m(c)));
    }

    private bool At(string expected) => string.CompareOrdinal(_text, _at, expected, 0, expected.Length) == 0;

    private bool Take(string expected)
    {
        var there = At(expected);
        _at += there ? expected.Length : 0;
        return there;
    }

    private SrxException Error(string what) => new($"The expression «{(_text.Length > 200 ? _text[..200] + "…" : _text)}» has {what}, at character {_at + 1}.");
}
