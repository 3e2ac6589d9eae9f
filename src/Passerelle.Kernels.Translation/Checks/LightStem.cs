using System.Globalization;
using System.Text;

namespace Passerelle.Kernels.Translation.Checks;

/// <summary>
/// Takes off a word what its plural and its gender add, roughly: case and accents; in French the endings s, x, e and aux for al; in Dutch en, n, s, e and
/// the doubled letters that come and go with them («raad, raden», «as, assen»); in English s and es.
/// </summary>
internal static class LightStem
{
    private const int Least = 3;

    public static string Of(ReadOnlySpan<char> word, string language)
    {
        var bare = Bare(word);
        return language switch
        {
            "fr" => bare.EndsWith("aux", StringComparison.Ordinal) && bare.Length > Least + 1 && !bare.EndsWith("eaux", StringComparison.Ordinal) ? bare[..^3] + "al" : Without(Without(bare, "s", "x"), "e"),
            "nl" or "de" => Single(Without(Without(bare, "s"), "en", "n", "e")),
            "en" => Without(bare.EndsWith("ies", StringComparison.Ordinal) && bare.Length > Least + 1 ? bare[..^3] + "y" : bare, "es", "s"),
            _ => bare,
        };
    }

    private static string Without(string word, params string[] endings)
    {
        foreach (var ending in endings)
        {
            if (word.Length - ending.Length >= Least - 1 && word.Length > Least && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word[..^ending.Length];
            }
        }

        return word;
    }

    private static string Single(string word)
    {
        StringBuilder single = new();
        foreach (var c in word)
        {
            if (single.Length == 0 || single[^1] != c)
            {
                single.Append(c);
            }
        }

        return single.ToString();
    }

    private static string Bare(ReadOnlySpan<char> word)
    {
        StringBuilder bare = new();
        foreach (var c in Distance.TokenKeys.Decomposed(word.ToString()))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && c is not ('\'' or '’' or '-'))
            {
                _ = c is 'œ' or 'Œ' ? bare.Append("oe") : bare.Append(char.ToLowerInvariant(c));
            }
        }

        return bare.ToString();
    }
}
