namespace Passerelle.Kernels.Similarity;

/// <summary>
/// A Dutch compound taken apart into words that the vocabulary knows («fietspad» = fiets + pad), after P. Koehn and
/// K. Knight, «Empirical methods for compound splitting» (EACL 2003): the cut with the fewest parts.
/// </summary>
internal static class Compounds
{
    private const int LeastPart = 3;
    private const int LeastAlone = 4;
    private const int MostLetters = 40;
    private static readonly string[] Links = ["", "s", "en", "e", "er", "n"];

    /// <summary>The parts that are known, and whether they are the whole word; when no cut covers it, its longest known beginning or end; else none.</summary>
    public static (IReadOnlyList<string> Parts, bool Whole) Of(string word, Func<string, bool> known) =>
        word.Length is < 2 * LeastPart or > MostLetters ? ([], false)
        : Cover(word, known, []) is { } parts ? (parts, true)
        : (Alone(word, known), false);

    private static IReadOnlyList<string>? Cover(string word, Func<string, bool> known, Dictionary<string, IReadOnlyList<string>?> seen)
    {
        if (seen.TryGetValue(word, out var before))
        {
            return before;
        }

        IReadOnlyList<string>? best = word.Length >= LeastPart && known(word) ? [word] : null;
        for (var cut = word.Length - LeastPart; best is null && cut >= LeastPart; cut--)
        {
            if (!known(word[..cut]))
            {
                continue;
            }

            foreach (var link in Links)
            {
                if (word.Length - cut - link.Length >= LeastPart && word.AsSpan(cut).StartsWith(link, StringComparison.Ordinal)
                    && Cover(word[(cut + link.Length)..], known, seen) is { } rest)
                {
                    best = [word[..cut], .. rest];
                    break;
                }
            }
        }

        return seen[word] = best;
    }

    private static string[] Alone(string word, Func<string, bool> known)
    {
        for (var length = word.Length - 2; length >= LeastAlone; length--)
        {
            if (known(word[^length..]))
            {
                return [word[^length..]];
            }

            if (known(word[..length]))
            {
                return [word[..length]];
            }
        }

        return [];
    }
}
