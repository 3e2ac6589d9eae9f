using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Pages;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;
using Passerelle.Territory.Contract;

namespace Passerelle.ActionGroups;

/// <summary>Gathers a group's public page in five queries; programme, territory, lineage and parents are kept in memory.</summary>
internal sealed class GroupPageReading(PlatformDb db, People people, Programmes programmes, Communes communes, TerritoryMap map, GroupShelf shelf, LineageReading lineage, Registry registry, IServiceProvider services)
{
    private const int News = 3;

    /// <summary>Null for a group that is not there, was merged, or is not for this reader yet.</summary>
    public async Task<GroupPage.View?> Read(string slug, Visit visit, CancellationToken stop)
    {
        // One connection for all five: to open it for each costs as much as the smaller ones do.
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            return await View(slug, visit, stop);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<GroupPage.View?> View(string slug, Visit visit, CancellationToken stop)
    {
        if (await db.ReadGroup(slug, stop) is not { SuccessorId: null } group || !visit.MaySee(group))
        {
            return null;
        }

        var news = await PostReading.Latest(db, group.Id, members: false, News, stop: stop);
        var cards = await people.Cards(
            [.. group.Present.Select(m => m.PersonId), .. group.CoLeads.Select(c => c.PersonId), .. group.Coordinators.Select(c => c.PersonId), .. news.Select(n => n.Author)], stop);
        var groups = await shelf.Read(stop);
        return new(
            group, cards, await programmes.Current(stop), await communes.On(visit.Today, stop),
            group.Communes.Count > 0 ? await map.Drawing(visit.Today, stop) : null,
            [.. news.Select(n => n.Card(cards))], groups.ParentsOf(group.Id), groups.DerivedFrom(group.Id), await lineage.Of(group.Id, stop),
            await registry.Load(services, "group", group.Id.ToString(), stop));
    }
}
