using Microsoft.AspNetCore.Components;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Web;
using Passerelle.Stakeholders.Pages;

namespace Passerelle.Stakeholders;

/// <summary>What the directory puts on other pages: how many work with a group, what is about to be removed, and the way in for who has none in the navigation.</summary>
internal static class StakeholderSlots
{
    public static async Task<RenderFragment?> Group(IServiceProvider services, string key, CancellationToken stop)
    {
        var reader = await services.GetRequiredService<Reach>().Read(stop);
        if (!Guid.TryParse(key, out var id) || !(reader.All || reader.Own.Contains(id)) || (await services.GetRequiredService<GroupList>().All(stop)).GetValueOrDefault(id) is not { } group)
        {
            return null;
        }

        return Slots.Draw<GroupCountCard>((nameof(GroupCountCard.Slug), group.Slug), (nameof(GroupCountCard.Count), await services.GetRequiredService<StakeholderSearch>().CountIn(id, stop)));
    }

    /// <summary>The navigation knows roles alone: who leads a group, or is a member, finds their part of the directory here.</summary>
    public static async Task<RenderFragment?> Own(IServiceProvider services, string key, CancellationToken stop) =>
        await services.GetRequiredService<Reach>().Read(stop) is { All: false, Reads: true } ? Slots.Draw<OwnPartCard>() : null;

    public static async Task<RenderFragment?> Today(IServiceProvider services, string key, CancellationToken stop)
    {
        if (!services.GetRequiredService<Visit>().Is(Role.Director, Role.Coordinator) || await services.GetRequiredService<Removal>().Leaving(stop) is not { Count: > 0 } leaving)
        {
            return null;
        }

        return Slots.Draw<LeavingCard>((nameof(LeavingCard.Count), leaving.Count));
    }
}
