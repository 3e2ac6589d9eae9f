using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;

namespace Passerelle.Stakeholders;

/// <summary>Two entries that may be one.</summary>
/// <param name="SameEmail">Said only to who sees the address of both.</param>
public sealed record Proposal(Guid One, Guid Other, bool SameEmail, bool SameName);

/// <summary>
/// Entries that may be the same: by their address, and by name and organisation. A person without organisation may be
/// anybody of that name, so it is proposed too. Pairs that somebody held apart are not proposed again.
/// </summary>
internal sealed class Duplicates(PlatformDb db, RoleBook book, StakeholderSearch search)
{
    /// <summary>What this reader can decide upon.</summary>
    public async Task<IReadOnlyList<Proposal>> For(Reader reader, CancellationToken stop = default)
    {
        var all = await db.Set<Stakeholder>().AsNoTracking().Present().OrderBy(s => s.Folded).ThenBy(s => s.Id)
            .Select(s => new Compared(s.Id, s.Type, s.NameKey, s.EmailKey, s.OrganisationId)).ToListAsync(stop);
        var inside = (await search.In(db.Set<Stakeholder>().Present(), await book.Around(reader.Inside, stop)).Select(s => s.Id).ToListAsync(stop)).ToHashSet();
        var apart = (await db.Set<ApartPair>().Select(p => new { p.LowerId, p.HigherId }).ToListAsync(stop)).Select(p => (p.LowerId, p.HigherId)).ToHashSet();
        var emails = Pairs(all.Where(s => s.EmailKey is not null && inside.Contains(s.Id)).GroupBy(s => (s.Type, s.EmailKey!))).ToHashSet();
        var names = Pairs(all.GroupBy(s => (s.Type, s.NameKey)), (one, other) => one.Organisation is null || other.Organisation is null || one.Organisation == other.Organisation).ToHashSet();
        List<Proposal> found = [.. names.Union(emails).Where(p => !apart.Contains(p)).Select(p => new Proposal(p.Item1, p.Item2, emails.Contains(p), names.Contains(p)))];
        var order = all.Select((s, n) => (s.Id, n)).ToDictionary(s => s.Id, s => s.n);
        found = [.. found.Select(p => order[p.One] <= order[p.Other] ? p : p with { One = p.Other, Other = p.One }).OrderBy(p => order[p.One]).ThenBy(p => order[p.Other])];
        var ids = found.SelectMany(p => new[] { p.One, p.Other }).Distinct().ToList();
        var entries = await db.Set<Stakeholder>().AsNoTracking().Include(s => s.Roles).Where(s => EF.Parameter(ids).Contains(s.Id)).ToListAsync(stop);
        var roles = await book.Of(entries, stop);
        var mine = entries.Where(e => new Opened(e, roles[e.Id], reader).Shares).Select(e => e.Id).ToHashSet();
        return found.FindAll(p => mine.Contains(p.One) && mine.Contains(p.Other));
    }

    private static IEnumerable<(Guid, Guid)> Pairs<TKey>(IEnumerable<IGrouping<TKey, Compared>> alike, Func<Compared, Compared, bool>? also = null) =>
        from some in alike
        let list = some.ToList()
        from n in Enumerable.Range(0, list.Count)
        from m in Enumerable.Range(n + 1, list.Count - n - 1)
        where also?.Invoke(list[n], list[m]) ?? true
        select ApartPair.Order(list[n].Id, list[m].Id);

    private sealed record Compared(Guid Id, StakeholderKind Type, string NameKey, string? EmailKey, Guid? Organisation);
}
