using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.ActionGroups.Contract;

/// <summary>An action group at work, as whoever answers for all of them looks at it.</summary>
/// <param name="CoLeads">How many of the pair are there.</param>
/// <param name="PairIncompleteSince">Null while the pair is complete.</param>
/// <param name="Lacking">The colleges of which too few take part.</param>
/// <param name="Coordinators">Those in charge on the day, deputies too.</param>
public sealed record SteeredGroup(
    Guid Id, string Slug, LocalizedText Name, Phase Phase, bool Paused, string? Theme, IReadOnlyList<string> Communes,
    int CoLeads, DateOnly? PairIncompleteSince, IReadOnlyList<College> Lacking, IReadOnlyList<Guid> Coordinators);

/// <summary>The action groups at work, for the agency's overview.</summary>
public sealed class GroupSteering
{
    /// <summary>From so many days on, an incomplete pair is red.</summary>
    public const int PairRedDays = Group.PairRedDays;

    private readonly PlatformDb _db;
    private readonly GroupShelf _shelf;

    internal GroupSteering(PlatformDb db, GroupShelf shelf) => (_db, _shelf) = (db, shelf);

    /// <summary>All of them as they stand, with who coordinates them on a day; one query.</summary>
    public async Task<IReadOnlyList<SteeredGroup>> On(DateOnly day, CancellationToken stop = default)
    {
        var coordinators = (await _db.Set<Coordination>().AsNoTracking().Where(c => c.From <= day && (c.Until == null || c.Until >= day)).Select(c => new { c.GroupId, c.PersonId }).ToListAsync(stop))
            .ToLookup(c => c.GroupId, c => c.PersonId);
        return [.. (await _shelf.Read(stop)).All.Where(g => g.IsAction && g.IsActive).Select(g => new SteeredGroup(
            g.Id, g.Slug, g.Name, g.Phase, g.Paused, g.Theme, g.Communes, g.CoLeads, g.CoLeads == 2 ? null : g.PairIncompleteSince, g.Lacking, [.. coordinators[g.Id].Distinct().Order()]))];
    }

    /// <summary>Those that wait to be created, and those for whose pair somebody is proposed: each with its address in the workspace. One query.</summary>
    public async Task<IReadOnlyList<(Guid Id, LocalizedText Group, string Path, bool IsNew)>> Undecided(CancellationToken stop = default)
    {
        var shelf = await _shelf.Read(stop);
        var pairs = await _db.Set<CoLead>().Where(c => c.State == CoLeadState.Proposed).Select(c => c.GroupId).Distinct().ToListAsync(stop);
        return
        [
            .. shelf.All.Where(g => g.Phase == Phase.Proposed && !g.Dropped).Select(g => (g.Id, g.Name, $"/desk/groups/{g.Slug}", true)),
            .. pairs.Select(id => shelf[id]).OfType<ShelvedGroup>().Where(g => g.IsActive).Select(g => (g.Id, g.Name, $"/desk/groups/{g.Slug}", false)),
        ];
    }
}
