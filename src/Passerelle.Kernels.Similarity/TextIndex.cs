namespace Passerelle.Kernels.Similarity;

/// <summary>A text in one language, or one language of a text that has several.</summary>
/// <param name="Language">Two letters. French and Dutch are stemmed and translated; of another only letters and equal words count.</param>
public readonly record struct Wording(string Language, string Text);

/// <summary>How near a text is.</summary>
/// <param name="Score">The cosine of the two texts: 0 when they share nothing, 1 when they are the same. Without a unit.</param>
public readonly record struct Likeness<TKey>(TKey Key, double Score);

/// <summary>
/// Finds the texts that say nearly the same as another, across languages. Each text is a vector over concepts, stems
/// and rows of letters (<see cref="Features"/>); an amount x counts 1 + ln x where it is above one, times ln(1 + N/n) for a feature
/// that n of the N texts have, and the likeness of two texts is the cosine of their vectors: G. Salton, A. Wong and C. S. Yang, «A vector
/// space model for automatic indexing» (CACM 18, 1975). Rows of letters across languages: P. McNamee and J. Mayfield, «Character
/// n-gram tokenization for European language text retrieval» (Information Retrieval 7, 2004).
/// Building takes time in proportion to the words, asking in proportion to the texts that share a feature. Immutable once built.
/// </summary>
public sealed class TextIndex<TKey>
    where TKey : notnull
{
    private readonly Vocabulary _vocabulary;
    private readonly List<TKey> _keys;
    private readonly Dictionary<Feature, List<(int Text, double Weight)>> _texts = [];

    /// <param name="vocabulary">Which words mean the same.</param>
    /// <param name="texts">What can be found; a text in two languages has both of its wordings.</param>
    public TextIndex(Vocabulary vocabulary, IEnumerable<(TKey Key, IReadOnlyList<Wording> Wordings)> texts)
    {
        _vocabulary = vocabulary;
        var features = new Features(vocabulary);
        var read = texts.Select(t => (t.Key, Amounts: features.Of(t.Wordings))).ToList();
        _keys = read.ConvertAll(r => r.Key);
        var holders = read.SelectMany(r => r.Amounts.Keys).CountBy(f => f).ToDictionary();
        for (var text = 0; text < read.Count; text++)
        {
            foreach (var (feature, weight) in Unit(read[text].Amounts, f => holders[f]))
            {
                (_texts.TryGetValue(feature, out var list) ? list : _texts[feature] = []).Add((text, weight));
            }
        }
    }

    /// <summary>The nearest texts, the nearest first; those that share nothing are left out.</summary>
    /// <param name="asked">What to compare with.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="least">The lowest score, from 0 to 1.</param>
    public IReadOnlyList<Likeness<TKey>> Nearest(IReadOnlyList<Wording> asked, int most, double least = 0)
    {
        var scores = new double[_keys.Count];
        foreach (var (feature, weight) in Unit(new Features(_vocabulary).Of(asked), f => _texts.GetValueOrDefault(f)?.Count ?? 0))
        {
            foreach (var (text, other) in _texts.GetValueOrDefault(feature) ?? [])
            {
                scores[text] += weight * other;
            }
        }

        return [.. scores.Select((score, text) => (score, text)).Where(s => s.score > 0 && s.score >= least)
            .OrderByDescending(s => s.score).ThenBy(s => s.text).Take(most).Select(s => new Likeness<TKey>(_keys[s.text], Math.Min(1, s.score)))];
    }

    /// <summary>The vector of length one.</summary>
    private IEnumerable<(Feature Feature, double Weight)> Unit(Dictionary<Feature, double> amounts, Func<Feature, int> holders)
    {
        // A feature that no text has cannot be met; it counts as if one had it, so that strange words make all texts less like.
        var weights = amounts.Select(a => (a.Key, Weight: (a.Value > 1 ? 1 + Math.Log(a.Value) : a.Value) * Math.Log(1 + ((double)_keys.Count / Math.Max(1, holders(a.Key)))))).ToList();
        var length = Math.Sqrt(weights.Sum(w => w.Weight * w.Weight));
        return weights.Select(w => (w.Key, w.Weight / length));
    }
}
