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

/// <summary>What groups put on a dashboard. The key of the slot is the person's id.</summary>
internal static class GroupAlerts
{
    /// <summary>Incomplete pairs, with the days; for the Director also the priority actions that no active group carries.</summary>
    public static async Task<RenderFragment?> Alerts(IServiceProvider services, string key, CancellationToken stop)
    {
        if (!Guid.TryParse(key, out var person))
        {
            return null;
        }

        var (db, today) = (services.GetRequiredService<PlatformDb>(), services.GetRequiredService<Clock>().Today);
        var director = (await services.GetRequiredService<People>().WithRole(Role.Director, stop)).Any(p => p.Id == person);
        var active = db.Set<Group>().AsNoTracking().Where(g => g.Type == GroupKind.Action && g.SuccessorId == null && (g.Phase == Phase.Imagine || g.Phase == Phase.Develop || g.Phase == Phase.Complete));
        var gaps = await active
            .Where(g => g.PairIncompleteSince != null && (director || g.Coordinators.Any(c => c.PersonId == person && c.From <= today && (c.Until == null || c.Until >= today))))
            .OrderBy(g => g.PairIncompleteSince)
            .Select(g => new PairGap(g.Slug, g.Name, g.PairIncompleteSince!.Value)).ToListAsync(stop);
        IReadOnlyList<ActionCard> free = [];
        if (director)
        {
            var carriers = (await services.GetRequiredService<GroupShelf>().Read(stop)).CarriersOn(today);
            free = [.. (await services.GetRequiredService<Programmes>().Current(stop)).Actions.Where(a => !carriers[a.Code].Any(g => g.IsActive))];
        }

        return gaps.Count + free.Count == 0 ? null : Slots.Draw<GroupAlertCard>((nameof(GroupAlertCard.Gaps), gaps), (nameof(GroupAlertCard.Free), free), (nameof(GroupAlertCard.Today), today));
    }

    /// <summary>Requests to join that wait for this person: a coordinator or a co-lead of the group.</summary>
    public static async Task<RenderFragment?> Requests(IServiceProvider services, string key, CancellationToken stop)
    {
        if (!Guid.TryParse(key, out var person))
        {
            return null;
        }

        var (db, today) = (services.GetRequiredService<PlatformDb>(), services.GetRequiredService<Clock>().Today);
        var waiting = await db.Set<Group>().AsNoTracking()
            .Where(g => g.Coordinators.Any(c => c.PersonId == person && c.From <= today && (c.Until == null || c.Until >= today))
                || g.CoLeads.Any(c => c.PersonId == person && c.State == CoLeadState.Appointed && c.Until == null))
            .SelectMany(g => g.Requests.Where(r => r.State == RequestState.Open), (g, r) => new { g.Slug, g.Name, r.Id, r.PersonId, r.College, r.At })
            .OrderBy(r => r.At).ToListAsync(stop);
        if (waiting.Count == 0)
        {
            return null;
        }

        var names = await services.GetRequiredService<People>().Cards(waiting.Select(w => w.PersonId), stop);
        return Slots.Draw<GroupRequestsCard>((nameof(GroupRequestsCard.Requests), waiting.Select(w => new WaitingRequest(w.Slug, w.Name, w.Id, names.NameOf(w.PersonId) ?? "–", w.College, w.At)).ToList()));
    }
}

public sealed record PairGap(string Slug, LocalizedText Name, DateOnly Since);

public sealed record WaitingRequest(string Slug, LocalizedText Group, Guid Id, string Name, College College, DateTimeOffset At);
