using System.Globalization;
using System.Text;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Passerelle.Territory.Map;

/// <summary>
/// One commune's boundary as it is stored: a list of polygons, each a list of rings, each a flat list of
/// longitudes and latitudes in hundred-thousandths of a degree (about a metre), the first whole, the others
/// as steps.
/// </summary>
public static class BoundaryJson
{
    private const double Unit = 100_000;

    public static string Write(Geometry boundary)
    {
        var text = new StringBuilder("[");
        for (var i = 0; i < boundary.NumGeometries; i++)
        {
            if (boundary.GetGeometryN(i) is not Polygon { IsEmpty: false } polygon)
                continue;
            text.Append(text.Length > 1 ? ",[" : "[").AppendJoin(',', Edges.Rings(polygon).Select(Ring)).Append(']');
        }
        return text.Append(']').ToString();
    }

    public static Geometry Read(string json)
    {
        var factory = GeometryFactory.Default;
        var polygons = JsonSerializer.Deserialize<long[][][]>(json)!.Select(rings =>
            factory.CreatePolygon(Ring(rings[0]), [.. rings.Skip(1).Select(Ring)])).ToArray();
        return polygons.Length == 1 ? polygons[0] : factory.CreateMultiPolygon(polygons);

        LinearRing Ring(long[] steps)
        {
            var at = new Coordinate[steps.Length / 2];
            long x = 0, y = 0;
            for (var i = 0; i < at.Length; i++)
            {
                (x, y) = (x + steps[2 * i], y + steps[2 * i + 1]);
                at[i] = new Coordinate(x / Unit, y / Unit);
            }
            return factory.CreateLinearRing(at);
        }
    }

    private static string Ring(LineString ring)
    {
        var text = new StringBuilder("[");
        long x = 0, y = 0;
        foreach (var at in ring.Coordinates)
        {
            var (nextX, nextY) = ((long)Math.Round(at.X * Unit), (long)Math.Round(at.Y * Unit));
            text.Append(CultureInfo.InvariantCulture, $"{(text.Length > 1 ? "," : "")}{nextX - x},{nextY - y}");
            (x, y) = (nextX, nextY);
        }
        return text.Append(']').ToString();
    }
}
