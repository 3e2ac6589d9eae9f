using Microsoft.EntityFrameworkCore;
using Passerelle.Kernels.Translation.Checks;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using TermStatus = Passerelle.Kernels.Translation.TermStatus;

namespace Passerelle.Translation.Terms;

/// <summary>A translation of a term, to use or not.</summary>
public sealed record TermChoice(Guid Id, string Text, TermStatus Status, Sureness Sureness, string? Definition, string? Note);

/// <summary>A term that stands in a segment.</summary>
/// <param name="Range">Where.</param>
/// <param name="Term">As the term base has it.</param>
/// <param name="Right">Its translations, the preferred ones first.</param>
/// <param name="Forbidden">What it is not to be translated by.</param>
public sealed record FoundTerm(TextRange Range, string Term, IReadOnlyList<TermChoice> Right, IReadOnlyList<TermChoice> Forbidden);

/// <summary>The terms in use, for checks and for the editor: kept until a term changes.</summary>
public sealed class TermShelf(IServiceScopeFactory scopes, Generations generations) : IDisposable
{
    private readonly KeptReading<Shelf> _shelf = new(scopes, generations, ["term"], Read);

    /// <summary>What a translation from one language into another is checked by. The same list until a term changes.</summary>
    public async Task<IReadOnlyList<CheckTerm>> For(string source, string target, CancellationToken stop = default) =>
        (await _shelf.Get(stop)).Between(source, target).Checks;

    /// <summary>The terms of a segment, in its order.</summary>
    public async Task<IReadOnlyList<FoundTerm>> TermsIn(string segment, string source, string target, CancellationToken stop = default)
    {
        var direction = (await _shelf.Get(stop)).Between(source, target);
        return [.. direction.Finder.In(segment).GroupBy(p => p.Range).Select(g => direction.Found(segment, g.Key, [.. g.Select(p => p.Term)]))];
    }

    public void Dispose() => _shelf.Dispose();

    private static async Task<Shelf> Read(PlatformDb db, CancellationToken stop) => new(await db.Set<Term>().AsNoTracking().Where(Term.InUse).ToListAsync(stop));

    private sealed class Shelf(IReadOnlyList<Term> terms)
    {
        private readonly System.Collections.Concurrent.ConcurrentDictionary<(string, string), Direction> _directions = new();

        public Direction Between(string source, string target) => _directions.GetOrAdd((source, target), _ => new(terms, source, target));
    }

    private sealed class Direction
    {
        private readonly ILookup<string, TermChoice> _choices;

        public Direction(IReadOnlyList<Term> terms, string source, string target)
        {
            // A word that is wrong is wrong as a translation, not as something to translate.
            var pairs = terms.Where(t => source != target && t.Pair.Has(source) && t.Pair.Has(target) && t.Wrong != source)
                .Select(t => (Source: t.FromLanguage == source ? t.From : t.To, Choice: new TermChoice(t.Id, t.FromLanguage == source ? t.To : t.From, t.Status, t.Sureness, t.Definition, t.Note)))
                .OrderBy(p => p.Choice.Status).ThenBy(p => p.Choice.Sureness).ThenBy(p => p.Choice.Text, StringComparer.Ordinal).ToList();
            _choices = pairs.ToLookup(p => p.Source, p => p.Choice, StringComparer.Ordinal);
            Checks = [.. pairs.Select(p => new CheckTerm(p.Source, p.Choice.Text, p.Choice.Status))];
            Finder = new(_choices.Select(c => c.Key), source);
        }

        public IReadOnlyList<CheckTerm> Checks { get; }

        public TermFinder Finder { get; }

        /// <summary>Terms that differ in their endings alone («président», «présidente») stand in one place: the one that is written so comes first.</summary>
        public FoundTerm Found(string segment, TextRange range, IReadOnlyList<string> terms)
        {
            var written = segment.Substring(range.At, range.Length);
            List<string> nearest = [.. terms.OrderBy(t => string.Equals(t, written, StringComparison.OrdinalIgnoreCase) ? 0 : 1)];
            var choices = nearest.SelectMany(t => _choices[t]).DistinctBy(c => (c.Text, c.Status)).ToList();
            return new(range, nearest[0], choices.FindAll(c => c.Status != TermStatus.Forbidden), choices.FindAll(c => c.Status == TermStatus.Forbidden));
        }
    }
}
