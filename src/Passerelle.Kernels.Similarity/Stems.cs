namespace Passerelle.Kernels.Similarity;

/// <summary>
/// Light stemming of bare words. French after J. Savoy, «A stemming procedure and stopword list for general French
/// corpora» (JASIS 50, 1999); Dutch after the Snowball stemmer of M. F. Porter. Both are shortened here: a stem needs to be
/// the same for the forms of one word, it need not be a word. Of other languages the word stays as it is.
/// </summary>
internal static class Stems
{
    /// <summary>The fewest letters that may be left of a word.</summary>
    private const int Least = 3;

    private static readonly string[] French =
    [
        "issements", "issement", "isations", "isation", "ations", "ation", "itions", "ition", "ements", "ement", "atrices", "atrice", "ateurs", "ateur",
        "euses", "euse", "ances", "ance", "ences", "ence", "aient", "ieres", "iere", "iers", "ables", "able", "ibles", "ible", "istes", "iste", "ismes", "isme", "ives", "ive", "ites",
        "eurs", "eur", "ages", "age", "antes", "ante", "ants", "ant", "ents", "ait", "ais", "ier", "ies", "ite", "ifs", "ees", "ent", "if", "ee", "es", "er", "ez", "ie", "ir", "s", "x", "e",
    ];

    private static readonly string[] Dutch =
    [
        "heden", "igheid", "elijke", "ingen", "heid", "elijk", "aars", "tjes", "pjes", "ende", "ens", "ing", "ers", "tje", "pje", "jes", "aar", "en", "er", "je", "es", "e", "s",
    ];

    public static string Of(string word, string language) => language switch
    {
        "fr" => OfFrench(word),
        "nl" => OfDutch(word),
        _ => word,
    };

    /// <summary>The stem of what may be a Dutch participle («geïsoleerd», of «isoleren»); null when it is none.</summary>
    public static string? OfParticiple(string word)
    {
        var bare = word.EndsWith('e') ? word[..^1] : word;
        return bare.Length > 6 && bare.StartsWith("ge", StringComparison.Ordinal) && bare[^1] is 'd' or 't' ? OfDutch(bare[2..^1] + "en") : null;
    }

    private static string OfFrench(string word)
    {
        if (word.Length <= Least)
        {
            return word;
        }

        var stem = word.EndsWith("eaux", StringComparison.Ordinal) ? word[..^1]
            : word.EndsWith("aux", StringComparison.Ordinal) && word.Length > 5 ? word[..^3] + "al"
            : Cut(word, French);
        stem = Single(stem);
        return stem[^1] == 'y' ? stem[..^1] + "i" : stem;
    }

    private static string OfDutch(string word)
    {
        if (word.Length <= Least)
        {
            return word;
        }

        var stem = word.EndsWith("dt", StringComparison.Ordinal) ? word[..^1] : Cut(word, Dutch);
        stem = Single(Short(stem));
        return stem[^1] switch
        {
            'z' => stem[..^1] + "s",
            'v' => stem[..^1] + "f",
            _ => stem,
        };
    }

    private static string Cut(string word, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (word.Length - ending.Length >= Least && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word[..^ending.Length];
            }
        }

        return word;
    }

    /// <summary>«boom» and «bomen» are one: a long vowel is written short.</summary>
    private static string Short(string word)
    {
        for (var i = word.Length - 2; i > 0; i--)
        {
            if (word[i] is 'a' or 'e' or 'o' or 'u' && word[i] == word[i - 1])
            {
                return word.Remove(i, 1);
            }
        }

        return word;
    }

    /// <summary>«bus» and «bussen» are one: the last consonant stands once.</summary>
    private static string Single(string word) => word.Length > Least && word[^1] == word[^2] ? word[..^1] : word;
}
