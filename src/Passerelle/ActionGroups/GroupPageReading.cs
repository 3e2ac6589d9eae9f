using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Pages;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;
using Passerelle.Territory.Contract;

namespace Passerelle.ActionGroups;

/// <summary>What the database has for a group's page.</summary>
internal sealed record GroupPageFacts(Group Group, IReadOnlyList<PostRow> News, IReadOnlyDictionary<Guid, PersonCard> People);

/// <summary>The pages' facts of the groups asked for lately, for every language and reader: kept until an event of a group, a post or a person.</summary>
internal sealed class GroupPageShelf(Generations generations) : IDisposable
{
    private const int Most = 100;
    private static readonly string[] Tags = ["group", "post", "person"];
    private readonly KeptReadings<string, GroupPageFacts> _facts = new(generations, Tags, Most);

    public ValueTask<GroupPageFacts?> Get(string slug, Func<Task<GroupPageFacts?>> read) => _facts.Get(slug, read);

    public void Dispose() => _facts.Dispose();
}

/// <summary>Gathers a group's public page in five queries; programme, territory, lineage and parents are kept in memory, and lately read groups too.</summary>
internal sealed class GroupPageReading(
    PlatformDb db, People people, Programmes programmes, Communes communes, TerritoryMap map, GroupShelf shelf, GroupPageShelf pages, LineageReading lineage, Registry registry, IServiceProvider services)
{
    private const int News = 3;

    /// <summary>Null for a group that is not there, was merged, or is not for this reader yet.</summary>
    public async Task<GroupPage.View?> Read(string slug, Visit visit, CancellationToken stop)
    {
        if (await pages.Get(slug, () => Facts(slug, stop)) is not { Group: { SuccessorId: null } group } facts || !visit.MaySee(group))
        {
            return null;
        }

        var groups = await shelf.Read(stop);
        return new(
            group, facts.People, await programmes.Current(stop), await communes.On(visit.Today, stop),
            group.Communes.Count > 0 ? await map.Drawing(visit.Today, stop) : null,
            [.. facts.News.Select(n => n.Card(facts.People))], groups.ParentsOf(group.Id), groups.DerivedFrom(group.Id), await lineage.Of(group.Id, stop),
            await registry.Load(services, "group", group.Id.ToString(), stop));
    }

    /// <summary>Over one connection for all five queries: to open it for each costs as much as the smaller ones do.</summary>
    private async Task<GroupPageFacts?> Facts(string slug, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            if (await db.ReadGroup(slug, stop) is not { } group)
            {
                return null;
            }

            var news = await PostReading.Latest(db, group.Id, members: false, News, stop: stop);
            return new(group, news, await people.Cards(
                [.. group.Present.Select(m => m.PersonId), .. group.CoLeads.Select(c => c.PersonId), .. group.Coordinators.Select(c => c.PersonId), .. news.Select(n => n.Author)], stop));
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
