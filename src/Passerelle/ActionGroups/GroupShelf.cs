using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.ActionGroups;

/// <summary>What lists, slots and parents show of a group.</summary>
public sealed record ShelvedGroup(
    Guid Id, string Slug, GroupKind Kind, LocalizedText Name, LocalizedText Summary, Phase Phase, bool Paused, string? Theme,
    List<string> OtherThemes, List<string> Communes, Guid? Successor, DateTimeOffset? NextAt, LocalizedText NextVenue, LocalizedText NextTitle,
    Standing? Standing, LocalizedText Recommendations, List<CollegeLimit> Limits, DateOnly? PairIncompleteSince, bool Dropped)
{
    /// <summary>How many take part at present, and how many of them lead.</summary>
    public int Members { get; init; }

    public int CoLeads => Pair.Count;

    /// <summary>Those who lead it at present.</summary>
    public IReadOnlyList<Guid> Pair { get; init; } = [];

    /// <summary>Of an action group at work alone.</summary>
    public CollegeLack Lack { get; init; }

    /// <summary>The colleges of which too few take part, of an action group at work.</summary>
    public IReadOnlyList<College> Lacking { get; init; } = [];

    public bool IsAction => Kind == GroupKind.Action;

    public bool IsActive => Phase is Phase.Imagine or Phase.Develop or Phase.Complete && Successor is null;

    /// <summary>Readers see it under its own address.</summary>
    public bool IsShown => Phase != Phase.Proposed && Successor is null;
}

/// <summary>
/// All groups in short, how they derive, and their words: read once and kept until an event of a group, so that lists,
/// search, slots and lineage cost no query. Some hundred groups are a few megabytes.
/// </summary>
internal sealed class GroupShelf(IServiceScopeFactory scopes, Generations generations) : IDisposable
{
    private static readonly string[] Tags = ["group"];
    private readonly KeptReading<GroupShelfView> _groups = new(scopes, generations, Tags, Groups);
    private readonly KeptReading<IReadOnlyDictionary<Guid, string>> _words = new(scopes, generations, Tags, Texts);

    public ValueTask<GroupShelfView> Read(CancellationToken stop = default) => _groups.Get(stop);

    /// <summary>All texts of each group, folded: read when somebody searches.</summary>
    public ValueTask<IReadOnlyDictionary<Guid, string>> Words(CancellationToken stop = default) => _words.Get(stop);

    public void Dispose()
    {
        _groups.Dispose();
        _words.Dispose();
    }

    private static async Task<GroupShelfView> Groups(PlatformDb db, CancellationToken stop)
    {
        // The rows are read whole: for each text that a query picks out, the database library makes the whole row's reader once more.
        var groups = (await db.Set<Group>().AsNoTracking().OrderBy(g => g.Slug).ToListAsync(stop))
            .Select(g => new ShelvedGroup(g.Id, g.Slug, g.Type, g.Name, g.Summary, g.Phase, g.PausedOn != null, g.Theme, g.OtherThemes, g.Communes,
                g.SuccessorId, g.NextAt, g.NextVenue, g.NextTitle, g.Standing, g.Recommendations, g.Limits, g.PairIncompleteSince, g.IsDropped));
        var derived = await db.Set<Lineage>().AsNoTracking().Where(l => l.Kind == LineageKind.Derivation).ToListAsync(stop);
        var actions = await db.Set<CarriedAction>().AsNoTracking().ToListAsync(stop);
        var members = (await db.Set<Membership>().Where(m => m.Until == null)
            .GroupBy(m => new { m.GroupId, m.College }).Select(g => new { g.Key.GroupId, g.Key.College, Count = g.Count() })
            .ToListAsync(stop)).ToLookup(m => m.GroupId);
        var leads = (await db.Set<CoLead>().Where(c => c.Until == null && c.State == CoLeadState.Appointed).Select(c => new { c.GroupId, c.PersonId }).ToListAsync(stop))
            .ToLookup(c => c.GroupId, c => c.PersonId);
        return new([.. groups.Select(g =>
        {
            var present = members[g.Id].ToDictionary(m => m.College, m => m.Count);
            var few = g.IsAction && g.IsActive ? CollegeLacks.Few(present, g.Limits) : [];
            return g with { Members = present.Values.Sum(), Pair = [.. leads[g.Id]], Lack = CollegeLacks.Of(few, present), Lacking = few };
        })], derived, actions);
    }

    private static async Task<IReadOnlyDictionary<Guid, string>> Texts(PlatformDb db, CancellationToken stop) =>
        (await db.TextIndex.Where(t => t.Owner == nameof(Group)).Select(t => new { t.OwnerId, t.Folded }).ToListAsync(stop))
            .GroupBy(t => t.OwnerId, t => t.Folded).ToDictionary(g => g.Key, g => string.Join('\n', g));
}

/// <summary>The shelf as it stood at one moment; immutable.</summary>
internal sealed class GroupShelfView(IReadOnlyList<ShelvedGroup> groups, IReadOnlyList<Lineage> derived, IReadOnlyList<CarriedAction> actions)
{
    private readonly Dictionary<Guid, ShelvedGroup> _byId = groups.ToDictionary(g => g.Id);

    public IReadOnlyList<ShelvedGroup> All => groups;

    public IEnumerable<ShelvedGroup> Shown { get; } = [.. groups.Where(g => g.IsShown)];

    /// <summary>What other capabilities see of each, also of one that is proposed, over or merged.</summary>
    public IReadOnlyDictionary<Guid, GroupCard> Cards { get; } = groups.ToDictionary(
        g => g.Id, g => new GroupCard(g.Id, g.Slug, g.Kind, g.Name, g.Summary, g.Phase, g.Paused, g.Theme, g.Communes, g.Successor, g.OtherThemes));

    public ShelvedGroup? this[Guid id] => _byId.GetValueOrDefault(id);

    /// <summary>The groups that a technical group derives from; one that was merged is seen as its successor.</summary>
    public IReadOnlyList<ShelvedGroup> ParentsOf(Guid group) =>
        [.. derived.Where(l => l.To == group).Select(l => Present(l.From)).OfType<ShelvedGroup>().Where(g => g.IsShown).Distinct()];

    /// <summary>The technical groups that derive from a group, or from one that was merged into it; those at work first.</summary>
    public IReadOnlyList<ShelvedGroup> DerivedFrom(Guid group) =>
        [.. derived.Where(l => Present(l.From)?.Id == group).Select(l => this[l.To]).OfType<ShelvedGroup>().Where(g => g.IsShown).Distinct().OrderBy(g => !g.IsActive).ThenBy(g => g.Slug)];

    /// <summary>Who carried each action on a day.</summary>
    public ILookup<string, ShelvedGroup> CarriersOn(DateOnly day) =>
        actions.Where(a => a.From <= day && (a.Until is null || a.Until > day)).ToLookup(a => a.Action, a => _byId[a.GroupId]);

    /// <summary>Who carried an action before, and no longer does.</summary>
    public IReadOnlyList<ShelvedGroup> FormerCarriers(string action, DateOnly day) =>
        [.. actions.Where(a => a.Action == action && a.Until <= day).Select(a => Present(a.GroupId)).OfType<ShelvedGroup>().Where(g => g.IsShown).Distinct()
            .Except(CarriersOn(day)[action])];

    private ShelvedGroup? Present(Guid id)
    {
        var group = this[id];
        for (var hops = 0; group?.Successor is { } next && hops < 20; hops++)
        {
            group = this[next];
        }

        return group;
    }
}
