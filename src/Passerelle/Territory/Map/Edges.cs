using System.Runtime.InteropServices;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Linemerge;

namespace Passerelle.Territory.Map;

/// <summary>One straight piece of an area's edge, the same whichever way it is walked.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Edge(double X1, double Y1, double X2, double Y2)
{
    public double Length => Math.Sqrt((X2 - X1) * (X2 - X1) + (Y2 - Y1) * (Y2 - Y1));

    public static Edge Between(Coordinate a, Coordinate b) =>
        a.CompareTo(b) <= 0 ? new Edge(a.X, a.Y, b.X, b.Y) : new Edge(b.X, b.Y, a.X, a.Y);
}

internal static class Edges
{
    /// <summary>Every edge of these areas, with the positions of the areas that have it.</summary>
    public static Dictionary<Edge, List<int>> Of(IReadOnlyList<Geometry> areas)
    {
        var edges = new Dictionary<Edge, List<int>>();
        for (var i = 0; i < areas.Count; i++)
        {
            foreach (var ring in Rings(areas[i]))
            {
                var at = ring.Coordinates;
                for (var k = 1; k < at.Length; k++)
                {
                    var edge = Edge.Between(at[k - 1], at[k]);
                    if (!edges.TryGetValue(edge, out var sides))
                        edges[edge] = sides = new List<int>(2);
                    sides.Add(i);
                }
            }
        }
        return edges;
    }

    public static IEnumerable<LineString> Rings(Geometry area)
    {
        for (var i = 0; i < area.NumGeometries; i++)
        {
            if (area.GetGeometryN(i) is not Polygon { IsEmpty: false } polygon)
                continue;
            yield return polygon.ExteriorRing;
            foreach (var hole in polygon.InteriorRings)
                yield return hole;
        }
    }

    /// <summary>The common edges of pairs that are told apart by <paramref name="apart"/>, joined into long lines.</summary>
    public static IReadOnlyList<LineString> Between(IReadOnlyList<Geometry> areas, Func<int, int, bool> apart)
    {
        var merger = new LineMerger();
        var lines = Of(areas).Where(e => e.Value.Count == 2 && apart(e.Value[0], e.Value[1])).Select(e => e.Key)
            .OrderBy(e => e.X1).ThenBy(e => e.Y1).ThenBy(e => e.X2).ThenBy(e => e.Y2)
            .Select(e => GeometryFactory.Default.CreateLineString([new Coordinate(e.X1, e.Y1), new Coordinate(e.X2, e.Y2)]));
        merger.Add(lines);
        return [.. merger.GetMergedLineStrings().Cast<LineString>().OrderBy(l => l.StartPoint.X).ThenBy(l => l.StartPoint.Y).ThenByDescending(l => l.Length)];
    }
}
