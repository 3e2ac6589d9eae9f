using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Dashboard;

/// <summary>Where translators find what coordinators said of their groups.</summary>
internal static class HealthTextHomes
{
    private const int Order = 70;

    public static void MapTextHomes(this Registry registry) =>
        registry.TextHomes[nameof(HealthNote)] = new("dashboard", () => Texts.T("general"), Order, Places);

    private static async Task<IReadOnlyDictionary<Guid, TextPlace>> Places(IServiceProvider services, IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        var wanted = ids.ToList();
        var groups = await services.GetRequiredService<GroupList>().All(stop);
        var notes = await services.GetRequiredService<PlatformDb>().Set<HealthNote>().AsNoTracking().Where(n => wanted.Contains(n.Id)).Select(n => new { n.Id, n.GroupId }).ToListAsync(stop);
        return notes.ToDictionary(n => n.Id, n => new TextPlace(groups[n.GroupId].Name, $"/desk/groups/{groups[n.GroupId].Slug}", n.GroupId));
    }
}
