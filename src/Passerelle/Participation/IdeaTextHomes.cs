using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Participation;

/// <summary>Where translators find the texts of ideas.</summary>
internal static class IdeaTextHomes
{
    private const string Section = "ideas";
    private const int Order = 30;

    public static void MapTextHomes(this Registry registry)
    {
        registry.TextHomes[nameof(Idea)] = new(Section, () => Texts.T("ideas"), Order, (services, ids, stop) => Ideas(services, ids.ToDictionary(id => id), stop));
        registry.TextHomes[nameof(IdeaView)] = new(Section, () => Texts.T("ideas"), Order, async (services, ids, stop) =>
        {
            var wanted = ids.ToList();
            return await Ideas(services, await services.GetRequiredService<PlatformDb>().Set<IdeaView>().Where(v => wanted.Contains(v.Id)).ToDictionaryAsync(v => v.Id, v => v.IdeaId, stop), stop);
        });
    }

    private static async Task<IReadOnlyDictionary<Guid, TextPlace>> Ideas(IServiceProvider services, Dictionary<Guid, Guid> ideaOf, CancellationToken stop)
    {
        var wanted = ideaOf.Values.Distinct().ToList();
        var ideas = await services.GetRequiredService<PlatformDb>().Set<Idea>().AsNoTracking().Where(i => wanted.Contains(i.Id)).Select(i => new { i.Id, i.Title, i.Slug }).ToDictionaryAsync(i => i.Id, stop);
        return ideaOf.Where(i => ideas.ContainsKey(i.Value)).ToDictionary(i => i.Key, i => new TextPlace(ideas[i.Value].Title, $"/ideas/{ideas[i.Value].Slug}"));
    }
}
