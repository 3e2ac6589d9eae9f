using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups;
using Passerelle.ActionGroups.Contract;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

/// <summary>What the tests of groups look up in the database.</summary>
internal static class GroupTesting
{
    public static Task<Group> Group(this TestPlatform platform, string slug) => platform.Db(async db =>
        await db.Set<Group>().AsNoTracking().Include(g => g.Members).Include(g => g.CoLeads).Include(g => g.Coordinators).Include(g => g.Actions).Include(g => g.Requests).AsSplitQuery()
            .SingleAsync(g => g.Slug == slug));

    /// <summary>A present member of a college who does not lead; the first by id, or one from a side.</summary>
    public static async Task<PersonCard> MemberOf(this TestPlatform platform, string slug, College college, string? side = null, int skip = 0)
    {
        var group = await platform.Group(slug);
        var ids = group.Present.Where(m => m.College == college && group.CoLeadOf(m.PersonId) is null).Select(m => m.PersonId).Order().ToList();
        var cards = await platform.Scope(s => s.GetService<People>().Cards(ids));
        return ids.Select(id => cards[id]).Where(c => side is null || c.Side == side).Skip(skip).First();
    }

    public static Task<PersonCard> Card(this TestPlatform platform, Guid id) =>
        platform.Scope(async s => (await s.GetService<People>().Cards([id]))[id]);

    public static T GetService<T>(this IServiceProvider services)
        where T : notnull => (T)services.GetService(typeof(T))!;
}
