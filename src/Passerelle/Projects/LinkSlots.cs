using Microsoft.AspNetCore.Components;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Web;
using Passerelle.Projects.Pages;

namespace Passerelle.Projects;

/// <summary>What links show on the pages of others: of a group, a partner, and on a coordinator's day.</summary>
internal static class LinkSlots
{
    public static IReadOnlyList<SlotEntry> All { get; } = [new("group", 25, Group), new("partner", 20, Partner), new("group-desk", 20, GroupDesk), new("today", 18, Today)];

    private static async Task<RenderFragment?> Group(IServiceProvider services, string key, CancellationToken stop) =>
        Guid.TryParse(key, out var group) ? Draw((await Open(services, stop)).Where(l => l.IsAccepted && l.Touches(group))) : null;

    private static async Task<RenderFragment?> Partner(IServiceProvider services, string code, CancellationToken stop) =>
        Draw((await Open(services, stop)).Where(l => l.IsAccepted && l.To.End.Code == code));

    /// <summary>For who steers: what is proposed from there, too, and the way to propose more.</summary>
    private static async Task<RenderFragment?> GroupDesk(IServiceProvider services, string key, CancellationToken stop)
    {
        if (!services.GetRequiredService<Visit>().Is(Role.Director, Role.Coordinator) || !Guid.TryParse(key, out var group)
            || (await services.GetRequiredService<GroupList>().All(stop)).GetValueOrDefault(group) is not { } card)
        {
            return null;
        }

        List<LinkCard> links = [.. (await Open(services, stop)).Where(l => l.StandsFor(group))];
        return links.Count == 0 && !card.IsActive ? null : Slots.Draw<LinkSection>(
            (nameof(LinkSection.Links), links), (nameof(LinkSection.Desk), true), (nameof(LinkSection.From), card.IsActive ? LinkEnd.Group(group) : null));
    }

    /// <summary>Late stages for which something in this coordinator's groups waits.</summary>
    private static async Task<RenderFragment?> Today(IServiceProvider services, string key, CancellationToken stop)
    {
        var today = services.GetRequiredService<Clock>().Today;
        if (!services.GetRequiredService<Visit>().Is(Role.Coordinator)
            || (await Open(services, stop)).Late(today) is not { Count: > 0 } late)
        {
            return null;
        }

        var own = await services.GetRequiredService<OwnGroups>().Coordinated(stop);
        List<LateLink> mine = [.. late.Where(l => l.Needs.Group is { } group && own.Contains(group))];
        return mine.Count == 0 ? null : Slots.Draw<LateLinksCard>((nameof(LateLinksCard.Late), mine), (nameof(LateLinksCard.Today), today));
    }

    private static RenderFragment? Draw(IEnumerable<LinkCard> links) =>
        links.ToList() is { Count: > 0 } shown ? Slots.Draw<LinkSection>((nameof(LinkSection.Links), shown)) : null;

    private static Task<IReadOnlyList<LinkCard>> Open(IServiceProvider services, CancellationToken stop) => services.GetRequiredService<LinkBook>().Open(stop);
}
