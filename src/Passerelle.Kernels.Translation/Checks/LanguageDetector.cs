using Passerelle.Kernels.Translation.Distance;

namespace Passerelle.Kernels.Translation.Checks;

/// <summary>
/// Tells French, Dutch, English and German apart, by the rows of three letters of the words (W. Cavnar and J. Trenkle, «N-gram-based text categorization»,
/// SDAIR 1994, here as a naive Bayes classifier) and by the small words of each. It learns from languages.txt, some hundred words a
/// language. Thread-safe.
/// </summary>
public static class LanguageDetector
{
    private const int LeastWords = 4;
    private const double SmallWord = 2.5;
    private const double LeastLead = 8;
    private static readonly Lazy<IReadOnlyList<Model>> Models = new(Learn);

    /// <summary>Whether it can tell a language, of two letters.</summary>
    public static bool Knows(string language) => Models.Value.Any(m => m.Language == language);

    /// <summary>The language of a text; null when it has fewer than four words that are no names or none of the small words, or when two languages are nearly as likely.</summary>
    public static string? Of(string text)
    {
        var words = Words(text).ToList();
        if (words.Count < LeastWords)
        {
            return null;
        }

        var scores = Models.Value.Select(m => (Model: m, Score: words.Sum(m.Of))).OrderByDescending(s => s.Score).ToList();
        var first = scores[0].Model;
        return scores[0].Score - scores[1].Score >= LeastLead + words.Count && words.Exists(first.HasSmall) ? first.Language : null;
    }

    /// <summary>Words but for those within a sentence that begin with a capital: names say little about the language around them.</summary>
    private static IEnumerable<string> Words(string text)
    {
        var first = true;
        var addresses = ElementChecks.AddressesIn(text).ToList();
        foreach (var token in Tokens.In(text))
        {
            if (token.Kind == TokenKind.Word && (first || !char.IsUpper(text[token.At])) && !addresses.Exists(a => token.At >= a.At && token.At < a.At + a.Length))
            {
                yield return text.Substring(token.At, token.Length).ToLowerInvariant().Replace('’', '\'');
            }

            first = token.Kind == TokenKind.Punctuation && text[token.At] is '.' or '!' or '?' or ':' or '«' or '“';
        }
    }

    private static List<Model> Learn()
    {
        using StreamReader reader = new(typeof(LanguageDetector).Assembly.GetManifestResourceStream("languages.txt")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#').Chunk(2).Select(l => new Model(l[0][..2], l[0][3..].Split(' '), Tokens.In(l[1]).Where(t => t.Kind == TokenKind.Word).Select(t => l[1].Substring(t.At, t.Length).ToLowerInvariant())))];
    }

    private sealed class Model
    {
        private const double Kinds = 4000;
        private readonly HashSet<string> _small;
        private readonly Dictionary<(char, char, char), int> _rows = [];
        private readonly int _total;

        public Model(string language, IEnumerable<string> small, IEnumerable<string> words)
        {
            Language = language;
            _small = [.. small];
            foreach (var row in words.Concat(_small).SelectMany(Rows))
            {
                _rows[row] = _rows.GetValueOrDefault(row) + 1;
                _total++;
            }
        }

        public string Language { get; }

        public double Of(string word) =>
            Rows(word).Sum(r => Math.Log((_rows.GetValueOrDefault(r) + 0.3) / (_total + (0.3 * Kinds)))) + (_small.Contains(word) ? SmallWord : 0);

        public bool HasSmall(string word) => _small.Contains(word);

        private static IEnumerable<(char, char, char)> Rows(string word)
        {
            var padded = $" {word} ";
            for (var i = 0; i + 3 <= padded.Length; i++)
            {
                yield return (padded[i], padded[i + 1], padded[i + 2]);
            }
        }
    }
}
