using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;

namespace Passerelle.Translation.Terms.Files;

/// <summary>A pair of a file beside the one that is here.</summary>
public sealed record PlannedChange(FilePair Pair, Term Term);

/// <summary>What taking a file would do.</summary>
/// <param name="New">Not here yet.</param>
/// <param name="Changed">Here, and otherwise; or proposed, and decided by this.</param>
/// <param name="Same">How many are here as they are.</param>
/// <param name="Left">Here, but refused or retired: what people decided stays.</param>
public sealed record ImportPlan(IReadOnlyList<FilePair> New, IReadOnlyList<PlannedChange> Changed, int Same, IReadOnlyList<PlannedChange> Left)
{
    public bool DoesNothing => New.Count + Changed.Count == 0;

    public static async Task<ImportPlan> Of(PlatformDb db, TermFile file, CancellationToken stop = default)
    {
        var keys = file.Pairs.Select(p => p.Pair.Key).ToList();
        var known = await db.Set<Term>().Where(t => EF.Parameter(keys).Contains(t.Key)).ToDictionaryAsync(t => t.Key, stop);
        var here = file.Pairs.Where(p => known.ContainsKey(p.Pair.Key)).Select(p => new PlannedChange(p, known[p.Pair.Key])).ToLookup(Of);
        return new([.. file.Pairs.Where(p => !known.ContainsKey(p.Pair.Key))], [.. here[Fate.Changed]], here[Fate.Same].Count(), [.. here[Fate.Left]]);
    }

    /// <summary>Does it; the caller's save makes it real.</summary>
    public void Take(PlatformDb db, Act act)
    {
        db.AddRange(New.Select(p => Term.Import(p.Pair, p.New, act)));
        foreach (var (pair, term) in Changed)
        {
            term.Change(term.Pair, pair.Over(term.Facts), act);
            if (term.State == TermState.Proposed)
            {
                term.Accept(null, act);
            }
        }
    }

    private static Fate Of(PlannedChange change) =>
        change.Term.State is TermState.Refused or TermState.Retired ? Fate.Left
        : change.Term.State == TermState.Proposed || change.Pair.Over(change.Term.Facts) != change.Term.Facts ? Fate.Changed
        : Fate.Same;

    private enum Fate
    {
        Same,
        Changed,
        Left,
    }
}
