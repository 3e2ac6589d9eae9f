using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;

namespace Passerelle.ActionGroups;

/// <summary>Who took part in a year. A person in two colleges counts in both, but once in the total.</summary>
public sealed record YearOfParticipation(int Year, int Persons, IReadOnlyDictionary<College, int> ByCollege, int Places, int Groups);

/// <summary>Counts people over time, never one twice: whoever is in three groups, or went with a merger, is one person.</summary>
internal static class YearsOfParticipation
{
    public static async Task<IReadOnlyList<YearOfParticipation>> Of(PlatformDb db, DateOnly today, CancellationToken stop)
    {
        var stays = await db.Set<Membership>().AsNoTracking()
            .Join(db.Set<Group>().Where(g => g.Phase != Phase.Proposed), m => m.GroupId, g => g.Id, (m, g) => new Stay(m.PersonId, m.GroupId, m.College, m.From, m.Until ?? g.ClosedOn))
            .ToListAsync(stop);
        if (stays.Count == 0)
        {
            return [];
        }

        var first = stays.Min(s => s.From.Year);
        return [.. Enumerable.Range(first, today.Year - first + 1).Select(year => Count(year, [.. stays.Where(s => s.Touches(year))]))];
    }

    private static YearOfParticipation Count(int year, List<Stay> stays) => new(
        year,
        stays.DistinctBy(s => s.Person).Count(),
        Enum.GetValues<College>().ToDictionary(c => c, c => stays.Where(s => s.College == c).DistinctBy(s => s.Person).Count()),
        stays.DistinctBy(s => (s.Person, s.Group)).Count(),
        stays.DistinctBy(s => s.Group).Count());

    private sealed record Stay(Guid Person, Guid Group, College College, DateOnly From, DateOnly? Until)
    {
        public bool Touches(int year) => From.Year <= year && (Until is null || Until.Value.Year >= year);
    }
}
