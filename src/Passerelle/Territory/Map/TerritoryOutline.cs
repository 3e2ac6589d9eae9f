using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Simplify;

namespace Passerelle.Territory.Map;

/// <summary>
/// The outline of a territory of which only middles and areas are known: a disc for each commune, joined;
/// bays narrower than a commune are filled, spurs cut off, and holes closed. The rounded edge is then drawn
/// with straight strokes, like the lines inside.
/// </summary>
internal static class TerritoryOutline
{
    private const double Swell = 1.12;
    private const double LeastCore = 0.45;
    private const double MostStrokeKm = 1;

    public static Geometry Around(IReadOnlyList<Coordinate> at, IReadOnlyList<double> areas)
    {
        var radii = areas.Select(a => Math.Sqrt(a / Math.PI)).ToArray();
        var sorted = radii.Order().ToArray();
        double middle = sorted[sorted.Length / 2], large = sorted[(int)(sorted.Length * 0.9)];
        var discs = Discs(at, radii, Swell);
        var closed = discs.Buffer(1.6 * large, 16).Buffer(-1.6 * large, 16);
        var opened = closed.Buffer(-0.8 * middle, 16).Buffer(0.8 * middle, 16);
        // Whatever was cut off, each commune keeps a core of its own.
        var whole = OverlayNGRobust.Overlay(opened, Discs(at, radii, LeastCore), NetTopologySuite.Operation.Overlay.SpatialFunction.Union)
            .Buffer(0.5 * middle, 16).Buffer(-0.5 * middle, 16);
        var drawn = TopologyPreservingSimplifier.Simplify(whole, Math.Min(0.5 * middle, MostStrokeKm));
        var lost = Enumerable.Range(0, at.Count).Where(i => !drawn.IsWithinDistance(GeometryFactory.Default.CreatePoint(at[i]), 0)
            || drawn.Boundary.IsWithinDistance(GeometryFactory.Default.CreatePoint(at[i]), 0.2 * radii[i])).ToArray();
        if (lost.Length > 0)
            drawn = OverlayNGRobust.Overlay(drawn, Discs([.. lost.Select(i => at[i])], [.. lost.Select(i => radii[i])], LeastCore), NetTopologySuite.Operation.Overlay.SpatialFunction.Union);
        return WithoutHoles(drawn);
    }

    private static Geometry Discs(IReadOnlyList<Coordinate> at, double[] radii, double factor) =>
        OverlayNGRobust.Union(at.Select((c, i) => GeometryFactory.Default.CreatePoint(c).Buffer(factor * radii[i], 16)).ToArray());

    private static Geometry WithoutHoles(Geometry area)
    {
        var factory = GeometryFactory.Default;
        var filled = Enumerable.Range(0, area.NumGeometries).Select(area.GetGeometryN).OfType<Polygon>()
            .Select(p => (Geometry)factory.CreatePolygon(p.Shell)).ToArray();
        return OverlayNGRobust.Union(filled);
    }
}
