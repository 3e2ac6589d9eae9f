using Microsoft.EntityFrameworkCore;
using Passerelle.Kernels.Translation.Memory;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Translation.Memory;

/// <summary>What goes into the memory and out of it.</summary>
public sealed class MemoryBook(PlatformDb db, DeskTexts texts)
{
    private const int Batch = 200;

    /// <summary>
    /// Confirmed segments of a text that everybody may read; a text for fewer stays out of the shared memory. What the
    /// same segments said before is no longer offered. Written with the caller's save.
    /// </summary>
    public async Task Keep(DeskText text, TranslationUnit unit, IReadOnlyCollection<UnitSegment> segments, Act act, CancellationToken stop)
    {
        if (text.Readers != Readers.Everyone || segments.Count == 0)
        {
            return;
        }

        var (gone, ids) = (db.Set<PairRemoval>(), segments.Select(s => s.Id).ToList());
        var before = (await db.Set<KeptPair>().AsNoTracking().Where(p => p.SegmentId != null && EF.Parameter(ids).Contains(p.SegmentId.Value) && !gone.Any(r => r.Pair == p.Number)).ToListAsync(stop)).ToLookup(p => p.SegmentId);
        foreach (var segment in segments.Where(s => !before[s.Id].Any(p => p.Source == s.Source && p.Target == s.Target)))
        {
            db.AddRange(before[segment.Id].Select(p => new PairRemoval(p, "", act)));
            db.Add(Pair(text, unit, segment, segment.Id, act));
        }
    }

    /// <summary>
    /// Takes in what is ready in public texts and did not come through the desk, such as what the pack brought: both
    /// versions are there, and a second reader or their author stood for them.
    /// </summary>
    public async Task<int> Learn(Act act, CancellationToken stop)
    {
        var count = 0;
        foreach (var things in (await Unlearnt.Select(r => r.OwnerId).Distinct().ToListAsync(stop)).Chunk(Batch))
        {
            count += await db.Alone(async () =>
            {
                var rows = await Unlearnt.Where(r => EF.Parameter(things).Contains(r.OwnerId)).ToListAsync(stop);
                var found = await texts.Find([.. rows.Select(r => new TextKey(r.Owner, r.OwnerId, r.Property, r.Language))], stop);
                List<KeptPair> pairs = [.. found.Values.SelectMany(text => Ready(text, act))];
                db.AddRange(pairs);
                await db.SaveChangesAsync(stop);
                return pairs.Count;
            }, stop);
            db.ChangeTracker.Clear();
        }

        return count;
    }

    private IQueryable<TextIndexRow> Unlearnt => db.TextIndex.AsNoTracking().Where(r => !r.IsSource && !r.Stale && r.Readers == Readers.Everyone && (r.State == TextState.Proofread || r.State == TextState.Approved)
        && !db.Set<KeptPair>().Any(p => p.OwnerId == r.OwnerId && p.Owner == r.Owner && p.Property == r.Property && p.To == r.Language));

    private static IEnumerable<KeptPair> Ready(DeskText text, Act act)
    {
        var unit = TranslationUnit.Of(text, act.At);
        return unit.Segments.Where(s => s.Target.Length > 0).Select(s => Pair(text, unit, s, null, act));
    }

    /// <summary>A pair that misleads is offered no longer; it stays, with the reason, for those who ask why.</summary>
    public void Forget(KeptPair pair, string reason, Act act) =>
        db.Add(new PairRemoval(pair, reason, act));

    private static KeptPair Pair(DeskText text, TranslationUnit unit, UnitSegment segment, Guid? id, Act act) => new()
    {
        From = text.Text.Source,
        To = text.Language,
        Source = segment.Source,
        Target = segment.Target,
        Context = ContextOf(unit, segment, s => s.Source),
        ContextBack = ContextOf(unit, segment, s => s.Target),
        Owner = unit.Owner,
        OwnerId = unit.OwnerId,
        Property = unit.Property,
        SegmentId = id,
        By = act.Person,
        At = act.At,
    };

    public static long ContextOf(TranslationUnit unit, UnitSegment segment, Func<UnitSegment, string> words)
    {
        var at = unit.Segments.IndexOf(segment);
        return (long)MemoryContext.Of(at > 0 ? words(unit.Segments[at - 1]) : null, at + 1 < unit.Segments.Count ? words(unit.Segments[at + 1]) : null);
    }
}
