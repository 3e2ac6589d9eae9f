using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.ActionGroups;

/// <summary>Where translators find the texts of groups.</summary>
internal static class GroupTextHomes
{
    private const string Section = "groups";
    private const int Order = 10;

    public static void MapTextHomes(this Registry registry)
    {
        registry.TextHomes[nameof(Group)] = Home(Groups) with { Markdown = [nameof(Group.Purpose), nameof(Group.Need), nameof(Group.Recommendations)] };
        registry.TextHomes[nameof(Post)] = Home(Posts) with { Markdown = [nameof(Post.Body)] };
        registry.TextHomes[nameof(Lineage)] = Home(Lineages);
    }

    private static TextHome Home(Func<PlatformDb, List<Guid>, CancellationToken, Task<Dictionary<Guid, TextPlace>>> places) =>
        new(Section, () => Texts.T("groups.title"), Order, async (services, ids, stop) => await places(services.GetRequiredService<PlatformDb>(), [.. ids], stop));

    private static Task<Dictionary<Guid, TextPlace>> Groups(PlatformDb db, List<Guid> ids, CancellationToken stop) =>
        db.Set<Group>().AsNoTracking().Where(g => ids.Contains(g.Id)).ToDictionaryAsync(g => g.Id, g => new TextPlace(g.Name, (g.IsPublic ? "/groups/" : "/desk/groups/") + g.Slug, g.Id), stop);

    private static async Task<Dictionary<Guid, TextPlace>> Posts(PlatformDb db, List<Guid> ids, CancellationToken stop)
    {
        var posts = await db.Set<Post>().AsNoTracking().Where(p => ids.Contains(p.Id)).Join(db.Set<Group>(), p => p.GroupId, g => g.Id, (p, g) => new { p.Id, p.Title, p.GroupId, g.Slug }).ToListAsync(stop);
        return posts.ToDictionary(p => p.Id, p => new TextPlace(p.Title, $"/groups/{p.Slug}/posts/{p.Id}", p.GroupId));
    }

    private static async Task<Dictionary<Guid, TextPlace>> Lineages(PlatformDb db, List<Guid> ids, CancellationToken stop)
    {
        var lineages = await db.Set<Lineage>().AsNoTracking().Where(l => ids.Contains(l.Id)).Select(l => new { l.Id, l.From }).ToListAsync(stop);
        var groups = await Groups(db, [.. lineages.Select(l => l.From)], stop);
        return lineages.Where(l => groups.ContainsKey(l.From)).ToDictionary(l => l.Id, l => groups[l.From]);
    }
}
