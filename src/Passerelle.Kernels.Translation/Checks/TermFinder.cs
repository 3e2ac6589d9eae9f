namespace Passerelle.Kernels.Translation.Checks;

/// <summary>A term that stands in a text.</summary>
/// <param name="Term">As it was given.</param>
/// <param name="Range">Where.</param>
public readonly record struct TermPlace(string Term, TextRange Range);

/// <summary>
/// Finds terms in texts of one language, in the plural and without accents too. Each term is looked for by its first word, so a text takes time in
/// proportion to its words and to the terms that begin alike. Many may use it at once.
/// </summary>
public sealed class TermFinder
{
    private readonly string _language;
    private readonly ILookup<string, (string Term, TermWords Words)> _byFirst;

    /// <param name="terms">Those without a letter or figure are found nowhere.</param>
    /// <param name="language">Two letters.</param>
    public TermFinder(IEnumerable<string> terms, string language)
    {
        _language = language;
        _byFirst = terms.Distinct(StringComparer.Ordinal).Select(t => (Term: t, Words: TermWords.Of(t, language))).Where(t => t.Words.First is not null)
            .ToLookup(t => t.Words.First!, StringComparer.Ordinal);
    }

    /// <summary>The terms in the order of the text; one that stands within a longer one is not meant.</summary>
    public IReadOnlyList<TermPlace> In(string text) => Find(TermWords.Of(text, _language));

    internal List<TermPlace> Find(TermWords text)
    {
        var all = text.Stems.SelectMany((stem, at) => _byFirst[stem].Select(t => (t.Term, Range: text.At(at, t.Words))))
            .Where(t => t.Range is not null).Select(t => new TermPlace(t.Term, t.Range!.Value)).ToList();
        return all.FindAll(u => !all.Exists(o => o.Range != u.Range && o.Range.At <= u.Range.At && o.Range.At + o.Range.Length >= u.Range.At + u.Range.Length));
    }
}
