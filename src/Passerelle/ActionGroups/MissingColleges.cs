using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;

namespace Passerelle.ActionGroups;

/// <summary>Which of some action groups lack a college, for wherever they are shown; one query for all.</summary>
internal static class MissingColleges
{
    public static async Task<IReadOnlySet<Guid>> Among(PlatformDb db, IEnumerable<ShelvedGroup> groups, CancellationToken stop)
    {
        var ids = groups.Where(g => g.IsAction && g.IsActive).Select(g => g.Id).Distinct().ToList();
        if (ids.Count == 0)
        {
            return new HashSet<Guid>();
        }

        var seats = await db.Set<Membership>().Where(m => ids.Contains(m.GroupId) && m.Until == null)
            .Select(m => new { m.GroupId, m.College }).Distinct().ToListAsync(stop);
        var colleges = seats.ToLookup(s => s.GroupId);
        return ids.Where(id => colleges[id].Count() < Enum.GetValues<College>().Length).ToHashSet();
    }
}
