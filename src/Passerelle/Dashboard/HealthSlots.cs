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
        if (!services.GetRequiredService<Visit>().Is(Role.Coordinator) || !Guid.TryParse(key, out var person))
        {
            return null;
        }

        var today = services.GetRequiredService<Clock>().Today;
        var mine = (await services.GetRequiredService<GroupSteering>().On(today, stop)).Where(g => !g.Paused && g.Coordinators.Contains(person)).ToList();
        var (ids, since) = (mine.ConvertAll(g => g.Id), today.AddDays(-HealthNote.FreshDays));
        var said = await services.GetRequiredService<PlatformDb>().Set<HealthNote>().Where(n => EF.Parameter(ids).Contains(n.GroupId) && n.On >= since).Select(n => n.GroupId).Distinct().ToListAsync(stop);
        mine.RemoveAll(g => said.Contains(g.Id));
        return mine.Count == 0 ? null : Draw<UnsaidCard>(nameof(UnsaidCard.Groups), mine);
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
        return builder =>
        {
            builder.OpenComponent<HealthCard>(0);
            builder.AddComponentParameter(1, nameof(HealthCard.Group), group);
            builder.AddComponentParameter(2, nameof(HealthCard.Last), last);
            builder.CloseComponent();
        };
    }

    private static RenderFragment Draw<T>(string name, object value)
        where T : IComponent => builder =>
    {
        builder.OpenComponent<T>(0);
        builder.AddComponentParameter(1, name, value);
        builder.CloseComponent();
    };
}
