using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Translation;

public enum Whose
{
    All,
    Mine,
    Nobodys,
}

/// <summary>What is asked of the queue; nulls and empty values ask nothing.</summary>
public sealed record QueueFilter(string? Language, Step? Step, string? Section, Whose Whose, string? Words, int Page);

/// <summary>A text that waits.</summary>
/// <param name="Left">How many segments of work that was begun are to be done; null before.</param>
public sealed record QueueLine(TextKey Key, Step Step, bool Stale, int Words, Readers Readers, DateOnly? Wanted, Guid? AssignedTo, int? Left)
{
    /// <summary>Its readers have what a second reader saw; somebody has corrected that since.</summary>
    public bool IsCorrected { get; init; }

    /// <summary>The text itself.</summary>
    public DeskText? Text { get; init; }

    public TextPlace? Place { get; init; }
}

/// <summary>
/// The queue: every public text whose other language is not ready, from the text index alone, and of the others those
/// that somebody asked for. Public before internal, near dates first.
/// </summary>
public sealed class Queue(PlatformDb db, Registry registry, DeskTexts texts, IServiceProvider services, Clock clock)
{
    public const int PageSize = 25;

    public async Task<(IReadOnlyList<QueueLine> Lines, int Count, int Words)> Read(Visitor who, QueueFilter filter, CancellationToken stop, int size = PageSize)
    {
        var (rows, count, words) = await new WaitingRows(db, registry, who, filter, clock.Today).Page((filter.Page - 1) * size, size, stop);
        var (owners, keys) = (rows.Select(r => r.OwnerId).ToHashSet(), rows.Select(r => r.Key).ToList());
        var work = (await db.Set<TranslationUnit>().AsNoTracking().Where(u => owners.Contains(u.OwnerId))
            .Select(u => new { u.Owner, u.OwnerId, u.Property, u.Language, u.AssignedTo, Left = u.Segments.Count(s => s.State == SegmentState.Missing || s.State == SegmentState.Machine || s.State == SegmentState.Begun) }).ToListAsync(stop))
            .ToDictionary(u => new TextKey(u.Owner, u.OwnerId, u.Property, u.Language));
        var (found, places) = (await texts.Find(keys, stop), await Places(keys.Select(k => (k.Owner, k.OwnerId)), stop));
        return ([.. rows.Select(r => (Row: r, Unit: work.GetValueOrDefault(r.Key))).Select(r =>
            new QueueLine(r.Row.Key, r.Row.Step, r.Row.Stale, r.Row.Words, r.Row.Readers, r.Row.Wanted(clock.Today), r.Unit?.AssignedTo, r.Unit?.Left)
            {
                IsCorrected = r.Row.IsCorrected,
                Text = found.GetValueOrDefault(r.Row.Key),
                Place = places.GetValueOrDefault((r.Row.Owner, r.Row.OwnerId)),
            })], count, words);
    }

    /// <summary>How many wait for this person: those given to them, and those that anybody may take.</summary>
    public Task<(int Mine, int Free)> For(Visitor who, CancellationToken stop) =>
        new WaitingRows(db, registry, who, new(null, null, null, Whose.All, null, 1), clock.Today).Shared(stop);

    /// <summary>Whether the text is in this person's queue, or could be: who shares the work out may read all that is not apart.</summary>
    public static bool MaySee(Visitor who, Readers readers, Guid? assignedTo) =>
        readers == Readers.Everyone || (readers == Readers.Inside && (TranslationAccess.MayAssign(who) || assignedTo == who.Id));

    /// <summary>The places of things of any kind, in a query or two for each kind.</summary>
    public async Task<IReadOnlyDictionary<(string Owner, Guid Id), TextPlace>> Places(IEnumerable<(string Owner, Guid Id)> things, CancellationToken stop)
    {
        Dictionary<(string, Guid), TextPlace> places = [];
        foreach (var kind in things.Distinct().GroupBy(t => t.Owner))
        {
            if (registry.TextHomes.GetValueOrDefault(kind.Key) is { } home)
            {
                foreach (var (id, place) in await home.Places(services, [.. kind.Select(k => k.Id)], stop))
                {
                    places[(kind.Key, id)] = place;
                }
            }
        }

        return places;
    }
}
