using System.Collections.Frozen;

namespace Passerelle.Kernels.Similarity;

/// <summary>
/// Which words of two or more languages mean the same: each meaning has a number, a concept. The list of civic life
/// comes with the library; whoever uses it adds what is its own, such as names of places.
/// </summary>
public sealed class Vocabulary
{
    private static readonly Lazy<Vocabulary> Shipped = new(() => new(Lines("terms.txt")));

    private readonly IReadOnlyList<Meaning> _meanings;
    private readonly FrozenDictionary<(string Language, string Word), int[]> _forms;
    private readonly FrozenDictionary<(string Language, string Word), int[]> _stems;
    private readonly FrozenDictionary<(string Language, string First), (string[] Stems, int Concept)[]> _phrases;

    private Vocabulary(IEnumerable<Meaning> meanings)
    {
        _meanings = [.. meanings];
        var words = _meanings.SelectMany((meaning, concept) => meaning.Words.Select(w => (w.Language, Words: Words.Of(w.Word), Concept: concept))).Where(w => w.Words.Count > 0).ToList();
        _forms = Table(words.Where(w => w.Words.Count == 1).Select(w => (w.Language, w.Words[0], w.Concept)));
        _stems = Table(words.Where(w => w.Words.Count == 1).Select(w => (w.Language, Stems.Of(w.Words[0], w.Language), w.Concept)));
        _phrases = words.Where(w => w.Words.Count > 1)
            .Select(w => (w.Language, Stems: w.Words.Where(x => !Words.SaysNothing(x, w.Language)).Select(x => Stems.Of(x, w.Language)).ToArray(), w.Concept))
            .Where(p => p.Stems.Length > 0)
            .GroupBy(p => (p.Language, p.Stems[0]))
            .ToFrozenDictionary(g => g.Key, g => g.Select(p => (p.Stems, p.Concept)).OrderByDescending(p => p.Stems.Length).ToArray());
    }

    /// <summary>The words of civic life in French and Dutch.</summary>
    public static Vocabulary Civic => Shipped.Value;

    /// <summary>How many meanings it holds.</summary>
    public int Count => _meanings.Count;

    /// <summary>This vocabulary and further meanings, each as its words by language.</summary>
    public Vocabulary With(IEnumerable<IEnumerable<(string Language, string Word)>> meanings) =>
        new(_meanings.Concat(meanings.Select(m => new Meaning([.. m]))));

    /// <summary>Every word of the list, as it is written there.</summary>
    internal IEnumerable<(string Language, string Word)> All => _meanings.SelectMany(m => m.Words);

    /// <summary>The concepts of a bare word, by itself or by its stem; empty when it is unknown.</summary>
    internal int[] Of(string word, string language) =>
        _forms.GetValueOrDefault((language, word)) ?? OfStem(word, language) ?? [];

    /// <summary>The longest phrase of the list that begins at a place of a row of stems: its concept and how many it takes.</summary>
    internal (int Concept, int Length)? PhraseAt(IReadOnlyList<string> stems, int at, string language)
    {
        foreach (var (phrase, concept) in _phrases.GetValueOrDefault((language, stems[at])) ?? [])
        {
            if (at + phrase.Length <= stems.Count && phrase.Select((stem, i) => stem == stems[at + i]).All(same => same))
            {
                return (concept, phrase.Length);
            }
        }

        return null;
    }

    private int[]? OfStem(string word, string language) =>
        _stems.GetValueOrDefault((language, Stems.Of(word, language)))
            ?? (language == "nl" && Stems.OfParticiple(word) is { } stem ? _stems.GetValueOrDefault((language, stem)) : null);

    private static FrozenDictionary<(string, string), int[]> Table(IEnumerable<(string Language, string Word, int Concept)> rows) =>
        rows.GroupBy(r => (r.Language, r.Word)).ToFrozenDictionary(g => g.Key, g => g.Select(r => r.Concept).Distinct().ToArray());

    private static IEnumerable<Meaning> Lines(string resource)
    {
        using var reader = new StreamReader(typeof(Vocabulary).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is not in the library"));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#' && line.Split('|') is [var french, var dutch])
            {
                yield return new([.. Split(french).Select(w => ("fr", w)), .. Split(dutch).Select(w => ("nl", w))]);
            }
        }
    }

    private static string[] Split(string words) => words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private sealed record Meaning(IReadOnlyList<(string Language, string Word)> Words);
}
