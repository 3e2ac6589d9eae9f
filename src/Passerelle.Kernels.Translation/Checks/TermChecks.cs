using Passerelle.Kernels.Translation.Distance;

namespace Passerelle.Kernels.Translation.Checks;

/// <summary>Terms whose translation is missed, and translations that are not to be used. Words meet by <see cref="LightStem"/>.</summary>
internal static class TermChecks
{
    public static IEnumerable<Finding> Find(Segment segment)
    {
        if (segment.Options.Terms.Count == 0)
        {
            yield break;
        }

        var (from, to) = (segment.Options.SourceLanguage, segment.Options.TargetLanguage);
        var source = TermWords.Of(segment.Source, from);
        var target = TermWords.Of(segment.Target, to);
        var used = segment.Options.Terms.Where(t => t.Source.Length > 0).Select(t => t.Source).Distinct(StringComparer.Ordinal)
            .SelectMany(t => source.Places(TermWords.Of(t, from), parts: false).Select(range => (Term: t, Range: range))).ToList();
        used.RemoveAll(u => used.Exists(o => o.Range != u.Range && o.Range.At <= u.Range.At && o.Range.At + o.Range.Length >= u.Range.At + u.Range.Length));
        var choices = segment.Options.Terms.Where(t => t.Status != TermStatus.Forbidden).ToLookup(t => t.Source, StringComparer.Ordinal);
        foreach (var (term, range) in used.DistinctBy(u => u.Term))
        {
            if (choices[term].Any() && !choices[term].Any(c => target.Places(TermWords.Of(c.Target, to), parts: to is "nl" or "de").Any()))
            {
                yield return Finding.Of(segment, CheckRule.TermMissing, Severity.Warning, range, null, ("source", term), ("target", string.Join(" | ", choices[term].Select(c => c.Target))));
            }
        }

        foreach (var term in segment.Options.Terms.Where(t => t.Status == TermStatus.Forbidden && (t.Source.Length == 0 || used.Exists(u => u.Term == t.Source))))
        {
            foreach (var range in target.Places(TermWords.Of(term.Target, to), parts: false))
            {
                yield return Finding.Of(segment, CheckRule.TermForbidden, Severity.Warning, null, range, ("target", term.Target), ("wanted", string.Join(" | ", choices[term.Source].Select(c => c.Target))));
            }
        }
    }
}

/// <summary>The words of a text by their stems, with their places.</summary>
internal sealed class TermWords
{
    private const int LeastPart = 5;
    private readonly List<(string Stem, int At, int Length)> _words;

    private TermWords(List<(string, int, int)> words) => _words = words;

    public static TermWords Of(string text, string language) => new(
        [.. Tokens.In(text).Where(t => t.Kind is TokenKind.Word or TokenKind.Number).Select(t => (LightStem.Of(text.AsSpan(t.At, t.Length), language), t.At, t.Length))]);

    /// <summary>Where a term stands, as a row of words.</summary>
    /// <param name="term">The term.</param>
    /// <param name="parts">Whether it may be a part of longer words, as in «actiegroepvergadering».</param>
    public IEnumerable<TextRange> Places(TermWords term, bool parts)
    {
        for (var i = 0; term._words.Count > 0 && i + term._words.Count <= _words.Count; i++)
        {
            var met = 0;
            while (met < term._words.Count && Meets(_words[i + met].Stem, term._words[met].Stem, parts))
            {
                met++;
            }

            if (met == term._words.Count)
            {
                var last = _words[i + term._words.Count - 1];
                yield return new(_words[i].At, last.At + last.Length - _words[i].At);
            }
        }
    }

    private static bool Meets(string word, string stem, bool parts) => word == stem || (parts && stem.Length >= LeastPart && word.Contains(stem, StringComparison.Ordinal));
}
