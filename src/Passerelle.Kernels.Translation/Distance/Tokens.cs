using System.Buffers;
using System.Globalization;

namespace Passerelle.Kernels.Translation.Distance;

/// <summary>Reads the tokens of a text one after the other, without allocation. Together they cover the text. Takes time in proportion to its length.</summary>
public ref struct Tokens(ReadOnlySpan<char> text)
{
    private const int LongestPlaceholder = 60;
    private static readonly SearchValues<char> PlaceholderName = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.:-");
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    /// <summary>All tokens but white space.</summary>
    public static List<Token> In(ReadOnlySpan<char> text)
    {
        List<Token> all = [];
        Tokens tokens = new(text);
        while (tokens.Next(out var token))
        {
            if (token.Kind != TokenKind.Space)
            {
                all.Add(token);
            }
        }

        return all;
    }

    /// <summary>The next token; false at the end.</summary>
    public bool Next(out Token token)
    {
        if (_at >= _text.Length)
        {
            token = default;
            return false;
        }

        var rest = _text[_at..];
        var first = rest[0];
        var (kind, length) = char.IsWhiteSpace(first) ? (TokenKind.Space, SpaceLength(rest))
            : char.IsAsciiDigit(first) ? (TokenKind.Number, NumberLength(rest))
            : first == '<' && TagLength(rest) is > 0 and var tag ? (TokenKind.Tag, tag)
            : first is '{' or '%' && PlaceholderLength(rest) is > 0 and var holder ? (TokenKind.Placeholder, holder)
            : WordLength(rest) is > 0 and var word ? (TokenKind.Word, word)
            : (TokenKind.Punctuation, rest.Length > 1 && char.IsSurrogatePair(first, rest[1]) ? 2 : 1);
        token = new(kind, _at, length);
        _at += length;
        return true;
    }

    private static int SpaceLength(ReadOnlySpan<char> text)
    {
        var length = 1;
        while (length < text.Length && char.IsWhiteSpace(text[length]))
        {
            length++;
        }

        return length;
    }

    private static int NumberLength(ReadOnlySpan<char> text)
    {
        var length = Digits(text, 0);
        while (length + 1 < text.Length)
        {
            var more = Digits(text, length + 1);
            var joins = text[length] switch
            {
                '.' or ',' => more > 0,
                ' ' or '\u00A0' or '\u202F' => more == 3 && IsGroup(text, length),
                'h' or 'H' => more is 1 or 2,
                _ => false,
            };
            if (!joins)
            {
                break;
            }

            length += 1 + more;
        }

        return length;
    }

    /// <summary>A blank groups thousands when one to three digits stand before it.</summary>
    private static bool IsGroup(ReadOnlySpan<char> text, int at)
    {
        var digits = 0;
        while (at - digits > 0 && char.IsAsciiDigit(text[at - digits - 1]))
        {
            digits++;
        }

        return digits <= 3 && !text[..at].Contains(',');
    }

    private static int Digits(ReadOnlySpan<char> text, int at) =>
        text[at..].IndexOfAnyExceptInRange('0', '9') is >= 0 and var found ? found : text.Length - at;

    private static int TagLength(ReadOnlySpan<char> text)
    {
        var at = text.Length > 1 && text[1] == '/' ? 2 : 1;
        var digits = at < text.Length && text[at] != '0' ? Digits(text, at) : 0;
        if (digits is < 1 or > 4)
        {
            return 0;
        }

        var end = at + digits;
        end += at == 1 && end < text.Length && text[end] == '/' ? 1 : 0;
        return end < text.Length && text[end] == '>' ? end + 1 : 0;
    }

    private static int PlaceholderLength(ReadOnlySpan<char> text)
    {
        if (text[0] == '%')
        {
            return PercentLength(text);
        }

        var open = text.StartsWith("{{", StringComparison.Ordinal) ? 2 : 1;
        var name = text[open..Math.Min(text.Length, open + LongestPlaceholder)];
        var length = name.IndexOfAnyExcept(PlaceholderName);
        return length > 0 && text[(open + length)..].StartsWith(open == 2 ? "}}" : "}", StringComparison.Ordinal) ? length + (2 * open) : 0;
    }

    /// <summary>As printf has it, with a position or a name: «%s», «%1$s», «%.2f», «%(name)s».</summary>
    private static int PercentLength(ReadOnlySpan<char> text)
    {
        var at = 1;
        if (text.Length > 1 && text[1] == '(')
        {
            var name = text[2..Math.Min(text.Length, LongestPlaceholder)].IndexOf(')');
            at = name > 0 ? name + 3 : 1;
        }

        while (at < text.Length && at < LongestPlaceholder && (char.IsAsciiDigit(text[at]) || text[at] is '$' or '.'))
        {
            at++;
        }

        return at < text.Length && text[at] is 's' or 'd' or 'i' or 'f' or 'u' or 'x' or 'c' or '@' && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1])) ? at + 1 : 0;
    }

    private static int WordLength(ReadOnlySpan<char> text)
    {
        var length = Letter(text, 0);
        if (length == 0)
        {
            return 0;
        }

        while (length < text.Length)
        {
            var c = text[length];
            if (Letter(text, length) is > 0 and var letter)
            {
                length += letter;
            }
            else if (char.IsDigit(c) || c == '_' || (c > 127 && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
            {
                length++;
            }
            else if (c is '-' or '\u2010' or '\u2011' && Letter(text, length + 1) is > 0 and var next)
            {
                length += 1 + next;
            }
            else
            {
                return length + (c is '\'' or '’' && Letter(text, length + 1) > 0 ? 1 : 0);
            }
        }

        return length;
    }

    private static int Letter(ReadOnlySpan<char> text, int at) =>
        at >= text.Length ? 0 : char.IsLetter(text[at]) ? 1 : at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) && System.Text.Rune.IsLetter(new(text[at], text[at + 1])) ? 2 : 0;
}
