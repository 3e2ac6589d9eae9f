using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.ActionGroups.Pages;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.ActionGroups;

/// <summary>The groups of the person who looks, for «Today»: those that they coordinate, lead or are a member of; one query, the rest is on the shelf.</summary>
internal sealed class MyGroups(PlatformDb db, Visit visit, GroupShelf shelf)
{
    private const int Dates = 4;
    private IReadOnlyList<MyGroup>? _rows;

    /// <summary>The slot «mine»: a table of the groups.</summary>
    public static async Task<RenderFragment?> Table(IServiceProvider services, string key, CancellationToken stop)
    {
        var rows = await services.GetRequiredService<MyGroups>().Rows(stop);
        return rows.Count == 0 ? null : Slots.Draw<MyGroupsTable>((nameof(MyGroupsTable.Groups), rows));
    }

    /// <summary>The slot «dates»: when these groups meet next; for the Director, when any group does.</summary>
    public static async Task<RenderFragment?> Next(IServiceProvider services, string key, CancellationToken stop)
    {
        var dates = await services.GetRequiredService<MyGroups>().Coming(stop);
        return dates.Count == 0 ? null : Slots.Draw<NextDates>((nameof(NextDates.Groups), dates));
    }

    private async Task<IReadOnlyList<ShelvedGroup>> Coming(CancellationToken stop)
    {
        var view = await shelf.Read(stop);
        var groups = visit.Is(Role.Director) ? view.Shown : (await Rows(stop)).Select(r => view[r.Id]).OfType<ShelvedGroup>();
        return [.. groups.Where(g => g.IsActive && g.NextAt > visit.Now).OrderBy(g => g.NextAt).Take(Dates)];
    }

    internal async Task<IReadOnlyList<GroupCard>> Charged(CancellationToken stop)
    {
        var active = (await shelf.Read(stop)).Cards.Values.Where(g => g.IsActive && g.IsAction);
        if (!visit.Is(Role.Director))
        {
            var own = visit.Is(Role.Coordinator) ? (await Rows(stop)).Where(g => g.Coordinates).Select(g => g.Id).ToHashSet() : [];
            active = active.Where(g => own.Contains(g.Id));
        }

        return [.. active.OrderBy(g => g.Here, StringComparer.CurrentCulture)];
    }

    internal async Task<IReadOnlyList<MyGroup>> Rows(CancellationToken stop) => _rows ??= await Read(stop);

    private async Task<IReadOnlyList<MyGroup>> Read(CancellationToken stop)
    {
        if (visit.Who is not { } who)
        {
            return [];
        }

        var (me, today) = (who.Id, visit.Today);
        var mine = await db.Set<Coordination>().Where(c => c.PersonId == me && c.From <= today && (c.Until == null || c.Until >= today)).Select(c => new { c.GroupId, Coordinates = true })
            .Concat(db.Set<Membership>().Where(m => m.PersonId == me && m.Until == null).Select(m => new { m.GroupId, Coordinates = false }))
            .ToListAsync(stop);
        var view = await shelf.Read(stop);
        var rows = mine.GroupBy(m => m.GroupId).Select(m => view[m.Key] is { Successor: null } g ? new MyGroup(
            g.Id, g.Slug, g.Kind, g.Name, g.Phase, g.Paused, m.Any(part => part.Coordinates), g.Pair.Contains(me), g.CoLeads, g.PairIncompleteSince, g.Lack, g.NextAt) : null).OfType<MyGroup>();
        var order = StringComparer.Create(Language.Culture(Language.Content), ignoreCase: true);
        return [.. rows.OrderBy(r => !r.IsActive).ThenBy(r => r.NextAt > visit.Now ? r.NextAt : DateTimeOffset.MaxValue).ThenBy(r => r.Name.Read(Language.Content).Value, order)];
    }
}

public sealed record MyGroup(
    Guid Id, string Slug, GroupKind Kind, LocalizedText Name, Phase Phase, bool Paused, bool Coordinates, bool Leads, int CoLeads, DateOnly? IncompleteSince, CollegeLack Lack, DateTimeOffset? NextAt)
{
    public bool IsActive => Phase is Phase.Imagine or Phase.Develop or Phase.Complete;
}
