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
/// all its letters together.
/// </summary>
internal static class Features
{
    private const double LettersShare = 0.5;
    private const int LeastForLetters = 5;

    public static void Add(Dictionary<Feature, double> to, string text, string language, Vocabulary vocabulary)
    {
        var words = Words.Of(text).Where(w => !Words.SaysNothing(w, language)).ToList();
        var stems = words.ConvertAll(w => Stems.Of(w, language));
        for (var i = 0; i < words.Count;)
        {
            if (vocabulary.PhraseAt(stems, i, language) is { } phrase)
            {
                Put(to, FeatureKind.Concept, Number(phrase.Concept), 1);
                i += phrase.Length;
                continue;
            }

            AddWord(to, words[i], stems[i], language, vocabulary);
            i++;
        }
    }

    private static void AddWord(Dictionary<Feature, double> to, string word, string stem, string language, Vocabulary vocabulary)
    {
        var (parts, whole) = vocabulary.Of(word, language).Length > 0 ? ([word], true)
            : language == "nl" ? Compounds.Of(word, part => vocabulary.Of(part, language).Length > 0)
            : ((IReadOnlyList<string>)[], false);
        foreach (var concepts in parts.Select(p => vocabulary.Of(p, language)))
        {
            foreach (var concept in concepts)
            {
                Put(to, FeatureKind.Concept, Number(concept), 1 / Math.Sqrt(concepts.Length));
            }
        }

        if (whole)
        {
            return;
        }

        Put(to, FeatureKind.Stem, stem, 1);
        var rows = word.Length < LeastForLetters ? 0 : word.Length - 2;
        for (var at = 0; at < rows; at++)
        {
            Put(to, FeatureKind.Letters, word.Substring(at, 3), LettersShare / Math.Sqrt(rows));
        }
    }

    private static void Put(Dictionary<Feature, double> to, FeatureKind kind, string value, double amount)
    {
        var feature = new Feature(kind, value);
        to[feature] = to.GetValueOrDefault(feature) + amount;
    }

    private static string Number(int concept) => concept.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
