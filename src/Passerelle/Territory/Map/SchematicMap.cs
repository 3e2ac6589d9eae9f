using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;

namespace Passerelle.Territory.Map;

/// <summary>
/// A map without official boundaries: one cell around the middle of each commune, about as large as the
/// commune, cut to an outline that closes over the whole territory. The same communes always give the same map.
/// </summary>
public static class SchematicMap
{
    private const double Grid = 10_000;
    private const double LeastApartKm = 0.2;

    /// <summary>The cells on the plane, in the order of the communes. No two communes may have the same code.</summary>
    public static IReadOnlyDictionary<string, Geometry> Cells(IReadOnlyList<CommuneSite> communes, LocalPlane plane)
    {
        var ordered = communes.OrderBy(c => c.Code, StringComparer.Ordinal).ToArray();
        if (ordered.Select(c => c.Code).Distinct(StringComparer.Ordinal).Count() != ordered.Length)
            throw new ArgumentException("A commune is given twice.", nameof(communes));
        var cells = new SortedDictionary<string, Geometry>(StringComparer.Ordinal);
        if (ordered.Length == 0)
            return cells;
        var at = Apart(Array.ConvertAll(ordered, c => plane.ToPlane(c.Lat, c.Lon)));
        var areas = Array.ConvertAll(ordered, c => double.IsFinite(c.AreaKm2) ? Math.Clamp(c.AreaKm2, 0.5, 5_000) : 10);
        foreach (var (index, cell) in Laid(at, areas))
            cells[ordered[index].Code] = cell;
        return cells;
    }

    private static SortedDictionary<int, Geometry> Laid(Coordinate[] at, double[] areas)
    {
        var outline = TerritoryOutline.Around(at, areas);
        var frame = outline.EnvelopeInternal.Copy();
        frame.ExpandBy(5);
        var power = new PowerCells(at, areas, frame);
        var factory = GeometryFactory.Default;
        var lines = Enumerable.Range(0, at.Length).Select(power.Corners).Where(c => c.Count > 2)
            .Select(c => (Geometry)factory.CreateLineString([.. c, c[0].Copy()]))
            .Append(outline.Boundary);
        var within = new NetTopologySuite.Algorithm.Locate.IndexedPointInAreaLocator(outline);
        return Mosaic.Lay(lines, Grid, face =>
        {
            var inside = face.InteriorPoint;
            if (within.Locate(inside.Coordinate) == Location.Exterior)
                return Mosaic.Outside;
            var owner = power.Owner(inside.Coordinate);
            // A bay of the outline can cut a cell in two: the piece without the centre goes to a neighbour.
            return face.Covers(factory.CreatePoint(at[owner])) ? owner : Mosaic.ToNeighbour;
        });
    }

    /// <summary>Centres that (almost) coincide are moved apart on a spiral, so that each can have a cell.</summary>
    private static Coordinate[] Apart(Coordinate[] at)
    {
        for (var i = 1; i < at.Length; i++)
        {
            var from = at[i];
            for (var step = 1; Enumerable.Range(0, i).Any(j => at[j].Distance(at[i]) < LeastApartKm); step++)
            {
                var (angle, radius) = (step * 2.399963, LeastApartKm * Math.Sqrt(step));
                at[i] = new Coordinate(from.X + radius * Math.Cos(angle), from.Y + radius * Math.Sin(angle));
            }
        }
        return at;
    }
}
