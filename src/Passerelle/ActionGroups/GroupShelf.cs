using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.ActionGroups;

/// <summary>What lists, slots and parents show of a group.</summary>
public sealed record ShelvedGroup(
    Guid Id, string Slug, GroupKind Kind, LocalizedText Name, LocalizedText Summary, Phase Phase, bool Paused, string? Theme,
    List<string> OtherThemes, List<string> Communes, Guid? Successor, DateTimeOffset? NextAt, string? NextPlace, LocalizedText NextTitle,
    Standing? Standing, LocalizedText Recommendations)
{
    public bool IsAction => Kind == GroupKind.Action;

    public bool IsActive => Phase is Phase.Imagine or Phase.Develop or Phase.Complete && Successor is null;

    /// <summary>Readers see it under its own address.</summary>
    public bool IsShown => Phase != Phase.Proposed && Successor is null;
}

/// <summary>All groups in short and how they derive: read once and kept until an event of a group, so that slots and lineage cost no query.</summary>
internal sealed class GroupShelf(IServiceScopeFactory scopes, Generations generations)
{
    private static readonly string[] Tags = ["group"];
    private Kept? _kept;

    public async Task<GroupShelfView> Read(CancellationToken stop = default)
    {
        var generation = generations.Of(Tags);
        if (Volatile.Read(ref _kept) is { } kept && kept.Generation == generation)
        {
            return kept.View;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var groups = await db.Set<Group>().AsNoTracking().OrderBy(g => g.Slug)
            .Select(g => new ShelvedGroup(g.Id, g.Slug, g.Type, g.Name, g.Summary, g.Phase, g.PausedOn != null, g.Theme, g.OtherThemes, g.Communes,
                g.SuccessorId, g.NextAt, g.NextPlace, g.NextTitle, g.Standing, g.Recommendations))
            .ToListAsync(stop);
        var derived = await db.Set<Lineage>().AsNoTracking().Where(l => l.Kind == LineageKind.Derivation).ToListAsync(stop);
        var actions = await db.Set<CarriedAction>().AsNoTracking().ToListAsync(stop);
        var view = new GroupShelfView(groups, derived, actions);
        Volatile.Write(ref _kept, new(generation, view));
        return view;
    }

    private sealed record Kept(long Generation, GroupShelfView View);
}

/// <summary>The shelf as it stood at one moment; immutable.</summary>
internal sealed class GroupShelfView(IReadOnlyList<ShelvedGroup> groups, IReadOnlyList<Lineage> derived, IReadOnlyList<CarriedAction> actions)
{
    private readonly Dictionary<Guid, ShelvedGroup> _byId = groups.ToDictionary(g => g.Id);

    public IReadOnlyList<ShelvedGroup> All => groups;

    public IEnumerable<ShelvedGroup> Shown { get; } = [.. groups.Where(g => g.IsShown)];

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
