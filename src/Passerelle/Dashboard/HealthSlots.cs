using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Dashboard.Pages;
using Passerelle.Platform;
using Passerelle.Platform.Data;
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
        var (ids, since) = (mine.ConvertAll(g => g.Id), services.GetRequiredService<Clock>().Today.AddDays(-HealthNote.FreshDays));
        var said = await services.GetRequiredService<PlatformDb>().Set<HealthNote>().Where(n => EF.Parameter(ids).Contains(n.GroupId) && n.On >= since).Select(n => n.GroupId).Distinct().ToListAsync(stop);
        mine.RemoveAll(g => said.Contains(g.Id));
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

        var last = await services.GetRequiredService<PlatformDb>().Set<HealthNote>().AsNoTracking().Where(n => n.GroupId == id).OrderByDescending(n => n.At).FirstOrDefaultAsync(stop);
        var may = services.GetRequiredService<Visit>().Is(Role.Director) || (await services.GetRequiredService<OwnGroups>().Coordinated(stop)).Contains(id);
        return Slots.Draw<HealthCard>((nameof(HealthCard.Group), group), (nameof(HealthCard.Last), last), (nameof(HealthCard.May), may));
    }
}
