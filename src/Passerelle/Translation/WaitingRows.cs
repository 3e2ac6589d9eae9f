using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Translation;

/// <summary>What the desk itself has to do with a text: somebody gave it a day or a person, asked for it, or corrects it.</summary>
internal sealed record Work(string Owner, Guid OwnerId, string Property, string Language, Guid? AssignedTo, DateOnly? Due, bool IsAsked, bool IsCorrected)
{
    public TextKey Key => new(Owner, OwnerId, Property, Language);
}

/// <summary>A text that waits, as the index has it, with the work on it.</summary>
internal sealed record WaitingRow(string Owner, Guid OwnerId, string Property, string Language, TextState State, bool Stale, int Words, Readers Readers, DateOnly? WantedBy, bool Waits, Work? Work)
{
    public TextKey Key => new(Owner, OwnerId, Property, Language);

    /// <summary>Its readers have what a second reader saw; somebody has corrected that since and not handed it in.</summary>
    public bool IsCorrected => !Waits;

    public Step Step => IsCorrected ? Step.Translate : TranslationUnit.StepOf(State, Stale, TextState.Approved);

    public DateOnly? Wanted(DateOnly today) => Work?.Due ?? (WantedBy >= today ? WantedBy : null);
}

/// <summary>
/// What one person finds under one filter, in its order: public texts with a day, those without, those whose day is
/// over, then internal ones. The few that the desk itself has to do with are held in memory; of the many others the
/// database counts each kind, and reads the part of a page in the order of one index, however many there are.
/// </summary>
internal sealed class WaitingRows(PlatformDb db, Registry registry, Visitor who, QueueFilter filter, DateOnly today)
{
    private readonly string[] _words = Fold.Of(filter.Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private enum Span
    {
        Dated,
        Undated,
        Past,
    }

    public async Task<(List<WaitingRow> Rows, int Count, int Words)> Page(int skip, int take, CancellationToken stop)
    {
        var held = await Held(stop);
        var given = held.Where(IsAskedFor).OrderBy(r => r.Readers == Readers.Everyone ? 0 : 1).ThenBy(r => r.Wanted(today) ?? DateOnly.MaxValue)
            .ThenBy(r => r.OwnerId).ThenBy(r => r.Property, StringComparer.Ordinal).ThenBy(r => r.Language, StringComparer.Ordinal).ToList();
        if (filter.Whose == Whose.Mine)
        {
            return ([.. given.Skip(skip).Take(take)], given.Count, given.Sum(g => g.Words));
        }

        var (counts, ours) = (await Counts(held, stop), given.Where(g => g.Readers == Readers.Everyone).ToLookup(g => g.Wanted(today) is null ? SpanOf(g.WantedBy) : Span.Dated));
        List<WaitingRow> rows = [];
        foreach (var span in Enum.GetValues<Span>())
        {
            List<WaitingRow> first = [.. ours[span]];
            var count = first.Count + counts[(int)span].Count;
            if (rows.Count < take && skip < count)
            {
                rows.AddRange(await Merged(first, span, skip, take - rows.Count, stop));
            }

            skip = Math.Max(0, skip - count);
        }

        rows.AddRange(given.Where(g => g.Readers == Readers.Inside).Skip(skip).Take(take - rows.Count));
        return (rows, given.Count + counts.Sum(c => c.Count), given.Sum(g => g.Words) + counts.Sum(c => c.Words));
    }

    /// <summary>How many of them are given to this person, and how many to nobody.</summary>
    public async Task<(int Mine, int Free)> Shared(CancellationToken stop)
    {
        var held = await Held(stop);
        return (held.Count(h => h.Work!.AssignedTo == who.Id), (await Counts(held, stop)).Sum(c => c.Count) + held.Count(h => h.Work!.AssignedTo is null));
    }

    private bool IsAskedFor(WaitingRow row) => filter.Whose == Whose.All || row.Work!.AssignedTo == (filter.Whose == Whose.Mine ? who.Id : null);

    private Span SpanOf(DateOnly? wanted) => wanted is null ? Span.Undated : wanted < today ? Span.Past : Span.Dated;

    private IQueryable<TranslationUnit> Works => db.Set<TranslationUnit>().Where(u => u.Due != null || u.AskedAt != null || u.CorrectedAt != null);

    private IQueryable<TextIndexRow> Rows
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

            return rows;
        }
    }

    /// <summary>The texts of everybody that wait, whatever the desk has to do with them.</summary>
    private IQueryable<TextIndexRow> Public
    {
        get
        {
            var rows = Rows.Where(r => r.Waits && r.Readers == Readers.Everyone);
            rows = filter.Step switch
            {
                Step.Translate => rows.Where(r => r.Stale || r.State == TextState.Missing || r.State == TextState.Machine),
                Step.Proofread => rows.Where(r => !r.Stale && r.State == TextState.Draft),
                Step.Approve => rows.Where(r => !r.Stale && r.State == TextState.Proofread),
                _ => rows,
            };
            return Among(rows);
        }
    }

    /// <summary>
    /// What the desk has to do with, as far as this person may see it. The works first, then their texts: asked for
    /// both at once, the database may begin with all texts.
    /// </summary>
    private async Task<List<WaitingRow>> Held(CancellationToken stop)
    {
        var works = (await Works.Select(u => new Work(u.Owner, u.OwnerId, u.Property, u.Language, u.AssignedTo, u.Due, u.AskedAt != null, u.CorrectedAt != null)).ToListAsync(stop)).ToDictionary(w => w.Key);
        List<Guid> things = [.. works.Keys.Select(k => k.OwnerId).Distinct()];
        if (things.Count == 0)
        {
            return [];
        }

        // What does not wait has the words of its own language alone, so that it is looked for in any.
        List<Guid> corrected = [.. works.Values.Where(w => w.IsCorrected).Select(w => w.OwnerId).Distinct()];
        var with = Among(db.TextIndex);
        var rows = Among(Rows.Where(r => r.Waits && EF.Parameter(things).Contains(r.OwnerId)))
            .Concat(Rows.Where(r => !r.Waits && EF.Parameter(corrected).Contains(r.OwnerId) && with.Any(s => s.OwnerId == r.OwnerId && s.Owner == r.Owner && s.Property == r.Property)));
        return [.. (await Light(rows).ToListAsync(stop)).Where(r => works.ContainsKey(r.Key)).Select(r => r with { Work = works[r.Key] })
            .Where(r => (r.Waits || r.Work!.IsCorrected) && (r.Readers == Readers.Everyone || r.Work!.IsAsked) && Queue.MaySee(who, r.Readers, r.Work!.AssignedTo))
            .Where(r => filter.Step is null || filter.Step == r.Step)];
    }

    /// <summary>Of each span how many texts there are beside those in memory, and their words.</summary>
    private async Task<List<(int Count, int Words)>> Counts(List<WaitingRow> held, CancellationToken stop)
    {
        var counts = await Public.GroupBy(r => r.WantedBy == null ? (int)Span.Undated : r.WantedBy < today ? (int)Span.Past : (int)Span.Dated)
            .Select(g => new { g.Key, Count = g.Count(), Words = g.Sum(r => r.SourceWords) }).ToDictionaryAsync(c => (Span)c.Key, stop);
        var ours = held.Where(h => h.Waits && h.Readers == Readers.Everyone).ToLookup(h => SpanOf(h.WantedBy));
        return [.. Enum.GetValues<Span>().Select(s => ((counts.GetValueOrDefault(s)?.Count ?? 0) - ours[s].Count(), (counts.GetValueOrDefault(s)?.Words ?? 0) - ours[s].Sum(h => h.Words)))];
    }

    /// <summary>
    /// A part of a span with those in memory among them by their day. Of the first n of both together all but those in
    /// memory are among the first n of the span; so as many rows before the part are read as there are in memory.
    /// </summary>
    private async Task<IEnumerable<WaitingRow>> Merged(List<WaitingRow> first, Span span, int skip, int take, CancellationToken stop)
    {
        var before = Math.Max(0, skip - first.Count);
        var others = await Light(Ordered(span).Skip(before).Take(skip + take - before)).ToListAsync(stop);
        return first.Concat(others).OrderBy(r => r.Wanted(today)).Skip(skip - before).Take(take);
    }

    private IQueryable<TextIndexRow> Ordered(Span span)
    {
        var rows = Public.Where(r => !Works.Any(u => u.OwnerId == r.OwnerId && u.Owner == r.Owner && u.Property == r.Property && u.Language == r.Language));
        rows = span switch
        {
            Span.Dated => rows.Where(r => r.WantedBy >= today),
            Span.Undated => rows.Where(r => r.WantedBy == null),
            _ => rows.Where(r => r.WantedBy < today),
        };
        return rows.OrderBy(r => r.WantedBy).ThenBy(r => r.OwnerId).ThenBy(r => r.Property).ThenBy(r => r.Language);
    }

    private IQueryable<TextIndexRow> Among(IQueryable<TextIndexRow> rows) =>
        _words.Aggregate(rows, (found, word) => found.Where(r => r.Folded.Contains(word)));

    private static IQueryable<WaitingRow> Light(IQueryable<TextIndexRow> rows) =>
        rows.Select(r => new WaitingRow(r.Owner, r.OwnerId, r.Property, r.Language, r.State, r.Stale, r.SourceWords, r.Readers, r.WantedBy, r.Waits, null));
}
