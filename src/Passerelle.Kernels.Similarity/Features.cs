namespace Passerelle.Kernels.Similarity;

/// <summary>What a text is compared by.</summary>
internal enum FeatureKind
{
    /// <summary>A meaning that both languages have a word for.</summary>
    Concept,

    /// <summary>The stem of a word that the vocabulary does not know: it meets its like in the same language, and names.</summary>
    Stem,

    /// <summary>Three letters in a row of such a word: related words of two languages share some («trilingue», «drietalig» few, «carillon» all).</summary>
    Letters,
}

internal readonly record struct Feature(FeatureKind Kind, string Value);

/// <summary>
/// The features of a text, with how much of each there is: a word known to the vocabulary counts one, shared among its
/// meanings, and so does each part of a compound; a word that is not known as a whole counts one for its stem and one half for
/// all its letters together. Words come again and again, so each is looked up once. Not for several threads at once.
/// </summary>
internal sealed class Features(Vocabulary vocabulary)
{
    private const double LettersShare = 0.5;
    private const int LeastForLetters = 5;
    private readonly Dictionary<(string Language, string Word), (Feature Feature, double Amount)[]> _seen = [];

    public Dictionary<Feature, double> Of(IReadOnlyList<Wording> wordings)
    {
        Dictionary<Feature, double> amounts = [];
        foreach (var wording in wordings)
        {
            Add(amounts, wording);
        }

        return amounts;
    }

    private void Add(Dictionary<Feature, double> to, Wording wording)
    {
        var words = Words.Of(wording.Text).Where(w => !Words.SaysNothing(w, wording.Language)).ToList();
        var stems = words.ConvertAll(w => Stems.Of(w, wording.Language));
        for (var i = 0; i < words.Count;)
        {
            if (vocabulary.PhraseAt(stems, i, wording.Language) is { } phrase)
            {
                Put(to, Concept(phrase.Concept), 1);
                i += phrase.Length;
                continue;
            }

            foreach (var (feature, amount) in OfWord(wording.Language, words[i], stems[i]))
            {
                Put(to, feature, amount);
            }

            i++;
        }
    }

    private (Feature Feature, double Amount)[] OfWord(string language, string word, string stem) =>
        _seen.TryGetValue((language, word), out var known) ? known : _seen[(language, word)] = [.. Read(language, word, stem)];

    private IEnumerable<(Feature, double)> Read(string language, string word, string stem)
    {
        var (parts, whole) = vocabulary.Of(word, language).Length > 0 ? ([word], true)
            : language == "nl" ? Compounds.Of(word, part => vocabulary.Of(part, language).Length > 0)
            : ((IReadOnlyList<string>)[], false);
        foreach (var concepts in parts.Select(p => vocabulary.Of(p, language)))
        {
            foreach (var concept in concepts)
            {
                yield return (Concept(concept), 1 / Math.Sqrt(concepts.Length));
            }
        }

        if (whole)
        {
            yield break;
        }

        yield return (new(FeatureKind.Stem, stem), 1);
        var rows = word.Length < LeastForLetters ? 0 : word.Length - 2;
        for (var at = 0; at < rows; at++)
        {
            yield return (new(FeatureKind.Letters, word.Substring(at, 3)), LettersShare / Math.Sqrt(rows));
        }
    }

    private static void Put(Dictionary<Feature, double> to, Feature feature, double amount) => to[feature] = to.GetValueOrDefault(feature) + amount;

    private static Feature Concept(int number) => new(FeatureKind.Concept, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
