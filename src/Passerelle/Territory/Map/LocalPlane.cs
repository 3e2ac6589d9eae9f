using NetTopologySuite.Geometries;

namespace Passerelle.Territory.Map;

/// <summary>
/// A flat plane in kilometres around one point (equirectangular). Over the hundred kilometres of a grouping
/// of communes its error is far below the width of a drawn line.
/// </summary>
public sealed class LocalPlane(double lat, double lon)
{
    private const double KmPerDegree = 111.195;
    private readonly double _kmPerDegreeEast = KmPerDegree * Math.Cos(lat * Math.PI / 180);

    /// <summary>The plane in the middle of these points.</summary>
    public static LocalPlane Around(IEnumerable<(double Lat, double Lon)> points)
    {
        double south = 90, north = -90, west = 180, east = -180;
        foreach (var (lat, lon) in points)
        {
            if (lat is not (>= -85 and <= 85) || lon is not (>= -180 and <= 180))
                throw new ArgumentOutOfRangeException(nameof(points), $"Not a place on the map: latitude {lat}, longitude {lon}.");
            (south, north) = (Math.Min(south, lat), Math.Max(north, lat));
            (west, east) = (Math.Min(west, lon), Math.Max(east, lon));
        }
        return north < south ? new LocalPlane(0, 0) : new LocalPlane((south + north) / 2, (west + east) / 2);
    }

    public Coordinate ToPlane(double latitude, double longitude) =>
        new((longitude - lon) * _kmPerDegreeEast, (latitude - lat) * KmPerDegree);

    public (double Lat, double Lon) ToWorld(Coordinate at) =>
        (lat + at.Y / KmPerDegree, lon + at.X / _kmPerDegreeEast);

    /// <summary>A geometry in longitude and latitude, carried onto the plane.</summary>
    public Geometry ToPlane(Geometry world) => Mapped(world, c => ToPlane(c.Y, c.X));

    /// <summary>A geometry of the plane, in longitude and latitude at about one metre.</summary>
    public Geometry ToWorld(Geometry plane) => Mapped(plane, c =>
    {
        var (latitude, longitude) = ToWorld(c);
        return new Coordinate(Math.Round(longitude, 5), Math.Round(latitude, 5));
    });

    private static Geometry Mapped(Geometry geometry, Func<Coordinate, Coordinate> map)
    {
        var factory = GeometryFactory.Default;
        LinearRing Ring(LineString ring) => factory.CreateLinearRing(Array.ConvertAll(ring.Coordinates, c => map(c)));
        var polygons = Enumerable.Range(0, geometry.NumGeometries).Select(geometry.GetGeometryN).OfType<Polygon>()
            .Where(p => !p.IsEmpty)
            .Select(p => factory.CreatePolygon(Ring(p.ExteriorRing), Array.ConvertAll(p.InteriorRings, Ring))).ToArray();
        return polygons.Length == 1 ? polygons[0] : factory.CreateMultiPolygon(polygons);
    }
}
