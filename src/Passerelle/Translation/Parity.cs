using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Translation;

/// <summary>How many public words of a section are ready in a language, at the end of a day.</summary>
public sealed class ParityDay
{
    public required DateOnly Day { get; init; }
    public required string Section { get; init; }
    public required string Language { get; init; }
    public required int Words { get; set; }
    public required int Ready { get; set; }
}

/// <param name="Section">The stable name.</param>
/// <param name="Language">The language that reads them.</param>
/// <param name="Words">All public words of the section, counted in their sources.</param>
/// <param name="Ready">Those written in this language, or whose translation into it nothing is left to do on.</param>
public sealed record Share(string Section, string Language, int Words, int Ready)
{
    /// <summary>Full only when all is ready; null where there is nothing.</summary>
    public int? Percent => Words == 0 ? null : (int)(100L * Ready / Words);
}

/// <summary>Whether both languages have the same to read: counted from the text index.</summary>
public sealed class Parity(PlatformDb db, Registry registry, Clock clock)
{
    private const string Others = "";

    /// <summary>By section and language, as it is now.</summary>
    public async Task<IReadOnlyList<Share>> Now(CancellationToken stop)
    {
        var official = Language.Official.ToList();
        var counts = await db.TextIndex.Where(r => r.Readers == Readers.Everyone && official.Contains(r.Language))
            .GroupBy(r => new { r.Owner, r.Language, r.Waits }).Select(g => new { g.Key.Owner, g.Key.Language, g.Key.Waits, Words = g.Sum(r => r.SourceWords) })
            .ToListAsync(stop);
        return [.. counts.GroupBy(c => (Section: registry.TextHomes.GetValueOrDefault(c.Owner)?.Section ?? Others, c.Language))
            .Select(g => new Share(g.Key.Section, g.Key.Language, g.Sum(c => c.Words), g.Where(c => !c.Waits).Sum(c => c.Words)))];
    }

    /// <summary>Keeps the figures of today; called at the end of each day, again and again without harm.</summary>
    public async Task Keep(DateOnly day, CancellationToken stop)
    {
        var kept = await db.Set<ParityDay>().Where(d => d.Day == day).ToListAsync(stop);
        foreach (var share in await Now(stop))
        {
            if (kept.Find(d => d.Section == share.Section && d.Language == share.Language) is { } known)
            {
                (known.Words, known.Ready) = (share.Words, share.Ready);
            }
            else
            {
                db.Add(new ParityDay { Day = day, Section = share.Section, Language = share.Language, Words = share.Words, Ready = share.Ready });
            }
        }

        await db.SaveChangesAsync(stop);
    }

    /// <summary>Kept figures over all sections, the oldest first, one for each day that has any.</summary>
    public async Task<IReadOnlyList<(DateOnly Day, string Language, int Words, int Ready)>> Past(int days, CancellationToken stop)
    {
        var from = clock.Today.AddDays(-days);
        var kept = await db.Set<ParityDay>().AsNoTracking().Where(d => d.Day >= from && d.Day < clock.Today)
            .GroupBy(d => new { d.Day, d.Language }).Select(g => new { g.Key.Day, g.Key.Language, Words = g.Sum(d => d.Words), Ready = g.Sum(d => d.Ready) }).ToListAsync(stop);
        return [.. kept.OrderBy(k => k.Day).Select(k => (k.Day, k.Language, k.Words, k.Ready))];
    }
}
