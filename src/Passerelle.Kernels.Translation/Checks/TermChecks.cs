using System.Runtime.CompilerServices;
using Passerelle.Kernels.Translation.Distance;

namespace Passerelle.Kernels.Translation.Checks;

/// <summary>Terms whose translation is missed, and translations that are not to be used. Words meet by <see cref="LightStem"/>.</summary>
internal static class TermChecks
{
    /// <summary>Terms are read once for all the segments that are checked with the same options.</summary>
    private static readonly ConditionalWeakTable<CheckOptions, Term[]> Known = new();

    public static IEnumerable<Finding> Find(Segment segment)
    {
        var options = segment.Options;
        if (options.Terms.Count == 0)
        {
            yield break;
        }

        var terms = Known.GetValue(options, static o => [.. o.Terms.Select(t => new Term(t, TermWords.Of(t.Source, o.SourceLanguage), TermWords.Of(t.Target, o.TargetLanguage)))]);
        var target = TermWords.Of(segment.Target, options.TargetLanguage);
        var used = Used(TermWords.Of(segment.Source, options.SourceLanguage), terms);
        var choices = terms.Where(t => t.Written.Status != TermStatus.Forbidden).ToLookup(t => t.Written.Source, StringComparer.Ordinal);
        foreach (var (term, range) in used.DistinctBy(u => u.Term))
        {
            if (choices[term].Any() && !choices[term].Any(c => target.Places(c.Target, parts: options.TargetLanguage is "nl" or "de").Any()))
            {
                yield return Finding.Of(segment, CheckRule.TermMissing, Severity.Warning, range, null, ("source", term), ("target", Row(choices[term])));
            }
        }

        foreach (var term in terms.Where(t => t.Written.Status == TermStatus.Forbidden && (t.Written.Source.Length == 0 || used.Exists(u => u.Term == t.Written.Source))))
        {
            foreach (var range in target.Places(term.Target, parts: false))
            {
                yield return Finding.Of(segment, CheckRule.TermForbidden, Severity.Warning, null, range, ("target", term.Written.Target), ("wanted", Row(choices[term.Written.Source])));
            }
        }
    }

    /// <summary>The terms of the source; one that stands within a longer one is not meant.</summary>
    private static List<(string Term, TextRange Range)> Used(TermWords source, Term[] terms)
    {
        var all = terms.DistinctBy(t => t.Written.Source).SelectMany(t => source.Places(t.Source, parts: false).Select(range => (Term: t.Written.Source, Range: range))).ToList();
        return all.FindAll(u => !all.Exists(o => o.Range != u.Range && o.Range.At <= u.Range.At && o.Range.At + o.Range.Length >= u.Range.At + u.Range.Length));
    }

    private static string Row(IEnumerable<Term> choices) => string.Join(" | ", choices.Select(c => c.Written.Target));

    private sealed record Term(CheckTerm Written, TermWords Source, TermWords Target);
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
