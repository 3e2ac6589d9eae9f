using System.Runtime.CompilerServices;
using Passerelle.Kernels.Translation.Distance;

namespace Passerelle.Kernels.Translation.Checks;

/// <summary>Terms whose translation is missed, and translations that are not to be used. Words meet by <see cref="LightStem"/>.</summary>
internal static class TermChecks
{
    /// <summary>Terms are read once for all the segments that are checked with the same options.</summary>
    private static readonly ConditionalWeakTable<CheckOptions, Book> Known = new();

    public static IEnumerable<Finding> Find(Segment segment)
    {
        var options = segment.Options;
        if (options.Terms.Count == 0)
        {
            yield break;
        }

        var book = Known.GetValue(options, static o => new(o));
        var target = TermWords.Of(segment.Target, options.TargetLanguage);
        var used = book.Finder.In(segment.Source);
        var choices = book.Choices;
        // Terms that differ in their endings alone («président», «présidente») stand in one place: one translation is enough.
        foreach (var place in used.GroupBy(u => u.Range).DistinctBy(g => g.First().Term))
        {
            var wanted = place.SelectMany(u => choices[u.Term]).ToList();
            if (wanted.Count > 0 && !wanted.Exists(c => target.Places(c.Target, parts: options.TargetLanguage is "nl" or "de").Any()))
            {
                yield return Finding.Of(segment, CheckRule.TermMissing, Severity.Warning, place.Key, null, ("source", place.First().Term), ("target", Row(wanted)));
            }
        }

        foreach (var term in book.Forbidden.Where(t => t.Written.Source.Length == 0 || used.Any(u => u.Term == t.Written.Source)))
        {
            foreach (var range in target.Places(term.Target, parts: false))
            {
                yield return Finding.Of(segment, CheckRule.TermForbidden, Severity.Warning, null, range, ("target", term.Written.Target), ("wanted", Row(choices[term.Written.Source])));
            }
        }
    }

    private static string Row(IEnumerable<Term> choices) => string.Join(" | ", choices.Select(c => c.Written.Target));

    private sealed record Term(CheckTerm Written, TermWords Target);

    private sealed class Book(CheckOptions options)
    {
        private readonly Term[] _terms = [.. options.Terms.Select(t => new Term(t, TermWords.Of(t.Target, options.TargetLanguage)))];

        public TermFinder Finder { get; } = new(options.Terms.Select(t => t.Source), options.SourceLanguage);

        public ILookup<string, Term> Choices => field ??= _terms.Where(t => t.Written.Status != TermStatus.Forbidden).ToLookup(t => t.Written.Source, StringComparer.Ordinal);

        public IEnumerable<Term> Forbidden => _terms.Where(t => t.Written.Status == TermStatus.Forbidden);
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

    public string? First => _words.Count > 0 ? _words[0].Stem : null;

    public IEnumerable<string> Stems => _words.Select(w => w.Stem);

    /// <summary>Where a term stands, as a row of words.</summary>
    /// <param name="term">The term.</param>
    /// <param name="parts">Whether it may be a part of longer words, as in «actiegroepvergadering».</param>
    public IEnumerable<TextRange> Places(TermWords term, bool parts)
    {
        for (var i = 0; term._words.Count > 0 && i + term._words.Count <= _words.Count; i++)
        {
            if (At(i, term, parts) is { } range)
            {
                yield return range;
            }
        }
    }

    /// <summary>Where a term stands that begins with the word of this number; null when it does not.</summary>
    public TextRange? At(int first, TermWords term, bool parts = false)
    {
        var (met, there) = (0, first + term._words.Count <= _words.Count);
        while (there && met < term._words.Count)
        {
            there = Meets(_words[first + met].Stem, term._words[met].Stem, parts);
            met++;
        }

        return there ? new(_words[first].At, _words[first + met - 1].At + _words[first + met - 1].Length - _words[first].At) : null;
    }

    private static bool Meets(string word, string stem, bool parts) => word == stem || (parts && stem.Length >= LeastPart && word.Contains(stem, StringComparison.Ordinal));
}
