using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Translation;

/// <summary>A text that waits, as the index has it.</summary>
/// <param name="Due">The day that somebody at the desk gave it.</param>
/// <param name="Corrected">Its readers have what a second reader saw; somebody has corrected that since and not handed it in.</param>
internal sealed record WaitingRow(string Owner, Guid OwnerId, string Property, string Language, TextState State, bool Stale, int Words, Readers Readers, DateOnly? WantedBy, DateOnly? Due, bool Corrected)
{
    public TextKey Key => new(Owner, OwnerId, Property, Language);

    public DateOnly? Wanted(DateOnly today) => Due ?? (WantedBy >= today ? WantedBy : null);
}

/// <summary>
/// What one person finds under one filter, in its order: public texts with a day, those without, those whose day is
/// over, then internal ones. The few that the desk itself gave a day, a person or its readers are taken into memory;
/// of the many others the database counts each kind and reads the part of a page in the order of one index, however
/// many there are.
/// </summary>
internal sealed class WaitingRows(PlatformDb db, Registry registry, Visitor who, QueueFilter filter, DateOnly today)
{
    private enum Span
    {
        Dated,
        Undated,
        Past,
    }

    public async Task<(List<WaitingRow> Rows, int Count, int Words)> Page(int skip, int take, CancellationToken stop)
    {
        var given = await Given(stop);
        if (filter.Whose == Whose.Mine)
        {
            return ([.. given.Skip(skip).Take(take)], given.Count, given.Sum(g => g.Words));
        }

        var counts = await Counts(given, stop);
        var promised = given.Where(g => g.Readers == Readers.Everyone).ToList();
        List<WaitingRow> rows = [];
        foreach (var (first, span, count) in new[] { (promised, Span.Dated, counts[0].Count), ([], Span.Undated, counts[1].Count), ([], Span.Past, counts[2].Count) })
        {
            if (rows.Count < take && skip < first.Count + count)
            {
                rows.AddRange(await Merged(first, span, skip, take - rows.Count, stop));
            }

            skip = Math.Max(0, skip - first.Count - count);
        }

        rows.AddRange(given.Skip(promised.Count).Skip(skip).Take(take - rows.Count));
        return (rows, given.Count + counts.Sum(c => c.Count), given.Sum(g => g.Words) + counts.Sum(c => c.Words));
    }

    /// <summary>How many of them are given to this person, and how many to nobody.</summary>
    public async Task<(int Mine, int Free)> Shared(CancellationToken stop)
    {
        var (id, all) = (who.Id, TranslationAccess.MayAssign(who));
        var taken = await Joined(db.Set<TranslationUnit>().Where(u => u.AssignedTo != null)).Where(j => j.Row.Readers == Readers.Everyone || (j.Row.Readers == Readers.Inside && j.Unit.AskedAt != null))
            .GroupBy(j => new { j.Row.Readers, Mine = j.Unit.AssignedTo == id }).Select(g => new { g.Key.Readers, g.Key.Mine, Count = g.Count() }).ToListAsync(stop);
        var unasked = all ? await Joined(db.Set<TranslationUnit>().Where(u => u.AskedAt != null && u.AssignedTo == null)).CountAsync(j => j.Row.Readers == Readers.Inside, stop) : 0;
        var open = await Public.CountAsync(stop) - taken.Where(t => t.Readers == Readers.Everyone).Sum(t => t.Count);
        var corrected = await Corrected(db.Set<TranslationUnit>().AsNoTracking().Where(u => u.AssignedTo == id), stop);
        return (taken.Where(t => t.Mine).Sum(t => t.Count) + corrected.Count(), open + unasked);
    }

    private IQueryable<TextIndexRow> Public => Rows.Where(r => r.Readers == Readers.Everyone);

    private IQueryable<TextIndexRow> Rows
    {
        get
        {
            var rows = Asked.Where(r => r.Waits);
            return filter.Step switch
            {
                Step.Translate => rows.Where(r => r.Stale || r.State == TextState.Missing || r.State == TextState.Machine),
                Step.Proofread => rows.Where(r => !r.Stale && r.State == TextState.Draft),
                Step.Approve => rows.Where(r => !r.Stale && r.State == TextState.Proofread),
                _ => rows,
            };
        }
    }

    /// <summary>The texts that the filter asks for, whether they wait or not.</summary>
    private IQueryable<TextIndexRow> Asked
    {
        get
        {
            var rows = db.TextIndex.AsNoTracking();
            rows = filter.Language is { } language ? rows.Where(r => r.Language == language) : rows;
            if (filter.Section is { } section)
            {
                var owners = registry.TextHomes.Where(h => h.Value.Section == section).Select(h => h.Key).ToList();
                rows = rows.Where(r => EF.Parameter(owners).Contains(r.Owner)); // one value, lest the database goes by kinds and not in the queue's order
            }

            string[] words = Fold.Of(filter.Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0)
            {
                var with = words.Aggregate(db.TextIndex.AsQueryable(), (found, word) => found.Where(r => r.Folded.Contains(word)));
                rows = rows.Where(r => with.Any(s => s.OwnerId == r.OwnerId && s.Owner == r.Owner && s.Property == r.Property));
            }

            return rows;
        }
    }

    /// <summary>The units that stand beside the order of the index: they have a day of their own, or are not asked for.</summary>
    private IQueryable<TranslationUnit> Aside => filter.Whose == Whose.Nobodys
        ? db.Set<TranslationUnit>().Where(u => u.Due != null || u.AssignedTo != null)
        : db.Set<TranslationUnit>().Where(u => u.Due != null);

    private async Task<List<WaitingRow>> Given(CancellationToken stop)
    {
        var (id, units) = (who.Id, db.Set<TranslationUnit>().AsNoTracking());
        units = filter.Whose switch
        {
            Whose.Mine => units.Where(u => u.AssignedTo == id),
            Whose.Nobodys => units.Where(u => u.AssignedTo == null),
            _ => units,
        };
        var waiting = filter.Whose == Whose.Mine ? units : units.Where(u => u.Due != null || u.AskedAt != null);
        var rows = await Light(Visible(Joined(waiting)).Where(j => filter.Whose == Whose.Mine || j.Row.Readers == Readers.Inside || j.Unit.Due != null)).ToListAsync(stop);
        if (filter.Step is null or Step.Translate)
        {
            rows.AddRange(await Corrected(units, stop));
        }

        return [.. rows.OrderBy(r => r.Readers == Readers.Everyone ? 0 : 1).ThenBy(r => r.Wanted(today) is null).ThenBy(r => r.Wanted(today)).ThenBy(r => r.OwnerId).ThenBy(r => r.Property, StringComparer.Ordinal).ThenBy(r => r.Language, StringComparer.Ordinal)];
    }

    /// <summary>The units first, which are few: asked for both at once, the database may begin with every text that waits for nothing.</summary>
    private async Task<IEnumerable<WaitingRow>> Corrected(IQueryable<TranslationUnit> units, CancellationToken stop)
    {
        var corrected = (await units.Where(u => u.CorrectedAt != null).Select(u => new { u.Owner, u.OwnerId, u.Property, u.Language, u.Due, u.AssignedTo, u.AskedAt }).ToListAsync(stop))
            .ToDictionary(u => new TextKey(u.Owner, u.OwnerId, u.Property, u.Language));
        if (corrected.Count == 0)
        {
            return [];
        }

        List<Guid> things = [.. corrected.Keys.Select(k => k.OwnerId).Distinct()];
        var rows = await Asked.Where(r => !r.Waits && EF.Parameter(things).Contains(r.OwnerId)).ToListAsync(stop);
        return rows.Select(r => (Row: r, Unit: corrected.GetValueOrDefault(new(r.Owner, r.OwnerId, r.Property, r.Language))))
            .Where(r => r.Unit is { } unit && (r.Row.Readers == Readers.Everyone || (r.Row.Readers == Readers.Inside && unit.AskedAt is not null && (TranslationAccess.MayAssign(who) || unit.AssignedTo == who.Id))))
            .Select(r => new WaitingRow(r.Row.Owner, r.Row.OwnerId, r.Row.Property, r.Row.Language, r.Row.State, r.Row.Stale, r.Row.SourceWords, r.Row.Readers, r.Row.WantedBy, r.Unit!.Due, true));
    }

    private IQueryable<Pair> Visible(IQueryable<Pair> pairs)
    {
        var (id, all) = (who.Id, TranslationAccess.MayAssign(who));
        return pairs.Where(j => j.Row.Readers == Readers.Everyone || (j.Row.Readers == Readers.Inside && j.Unit.AskedAt != null && (all || j.Unit.AssignedTo == id)));
    }

    private static IQueryable<WaitingRow> Light(IQueryable<Pair> pairs) => pairs.Select(j =>
        new WaitingRow(j.Row.Owner, j.Row.OwnerId, j.Row.Property, j.Row.Language, j.Row.State, j.Row.Stale, j.Row.SourceWords, j.Row.Readers, j.Row.WantedBy, j.Unit.Due, false));

    private IQueryable<Pair> Joined(IQueryable<TranslationUnit> units) =>
        from unit in units
        join row in Rows on new { unit.OwnerId, unit.Owner, unit.Property, unit.Language } equals new { row.OwnerId, row.Owner, row.Property, row.Language }
        select new Pair { Row = row, Unit = unit };

    /// <summary>Of each span how many texts there are beside those in memory, and their words.</summary>
    private async Task<(int Count, int Words)[]> Counts(List<WaitingRow> given, CancellationToken stop)
    {
        var counts = await Counted(Public, stop);
        var aside = filter.Whose == Whose.Nobodys
            ? await Counted(Joined(Aside).Where(j => j.Row.Readers == Readers.Everyone).Select(j => j.Row), stop)
            : given.Where(g => g.Readers == Readers.Everyone && !g.Corrected).GroupBy(g => g.WantedBy is null ? Span.Undated : g.WantedBy < today ? Span.Past : Span.Dated).ToDictionary(g => g.Key, g => (Count: g.Count(), Words: g.Sum(r => r.Words)));
        return [.. Enum.GetValues<Span>().Select(s => (counts.GetValueOrDefault(s), aside.GetValueOrDefault(s))).Select(c => (c.Item1.Count - c.Item2.Count, c.Item1.Words - c.Item2.Words))];
    }

    private async Task<Dictionary<Span, (int Count, int Words)>> Counted(IQueryable<TextIndexRow> rows, CancellationToken stop) =>
        (await rows.GroupBy(r => r.WantedBy == null ? 1 : r.WantedBy < today ? 2 : 0).Select(g => new { g.Key, Count = g.Count(), Words = g.Sum(r => r.SourceWords) }).ToListAsync(stop))
        .ToDictionary(c => (Span)c.Key, c => (c.Count, c.Words));

    /// <summary>
    /// A part of a span with those in memory among them by their day. Of the first n of both together all but those in
    /// memory are among the first n of the span; so as many rows before the part are read as there are in memory.
    /// </summary>
    private async Task<IEnumerable<WaitingRow>> Merged(List<WaitingRow> first, Span span, int skip, int take, CancellationToken stop)
    {
        var before = Math.Max(0, skip - first.Count);
        var others = await Ordered(span).Skip(before).Take(skip + take - before)
            .Select(r => new WaitingRow(r.Owner, r.OwnerId, r.Property, r.Language, r.State, r.Stale, r.SourceWords, r.Readers, r.WantedBy, null, false)).ToListAsync(stop);
        return (first.Count == 0 ? others : [.. first.Concat(others).OrderBy(r => r.Wanted(today) ?? today)]).Skip(skip - before).Take(take);
    }

    private IQueryable<TextIndexRow> Ordered(Span span)
    {
        var rows = Public.Where(r => !Aside.Any(u => u.OwnerId == r.OwnerId && u.Owner == r.Owner && u.Property == r.Property && u.Language == r.Language));
        rows = span switch
        {
            Span.Dated => rows.Where(r => r.WantedBy >= today),
            Span.Undated => rows.Where(r => r.WantedBy == null),
            _ => rows.Where(r => r.WantedBy < today),
        };
        return rows.OrderBy(r => r.WantedBy).ThenBy(r => r.OwnerId).ThenBy(r => r.Property).ThenBy(r => r.Language);
    }

    private sealed class Pair
    {
        public required TextIndexRow Row { get; init; }
        public required TranslationUnit Unit { get; init; }
    }
}
