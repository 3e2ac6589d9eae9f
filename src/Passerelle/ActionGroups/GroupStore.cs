using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.ActionGroups;

/// <summary>Loads a group with all that its rules look at.</summary>
internal static class GroupStore
{
    public static IQueryable<Group> WithAll(this IQueryable<Group> groups) =>
        groups.Include(g => g.Members).Include(g => g.CoLeads).Include(g => g.Coordinators).Include(g => g.Actions).Include(g => g.Requests).AsSplitQuery();

    public static Task<Group?> Group(this PlatformDb db, string slug, CancellationToken stop = default) =>
        db.Set<Group>().WithAll().FirstOrDefaultAsync(g => g.Slug == slug, stop);

    public static Task<Group?> Group(this PlatformDb db, Guid id, CancellationToken stop = default) =>
        db.Set<Group>().WithAll().FirstOrDefaultAsync(g => g.Id == id, stop);

    /// <summary>The address of a group; null when there is none of this id.</summary>
    public static Task<string?> GroupSlug(this PlatformDb db, Guid id, CancellationToken stop = default) =>
        db.Set<Group>().Where(g => g.Id == id).Select(g => g.Slug).FirstOrDefaultAsync(stop);

    /// <summary>The present address of a group that had another one, or was merged into another; null when there is none.</summary>
    public static async Task<string?> SuccessorOf(this PlatformDb db, string slug, CancellationToken stop = default)
    {
        var former = await db.Set<FormerSlug>().Where(f => f.Slug == slug).Select(f => (Guid?)f.GroupId).FirstOrDefaultAsync(stop);
        var id = former ?? await db.Set<Group>().Where(g => g.Slug == slug).Select(g => g.SuccessorId).FirstOrDefaultAsync(stop);
        for (var hops = 0; id is not null && hops < 20; hops++)
        {
            var next = await db.Set<Group>().Where(g => g.Id == id).Select(g => new { g.Slug, g.SuccessorId }).FirstAsync(stop);
            if (next.SuccessorId is null)
            {
                return next.Slug;
            }

            id = next.SuccessorId;
        }

        return null;
    }

    /// <summary>A free address made from a name.</summary>
    public static async Task<string> FreeSlug(this PlatformDb db, string name, Guid? own = null, CancellationToken stop = default)
    {
        var stem = Slug.Of(name, "groupe");
        var taken = await db.Set<Group>().Where(g => g.Slug.StartsWith(stem) && g.Id != own).Select(g => g.Slug)
            .Concat(db.Set<FormerSlug>().Where(f => f.Slug.StartsWith(stem) && f.GroupId != own).Select(f => f.Slug))
            .ToListAsync(stop);
        return Slug.Free(stem, taken);
    }
}
