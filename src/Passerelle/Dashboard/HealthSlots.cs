using Microsoft.AspNetCore.Components;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Dashboard.Pages;
using Passerelle.Platform;
using Passerelle.Platform.Web;

namespace Passerelle.Dashboard;

/// <summary>What the health of groups puts on other pages: on a coordinator's day, and on a group's page in the workspace.</summary>
internal static class HealthSlots
{
    /// <summary>The groups of which this coordinator has said nothing for too long.</summary>
    public static async Task<RenderFragment?> Unsaid(IServiceProvider services, string key, CancellationToken stop)
    {
        if (!services.GetRequiredService<Visit>().Is(Role.Coordinator))
        {
            return null;
        }

        var own = await services.GetRequiredService<OwnGroups>().Coordinated(stop);
        var mine = (await services.GetRequiredService<GroupList>().All(stop)).Values.Where(g => own.Contains(g.Id) && g is { IsAction: true, IsActive: true, Paused: false }).ToList();
        var (today, said) = (services.GetRequiredService<Clock>().Today, await services.GetRequiredService<HealthShelf>().Last(stop));
        mine.RemoveAll(g => said.TryGetValue(g.Id, out var last) && !HealthNote.IsStale(last.On, today));
        return mine.Count == 0 ? null : Slots.Draw<UnsaidCard>((nameof(UnsaidCard.Groups), mine));
    }

    /// <summary>What was said last of one action group, for who steers.</summary>
    public static async Task<RenderFragment?> Last(IServiceProvider services, string key, CancellationToken stop)
    {
        var groups = services.GetRequiredService<GroupList>();
        if (!services.GetRequiredService<Visit>().Is(Role.Director, Role.Coordinator) || !Guid.TryParse(key, out var id)
            || (await groups.All(stop)).GetValueOrDefault(id) is not { IsAction: true, IsActive: true } group)
        {
            return null;
        }

        var last = (await services.GetRequiredService<HealthShelf>().Last(stop)).GetValueOrDefault(id);
        var may = services.GetRequiredService<Visit>().MaySayHealth((await services.GetRequiredService<OwnGroups>().Coordinated(stop)).Contains(id));
        return Slots.Draw<HealthCard>((nameof(HealthCard.Group), group), (nameof(HealthCard.Last), last), (nameof(HealthCard.May), may));
    }
}
