namespace Passerelle.ActionGroups.Contract;

/// <summary>The groups of the person who looks: read once for a page, whoever asks.</summary>
public sealed class OwnGroups
{
    private readonly MyGroups _mine;

    internal OwnGroups(MyGroups mine) => _mine = mine;

    /// <summary>Those that they coordinate or lead today.</summary>
    public async Task<IReadOnlySet<Guid>> Guided(CancellationToken stop = default) =>
        (await _mine.Rows(stop)).Where(g => g.Coordinates || g.Leads).Select(g => g.Id).ToHashSet();

    /// <summary>Those that they lead today, as one of the pair.</summary>
    public async Task<IReadOnlySet<Guid>> Led(CancellationToken stop = default) =>
        (await _mine.Rows(stop)).Where(g => g.Leads).Select(g => g.Id).ToHashSet();

    /// <summary>Those that they coordinate today, as a deputy too.</summary>
    public async Task<IReadOnlySet<Guid>> Coordinated(CancellationToken stop = default) =>
        (await _mine.Rows(stop)).Where(g => g.Coordinates).Select(g => g.Id).ToHashSet();

    /// <summary>The active action groups for which they answer, by name: those that they coordinate, and all of them for the Director.</summary>
    public Task<IReadOnlyList<GroupCard>> Charged(CancellationToken stop = default) => _mine.Charged(stop);

    /// <summary>Those that they are part of in whatever way: coordinator, co-lead or member.</summary>
    public async Task<IReadOnlySet<Guid>> Entered(CancellationToken stop = default) =>
        (await _mine.Rows(stop)).Select(g => g.Id).ToHashSet();
}
