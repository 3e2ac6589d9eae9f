using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.ActionGroups;

/// <summary>A group in the drawing of a lineage.</summary>
public sealed record LineageNode(Guid Id, string Slug, LocalizedText Name, GroupKind Kind, Phase Phase, bool Merged);

/// <summary>The groups that are related to one, and the links among them, oldest first.</summary>
public sealed record LineageView(Guid Self, IReadOnlyList<LineageNode> Nodes, IReadOnlyList<Lineage> Links);

/// <summary>
/// The lineage of groups. The links are few: they are read once and kept, until an event of a group is heard, so
/// that a group's page pays nothing for them.
/// </summary>
public sealed class LineageReading(IServiceScopeFactory scopes, Generations generations) : IDisposable
{
    private readonly KeptReading<Known> _all = new(scopes, generations, ["group"], All);

    /// <summary>What to draw on a group's pages; null for a group that came from none and led to none.</summary>
    public async Task<LineageView?> Of(Guid group, CancellationToken stop = default)
    {
        var all = await _all.Get(stop);
        var links = all.Tree.Around(group);
        return links.Count == 0 ? null
            : new(group, [.. links.SelectMany(l => new[] { l.From, l.To }).Distinct().Select(id => all.Nodes[id])], links);
    }

    public void Dispose() => _all.Dispose();

    /// <summary>The links as they are in the database now: for acts, which may not rely on what is kept.</summary>
    public static async Task<LineageTree> Read(PlatformDb db, CancellationToken stop = default) =>
        new(await db.Set<Lineage>().AsNoTracking().ToListAsync(stop));

    /// <summary>The day on which the merger or split that brought a member here was recorded, and the member told.</summary>
    public static async Task<DateOnly> ToldOn(PlatformDb db, Group group, Membership member, CancellationToken stop = default)
    {
        var (former, here, there) = (member.CameFrom, group.Id.ToString(), member.CameFrom.ToString()!);
        var at = await db.Events.AsNoTracking()
            .Where(e => (e.SubjectId == former && e.Name == "group.merged" && e.Data.Contains(here)) || (e.SubjectId == group.Id && e.Name == "group.born-of-split" && e.Data.Contains(there)))
            .OrderByDescending(e => e.Number).Select(e => (DateTimeOffset?)e.At).FirstOrDefaultAsync(stop);
        return at is { } moment && Say.LocalDate(moment) > member.From ? Say.LocalDate(moment) : member.From;
    }

    private static async Task<Known> All(PlatformDb db, CancellationToken stop)
    {
        var nodes = await db.Set<Group>().AsNoTracking()
            .Where(g => db.Set<Lineage>().Any(l => l.From == g.Id || l.To == g.Id))
            .Select(g => new LineageNode(g.Id, g.Slug, g.Name, g.Type, g.Phase, g.SuccessorId != null)).ToListAsync(stop);
        return new(await Read(db, stop), nodes.ToDictionary(n => n.Id));
    }

    private sealed record Known(LineageTree Tree, IReadOnlyDictionary<Guid, LineageNode> Nodes);
}
