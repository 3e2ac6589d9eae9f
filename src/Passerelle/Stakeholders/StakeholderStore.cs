using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Stakeholders;

/// <summary>An entry, what it is, and what this reader may with it.</summary>
public sealed record Opened(Stakeholder Entry, EntryRoles Roles, Reader Reader)
{
    public string Path => $"/desk/stakeholders/{Entry.Id}";

    public bool Contact => Reader.SeesContact(Roles);

    public bool Writes => Reader.MayWrite(Roles);

    /// <summary>
    /// Gives it a role in another group, or makes it one with another entry. That opens its contact data to others, so
    /// somebody inside does it, or the Director; an entry without any is open to every coordinator.
    /// </summary>
    public bool Shares => Reader.Directs || (Writes && (Contact || (Entry.Contact.IsEmpty && Entry.PersonId is null)));
}

internal static class StakeholderStore
{
    public static IQueryable<Stakeholder> Present(this IQueryable<Stakeholder> entries) => entries.Where(s => s.MergedInto == null && s.RemovedAt == null);

    public static Task<Stakeholder?> Stakeholder(this PlatformDb db, Guid id, CancellationToken stop = default) =>
        db.Set<Stakeholder>().WithAll().FirstOrDefaultAsync(s => s.Id == id, stop);

    public static IQueryable<Stakeholder> WithAll(this IQueryable<Stakeholder> entries) =>
        entries.Include(s => s.Roles).Include(s => s.Contacts).Include(s => s.Consents).Include(s => s.Merges).AsSplitQuery();

    /// <summary>
    /// Opens an entry for a page. One that went on in another leads there; one that this reader does not read is not there;
    /// what they may not do is refused.
    /// </summary>
    public static async Task<(Opened Opened, IResult? Instead)> OpenStakeholder(this Visit visit, PlatformDb db, Reach reach, RoleBook book, Guid id, Func<Opened, bool>? may = null)
    {
        var stop = visit.Http.RequestAborted;
        var reader = await reach.Read(stop);
        if (!reader.Reads)
        {
            return (null!, visit.Refuse());
        }

        if (await db.Stakeholder(id, stop) is not { RemovedAt: null } entry)
        {
            return (null!, visit.NotFound());
        }

        if (entry.MergedInto is not null)
        {
            return (null!, await visit.ToSurvivor(db, id));
        }

        var opened = new Opened(entry, (await book.Of([entry], stop))[entry.Id], reader);
        return !reader.MayRead(opened.Roles) ? (opened, visit.NotFound())
            : !reader.MayOpen(opened.Roles) || may?.Invoke(opened) == false ? (opened, visit.Refuse())
            : (opened, null);
    }

    /// <summary>Leads from an entry that was merged to the one in which it goes on.</summary>
    public static async Task<IResult> ToSurvivor(this Visit visit, PlatformDb db, Guid merged) =>
        await db.SurvivorOf(merged, visit.Http.RequestAborted) is { } survivor ? visit.Go($"/desk/stakeholders/{survivor}") : visit.NotFound();

    /// <summary>The entry in which one that was merged goes on at the end; null when that one was removed.</summary>
    public static async Task<Guid?> SurvivorOf(this PlatformDb db, Guid id, CancellationToken stop = default)
    {
        var merged = await db.Merged(stop);
        for (var hops = 0; hops < merged.Count && merged.TryGetValue(id, out var into); hops++)
        {
            id = into;
        }

        return await db.Set<Stakeholder>().Present().AnyAsync(s => s.Id == id, stop) ? id : null;
    }

    /// <summary>The ids of all that went on in this one, also by way of another.</summary>
    public static async Task<IReadOnlyList<Guid>> MergedBelow(this PlatformDb db, Guid id, CancellationToken stop = default)
    {
        var below = (await db.Merged(stop)).ToLookup(m => m.Value, m => m.Key);
        List<Guid> found = [.. below[id]];
        for (var next = 0; next < found.Count; next++)
        {
            found.AddRange(below[found[next]]);
        }

        return found;
    }

    private static Task<Dictionary<Guid, Guid>> Merged(this PlatformDb db, CancellationToken stop) =>
        db.Set<Stakeholder>().Where(s => s.MergedInto != null).Select(s => new { s.Id, s.MergedInto }).ToDictionaryAsync(s => s.Id, s => s.MergedInto!.Value, stop);
}
