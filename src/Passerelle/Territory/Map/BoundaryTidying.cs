using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace Passerelle.Territory.Map;

/// <summary>
/// Boundaries made fit to be drawn: neighbours share their lines point by point (slivers and narrow gaps go
/// to a neighbour), and detail below the tolerance is left out on both sides of a line alike.
/// </summary>
internal static class BoundaryTidying
{
    private const double Grid = 1_000;

    public static IReadOnlyDictionary<string, Geometry> Tidy(SortedDictionary<string, Geometry> world, BoundaryOptions options)
    {
        var codes = world.Keys.ToArray();
        var plane = LocalPlane.Around(world.Values.Select(a => (a.EnvelopeInternal.Centre.Y, a.EnvelopeInternal.Centre.X)));
        var areas = world.Values.Select(plane.ToPlane).ToArray();
        if (Array.Exists(CoverageValidator.Validate(areas, options.GapKm), torn => torn is { IsEmpty: false }))
            areas = Fitted(areas, options.GapKm);
        var simple = CoverageSimplifier.Simplify(areas, options.ToleranceKm);
        var tidy = new SortedDictionary<string, Geometry>(StringComparer.Ordinal);
        for (var i = 0; i < codes.Length; i++)
            tidy[codes[i]] = plane.ToWorld(simple[i].IsEmpty ? areas[i] : simple[i]);
        return tidy;
    }

    private static Geometry[] Fitted(Geometry[] areas, double gapKm)
    {
        var locate = Array.ConvertAll(areas, a => new IndexedPointInAreaLocator(a));
        var tree = new STRtree<int>();
        for (var i = 0; i < areas.Length; i++)
            tree.Insert(areas[i].EnvelopeInternal, i);
        var laid = Mosaic.Lay(areas.SelectMany(Edges.Rings), Grid, face =>
        {
            var inside = face.InteriorPoint.Coordinate;
            var holders = tree.Query(new Envelope(inside)).Where(i => locate[i].Locate(inside) != Location.Exterior).Order().ToArray();
            if (holders.Length > 0)
                return holders[0];
            return face.Area / (face.Length / 2) <= gapKm ? Mosaic.ToNeighbour : Mosaic.Outside;
        });
        return [.. areas.Select((a, i) => laid.GetValueOrDefault(i) ?? a)];
    }
}
