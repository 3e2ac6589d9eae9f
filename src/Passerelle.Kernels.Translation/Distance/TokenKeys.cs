using System.Buffers;
using System.Text;

namespace Passerelle.Kernels.Translation.Distance;

/// <summary>
/// What tokens are compared by: a hash of 64 bits of the normalised token, so that no string is made. All numbers are one class, and so are all
/// tags; case is folded, accents are kept, typographic apostrophes and double quotes are plain ones. Two different tokens
/// share a key once in some 10^19 pairs.
/// </summary>
internal static class TokenKeys
{
    private const ulong Seed = 0x9E3779B97F4A7C15;
    private const ulong Number = 1;
    private const ulong Tag = 2;
    private const int TableLength = 0x250;

    /// <summary>Latin letters, general punctuation and currencies: none of them is ever changed by composing (NFC_Quick_Check), and texts seldom have others.</summary>
    private static readonly SearchValues<char> AlwaysComposed = SearchValues.Create([.. Enumerable.Range(0, 0x300).Concat(Enumerable.Range(0x2002, 0xCE)).Select(c => (char)c)]);
    private static readonly char[] Bare = BareLetters();

    /// <summary>The text in composed form; as it is when it has lone surrogates.</summary>
    public static string Composed(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(AlwaysComposed))
        {
            return text;
        }

        try
        {
            return text.IsNormalized() ? text : text.Normalize();
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    /// <summary>The text with accents as characters of their own; as it is when it has lone surrogates.</summary>
    public static string Decomposed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    /// <summary>Writes the keys of all tokens but white space.</summary>
    /// <param name="text">In composed form.</param>
    /// <param name="keys">Room for as many as the text has characters.</param>
    /// <returns>How many there are.</returns>
    public static int Fill(ReadOnlySpan<char> text, Span<ulong> keys)
    {
        var count = 0;
        Tokens tokens = new(text);
        while (tokens.Next(out var token))
        {
            if (token.Kind != TokenKind.Space)
            {
                keys[count++] = Of(token.Kind, text.Slice(token.At, token.Length));
            }
        }

        return count;
    }

    public static ulong Of(TokenKind kind, ReadOnlySpan<char> token)
    {
        if (kind is TokenKind.Number or TokenKind.Tag)
        {
            return kind == TokenKind.Number ? Number : Tag;
        }

        var hash = Seed;
        foreach (var c in token)
        {
            hash = Mix(hash, kind == TokenKind.Placeholder ? c : Folded(c));
        }

        return hash;
    }

    /// <summary>The key of a word for whoever searches: without accents, «œ» as «oe», numbers by their digits.</summary>
    public static ulong Searched(ReadOnlySpan<char> token)
    {
        var hash = Seed;
        foreach (var c in token)
        {
            var bare = c < TableLength ? Bare[c] : char.ToLowerInvariant(c);
            if (bare is '\0' or '\'' or '’' or '-')
            {
                continue;
            }

            hash = bare switch { 'œ' => Mix(Mix(hash, 'o'), 'e'), 'æ' => Mix(Mix(hash, 'a'), 'e'), 'ß' => Mix(Mix(hash, 's'), 's'), 'ĳ' => Mix(Mix(hash, 'i'), 'j'), _ => Mix(hash, bare) };
        }

        return hash;
    }

    /// <summary>A hash of 64 bits of a text as it stands.</summary>
    public static ulong OfText(ReadOnlySpan<char> text)
    {
        var hash = Seed;
        foreach (var c in text)
        {
            hash = Mix(hash, c);
        }

        return hash;
    }

    private static ulong Mix(ulong hash, char c)
    {
        hash = (hash ^ c) * 0xD6E8FEB86659FD93;
        return hash ^ (hash >> 32);
    }

    private static char Folded(char c) => char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c < 128 ? c : c switch { '’' or '‘' => '\'', '“' or '”' or '„' => '"', _ => char.ToLowerInvariant(c) };

    private static char[] BareLetters()
    {
        var table = new char[TableLength];
        for (var c = 0; c < TableLength; c++)
        {
            table[c] = char.ToLowerInvariant(((char)c).ToString().Normalize(NormalizationForm.FormD)[0]);
        }

        return table;
    }
}
