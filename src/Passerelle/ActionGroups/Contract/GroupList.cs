using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;

namespace Passerelle.ActionGroups.Contract;

/// <summary>The groups, for capabilities that hang something on them.</summary>
public sealed class GroupList
{
    private readonly PlatformDb _db;
    private readonly GroupShelf _shelf;
    private readonly Clock _clock;

    internal GroupList(PlatformDb db, GroupShelf shelf, Clock clock) => (_db, _shelf, _clock) = (db, shelf, clock);

    /// <summary>Every group, also one that is proposed, over or merged; from memory, without a query.</summary>
    public async Task<IReadOnlyDictionary<Guid, GroupCard>> All(CancellationToken stop = default) =>
        (await _shelf.Read(stop)).Cards;

    /// <summary>Whether a group is active as the database has it now, for who must not go by what is kept in memory.</summary>
    public Task<bool> IsActive(Guid group, CancellationToken stop = default) =>
        _db.Set<Group>().AnyAsync(g => g.Id == group && g.SuccessorId == null && (g.Phase == Phase.Imagine || g.Phase == Phase.Develop || g.Phase == Phase.Complete), stop);

    /// <summary>The same for several, in one query: those of them that are active.</summary>
    public async Task<IReadOnlySet<Guid>> Active(IReadOnlyCollection<Guid> groups, CancellationToken stop = default)
    {
        List<Guid> ids = [.. groups];
        return ids.Count == 0 ? new HashSet<Guid>() : (await _db.Set<Group>()
            .Where(g => EF.Parameter(ids).Contains(g.Id) && g.SuccessorId == null && (g.Phase == Phase.Imagine || g.Phase == Phase.Develop || g.Phase == Phase.Complete)).Select(g => g.Id).ToListAsync(stop)).ToHashSet();
    }

    /// <summary>Those who lead each group today; from memory, without a query.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Guid>>> Pairs(CancellationToken stop = default) =>
        (await _shelf.Read(stop)).All.ToDictionary(g => g.Id, g => g.Pair);

    public async Task<GroupCard?> BySlug(string slug, CancellationToken stop = default) =>
        (await _shelf.Read(stop)).Cards.Values.FirstOrDefault(g => g.Slug == slug);

    /// <summary>Who coordinates, leads and takes part in these groups today; in three queries, whatever their number.</summary>
    public async Task<IReadOnlyDictionary<Guid, GroupCircle>> Circles(IEnumerable<Guid> groups, CancellationToken stop = default)
    {
        var (ids, today) = (groups.Distinct().ToList(), _clock.Today);
        var coordinators = (await _db.Set<Coordination>().AsNoTracking().Where(c => EF.Parameter(ids).Contains(c.GroupId)).ToListAsync(stop)).Where(c => c.IsOn(today)).ToLookup(c => c.GroupId, c => c.PersonId);
        var leads = (await _db.Set<CoLead>().AsNoTracking().Where(c => EF.Parameter(ids).Contains(c.GroupId) && c.State == CoLeadState.Appointed && c.Until == null).ToListAsync(stop)).ToLookup(c => c.GroupId);
        var members = (await _db.Set<Membership>().AsNoTracking().Where(m => EF.Parameter(ids).Contains(m.GroupId) && m.Until == null).Select(m => new { m.GroupId, m.PersonId }).ToListAsync(stop)).ToLookup(m => m.GroupId, m => m.PersonId);
        return ids.ToDictionary(id => id, id => new GroupCircle(
            id, coordinators[id].ToHashSet(), leads[id].FirstOrDefault(l => l.College == College.Elected)?.PersonId,
            leads[id].FirstOrDefault(l => l.College == College.CivilSociety)?.PersonId, members[id].ToHashSet()));
    }

    public async Task<GroupCircle> Circle(Guid group, CancellationToken stop = default) => (await Circles([group], stop))[group];
}

/// <summary>The people of a group today.</summary>
/// <param name="Coordinators">Those in charge, deputies too.</param>
/// <param name="Elected">The elected co-lead.</param>
/// <param name="CivilSociety">The one of organised civil society.</param>
public sealed record GroupCircle(Guid Group, IReadOnlySet<Guid> Coordinators, Guid? Elected, Guid? CivilSociety, IReadOnlySet<Guid> Members)
{
    public bool IsLedBy(Guid person) => Elected == person || CivilSociety == person;

    /// <summary>The college for which a person leads the group.</summary>
    public College? LeadsFor(Guid person) => Elected == person ? College.Elected : CivilSociety == person ? College.CivilSociety : null;

    public IEnumerable<Guid> Everybody => Members.Concat(Coordinators);
}

/// <summary>Where a group goes on.</summary>
public static class Succession
{
    private const int MostHops = 20;

    /// <summary>The group in which one goes on, itself unless it was merged; null when there is none of this id.</summary>
    public static GroupCard? Present(this IReadOnlyDictionary<Guid, GroupCard> groups, Guid group)
    {
        var card = groups.GetValueOrDefault(group);
        for (var hops = 0; card?.Successor is { } next && hops < MostHops; hops++)
        {
            card = groups.GetValueOrDefault(next);
        }

        return card;
    }
}
