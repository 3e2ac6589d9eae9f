using Microsoft.EntityFrameworkCore;
using Passerelle.Kernels.Translation.Memory;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Translation.Memory;

/// <summary>What goes into the memory and out of it.</summary>
public sealed class MemoryBook(PlatformDb db)
{
    /// <summary>
    /// A confirmed segment of a text that everybody may read; a text for fewer stays out of the shared memory. What the
    /// same segment said before is no longer offered. Written with the caller's save.
    /// </summary>
    public async Task Keep(DeskText text, TranslationUnit unit, UnitSegment segment, Act act, CancellationToken stop)
    {
        if (text.Readers != Readers.Everyone)
        {
            return;
        }

        var gone = db.Set<PairRemoval>();
        var before = await db.Set<KeptPair>().AsNoTracking().Where(p => p.SegmentId == segment.Id && !gone.Any(r => r.Pair == p.Number)).ToListAsync(stop);
        if (before.Exists(p => p.Source == segment.Source && p.Target == segment.Target))
        {
            return;
        }

        gone.AddRange(before.Select(p => new PairRemoval { Pair = p.Number, Reason = "", By = act.Person, At = act.At }));
        db.Add(new KeptPair
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
            SegmentId = segment.Id,
            By = act.Person,
            At = act.At,
        });
    }

    /// <summary>A pair that misleads is offered no longer; it stays, with the reason, for those who ask why.</summary>
    public void Forget(KeptPair pair, string reason, Act act) =>
        db.Add(new PairRemoval { Pair = pair.Number, Reason = reason, By = act.Person, At = act.At });

    public static long ContextOf(TranslationUnit unit, UnitSegment segment, Func<UnitSegment, string> words)
    {
        var at = unit.Segments.IndexOf(segment);
        return (long)MemoryContext.Of(at > 0 ? words(unit.Segments[at - 1]) : null, at + 1 < unit.Segments.Count ? words(unit.Segments[at + 1]) : null);
    }
}
