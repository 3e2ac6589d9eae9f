using Passerelle.ActionGroups.Contract;

namespace Passerelle.Projects;

/// <summary>A link in a cell: how the row's group stands to the column's.</summary>
/// <param name="Back">The link begins at the column's group.</param>
public sealed record MatrixEntry(LinkCard Link, bool Back);

/// <summary>The groups that links join, each to each: every link stands in two cells, once from either side.</summary>
public sealed class LinkMatrix
{
    private readonly ILookup<(Guid Row, Guid Column), MatrixEntry> _cells;

    public LinkMatrix(IEnumerable<LinkCard> links, IReadOnlyDictionary<Guid, GroupCard> groups)
    {
        _cells = links.Where(l => l is { IsAccepted: true, From.Group: not null, To.Group: not null })
            .SelectMany(l => l.From.Group == l.To.Group ? new[] { Entry(l, false) } : [Entry(l, false), Entry(l, true)])
            .ToLookup(e => e.Cell, e => e.Entry);
        Groups = [.. _cells.Select(c => c.Key.Row).Distinct().Select(g => groups[g]).OrderBy(g => g.Here, StringComparer.CurrentCulture)];
    }

    /// <summary>Those with a link to another, or inside.</summary>
    public IReadOnlyList<GroupCard> Groups { get; }

    public IEnumerable<MatrixEntry> this[GroupCard row, GroupCard column] => _cells[(row.Id, column.Id)].OrderBy(e => e.Link.Type).ThenBy(e => e.Back);

    private static ((Guid Row, Guid Column) Cell, MatrixEntry Entry) Entry(LinkCard link, bool back)
    {
        var (from, to) = (link.From.Group!.Value, link.To.Group!.Value);
        return (back ? (to, from) : (from, to), new(link, back));
    }
}
