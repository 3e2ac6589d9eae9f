using Passerelle.Platform.Localization;

namespace Passerelle.ActionGroups;

public enum LineageKind
{
    Merge,
    Split,
    Derivation,
}

/// <summary>How one group came from another. The graph has no cycle: a link never leads back.</summary>
public sealed class Lineage : IHasReaders
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid From { get; init; }
    public required Guid To { get; init; }
    public required LineageKind Kind { get; init; }
    public required DateOnly On { get; init; }
    public LocalizedText Reason { get; init; } = LocalizedText.Empty();

    public Readers Readers => Readers.Everyone;
}

/// <summary>All the links there are; they are few. Answers who came from whom.</summary>
public sealed class LineageTree(IReadOnlyList<Lineage> links)
{
    private readonly ILookup<Guid, Lineage> _from = links.ToLookup(l => l.From);
    private readonly ILookup<Guid, Lineage> _to = links.ToLookup(l => l.To);

    /// <summary>True when one group came, by any number of links, from the other.</summary>
    public bool Leads(Guid from, Guid to) => Reached([from], id => _from[id].Select(l => l.To)).Contains(to);

    /// <summary>The links among all groups that are related to this one, oldest first.</summary>
    public IReadOnlyList<Lineage> Around(Guid group)
    {
        var family = Reached([group], id => _from[id].Select(l => l.To).Concat(_to[id].Select(l => l.From)));
        return [.. links.Where(l => family.Contains(l.From)).OrderBy(l => l.On).ThenBy(l => l.Id)];
    }

    private static HashSet<Guid> Reached(IEnumerable<Guid> start, Func<Guid, IEnumerable<Guid>> next)
    {
        HashSet<Guid> seen = [.. start];
        Queue<Guid> open = new(seen);
        while (open.TryDequeue(out var id))
        {
            foreach (var other in next(id).Where(seen.Add))
            {
                open.Enqueue(other);
            }
        }

        return seen;
    }
}
