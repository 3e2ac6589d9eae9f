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
public sealed record QueueLine(TextKey Key, TextState State, bool Stale, int Words, Readers Readers, string Source, DateOnly? Wanted, Guid? AssignedTo, bool Asked, int? Left)
{
    public Step Step => TranslationUnit.StepOf(State, Stale, TextState.Approved);

    public TextPlace? Place { get; init; }
}

/// <summary>
/// The queue: every public text whose other language is not ready, from the text index alone, and of the others those
/// that somebody asked for. Public before internal, near dates first.
/// </summary>
public sealed class Queue(PlatformDb db, Registry registry, IServiceProvider services, Clock clock)
{
    public const int PageSize = 25;

    public async Task<(IReadOnlyList<QueueLine> Lines, int Count, int Words)> Read(Visitor who, QueueFilter filter, CancellationToken stop, int size = PageSize)
    {
        var rows = Waiting(who, filter);
        var total = await rows.GroupBy(_ => 1).Select(g => new { Count = g.Count(), Words = g.Sum(r => r.Row.SourceWords) }).FirstOrDefaultAsync(stop);
        var today = clock.Today;
        var page = await rows
            .OrderBy(r => r.Row.Readers == Readers.Everyone ? 0 : 1)
            .ThenBy(r => r.Unit!.Due == null && (r.Row.WantedBy == null || r.Row.WantedBy < today) ? 1 : 0)
            .ThenBy(r => r.Unit!.Due ?? r.Row.WantedBy)
            .ThenBy(r => r.Row.OwnerId).ThenBy(r => r.Row.Property).ThenBy(r => r.Row.Language)
            .Skip((filter.Page - 1) * size).Take(size)
            .Select(r => new
            {
                r.Row,
                Due = r.Unit!.Due,
                r.Unit.AssignedTo,
                Asked = r.Unit.AskedAt != null,
                Left = r.Unit == null ? null : (int?)r.Unit.Segments.Count(s => s.State == SegmentState.Missing || s.State == SegmentState.Machine || s.State == SegmentState.Begun),
                Source = db.TextIndex.Where(s => s.OwnerId == r.Row.OwnerId && s.Owner == r.Row.Owner && s.Property == r.Row.Property && s.IsSource).Select(s => s.Language).FirstOrDefault(),
            })
            .ToListAsync(stop);
        var lines = page.Select(r => new QueueLine(
            new(r.Row.Owner, r.Row.OwnerId, r.Row.Property, r.Row.Language), r.Row.State, r.Row.Stale, r.Row.SourceWords, r.Row.Readers, r.Source ?? "",
            r.Due ?? (r.Row.WantedBy >= today ? r.Row.WantedBy : null), r.AssignedTo, r.Asked, r.Left)).ToList();
        return (await WithPlaces(lines, stop), total?.Count ?? 0, total?.Words ?? 0);
    }

    /// <summary>How many wait for this person: those given to them, and those that anybody may take.</summary>
    public async Task<(int Mine, int Free)> For(Visitor who, CancellationToken stop)
    {
        var id = who.Id;
        var counts = await Waiting(who, new(null, null, null, Whose.All, null, 1))
            .GroupBy(r => r.Unit!.AssignedTo).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
        return (counts.Where(c => c.Key == id).Sum(c => c.Count), counts.Where(c => c.Key == null).Sum(c => c.Count));
    }

    /// <summary>Whether the text is in this person's queue, or could be: who shares the work out may read all that is not apart.</summary>
    public static bool MaySee(Visitor who, Readers readers, TranslationUnit? unit) =>
        readers == Readers.Everyone || (readers == Readers.Inside && (TranslationAccess.MayAssign(who) || unit?.AssignedTo == who.Id));

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

    private async Task<IReadOnlyList<QueueLine>> WithPlaces(List<QueueLine> lines, CancellationToken stop)
    {
        var places = await Places(lines.Select(l => (l.Key.Owner, l.Key.OwnerId)), stop);
        return [.. lines.Select(l => l with { Place = places.GetValueOrDefault((l.Key.Owner, l.Key.OwnerId)) })];
    }

    private IQueryable<Wait> Waiting(Visitor who, QueueFilter filter)
    {
        var (id, all) = (who.Id, TranslationAccess.MayAssign(who));
        var rows =
            from row in db.TextIndex.AsNoTracking().Where(r => r.Waits && r.Readers != Readers.Apart)
            join u in db.Set<TranslationUnit>().AsNoTracking() on new { row.OwnerId, row.Owner, row.Property, row.Language } equals new { u.OwnerId, u.Owner, u.Property, u.Language } into units
            from unit in units.DefaultIfEmpty()
            where row.Readers == Readers.Everyone || (unit != null && unit.AskedAt != null && (all || unit.AssignedTo == id))
            select new Wait { Row = row, Unit = unit };
        rows = filter.Language is { } language ? rows.Where(r => r.Row.Language == language) : rows;
        rows = filter.Step switch
        {
            Step.Translate => rows.Where(r => r.Row.Stale || r.Row.State == TextState.Missing || r.Row.State == TextState.Machine),
            Step.Proofread => rows.Where(r => !r.Row.Stale && r.Row.State == TextState.Draft),
            Step.Approve => rows.Where(r => !r.Row.Stale && r.Row.State == TextState.Proofread),
            _ => rows,
        };
        rows = filter.Whose switch
        {
            Whose.Mine => rows.Where(r => r.Unit!.AssignedTo == id),
            Whose.Nobodys => rows.Where(r => r.Unit!.AssignedTo == null),
            _ => rows,
        };
        if (filter.Section is { } section)
        {
            var owners = registry.TextHomes.Where(h => h.Value.Section == section).Select(h => h.Key).ToList();
            rows = rows.Where(r => owners.Contains(r.Row.Owner));
        }

        foreach (var word in Fold.Of(filter.Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            rows = rows.Where(r => db.TextIndex.Any(s => s.OwnerId == r.Row.OwnerId && s.Owner == r.Row.Owner && s.Property == r.Row.Property && s.Folded.Contains(word)));
        }

        return rows;
    }

    private sealed class Wait
    {
        public required TextIndexRow Row { get; init; }
        public TranslationUnit? Unit { get; init; }
    }
}
