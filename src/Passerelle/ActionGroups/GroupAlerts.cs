using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.ActionGroups.Pages;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;

namespace Passerelle.ActionGroups;

/// <summary>What groups put on the day of the person who looks.</summary>
internal static class GroupAlerts
{
    /// <summary>Incomplete pairs, with the days; for the Director of every group, and also the priority actions that no active group carries. Without a query.</summary>
    public static async Task<RenderFragment?> Alerts(IServiceProvider services, string key, CancellationToken stop)
    {
        var (shelf, today) = (await services.GetRequiredService<GroupShelf>().Read(stop), services.GetRequiredService<Clock>().Today);
        var director = services.GetRequiredService<Visit>().Is(Role.Director);
        var own = await services.GetRequiredService<OwnGroups>().Coordinated(stop);
        List<PairGap> gaps = [.. shelf.All.Where(g => g.IsAction && g.IsActive && g.PairIncompleteSince is not null && (director || own.Contains(g.Id)))
            .OrderBy(g => g.PairIncompleteSince).Select(g => new PairGap(g.Slug, g.Name, g.PairIncompleteSince!.Value))];
        IReadOnlyList<ActionCard> free = [];
        if (director)
        {
            var carriers = shelf.CarriersOn(today);
            free = [.. (await services.GetRequiredService<Programmes>().Current(stop)).Actions.Where(a => !carriers[a.Code].Any(g => g.IsActive))];
        }

        return gaps.Count + free.Count == 0 ? null : Slots.Draw<GroupAlertCard>((nameof(GroupAlertCard.Gaps), gaps), (nameof(GroupAlertCard.Free), free), (nameof(GroupAlertCard.Today), today));
    }

    /// <summary>Requests to join that wait for this person: a coordinator or a co-lead of the group.</summary>
    public static async Task<RenderFragment?> Requests(IServiceProvider services, string key, CancellationToken stop)
    {
        var guided = (await services.GetRequiredService<OwnGroups>().Guided(stop)).ToList();
        if (guided.Count == 0)
        {
            return null;
        }

        var waiting = await services.GetRequiredService<PlatformDb>().Set<JoinRequest>().AsNoTracking()
            .Where(r => EF.Parameter(guided).Contains(r.GroupId) && r.State == RequestState.Open).OrderBy(r => r.At).ToListAsync(stop);
        if (waiting.Count == 0)
        {
            return null;
        }

        var (shelf, names) = (await services.GetRequiredService<GroupShelf>().Read(stop), await services.GetRequiredService<People>().Cards(waiting.Select(w => w.PersonId), stop));
        return Slots.Draw<GroupRequestsCard>((nameof(GroupRequestsCard.Requests), waiting.Where(w => shelf[w.GroupId] is not null)
            .Select(w => new WaitingRequest(shelf[w.GroupId]!.Slug, shelf[w.GroupId]!.Name, w.Id, names.NameOf(w.PersonId) ?? "–", w.College, w.At)).ToList()));
    }
}

public sealed record PairGap(string Slug, LocalizedText Name, DateOnly Since);

public sealed record WaitingRequest(string Slug, LocalizedText Group, Guid Id, string Name, College College, DateTimeOffset At);
