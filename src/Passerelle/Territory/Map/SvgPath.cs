using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;

namespace Passerelle.Territory.Map;

/// <summary>Carries the plane into a view box 1000 wide (north up) and writes path data at one decimal.</summary>
internal sealed class SvgPath
{
    public const double Width = 1000;
    private const double Tallest = 1400;
    private const double Margin = 12;
    private readonly double _scale;
    private readonly double _left;
    private readonly double _top;

    public SvgPath(Envelope plane)
    {
        double width = Math.Max(plane.Width, 0.1), height = Math.Max(plane.Height, 0.1);
        _scale = Math.Min((Width - 2 * Margin) / width, (Tallest - 2 * Margin) / height);
        Height = Math.Ceiling(height * _scale + 2 * Margin);
        _left = (Width - width * _scale) / 2 - plane.MinX * _scale;
        _top = Margin + plane.MaxY * _scale;
    }

    public double Height { get; }

    public MapPoint Point(Coordinate at)
    {
        var (x, y) = Tenths(at);
        return new MapPoint(x / 10.0, y / 10.0);
    }

    public MapBounds Bounds(Envelope plane)
    {
        var (topLeft, bottomRight) = (Point(new(plane.MinX, plane.MaxY)), Point(new(plane.MaxX, plane.MinY)));
        return new MapBounds(topLeft.X, topLeft.Y, bottomRight.X, bottomRight.Y);
    }

    public string Area(Geometry area)
    {
        var path = new StringBuilder();
        foreach (var ring in Edges.Rings(area))
            Line(path, ring.Coordinates, closed: true);
        return path.ToString();
    }

    public string Lines(IEnumerable<LineString> lines)
    {
        var path = new StringBuilder();
        foreach (var line in lines)
            Line(path, line.Coordinates, closed: false);
        return path.ToString();
    }

    /// <summary>Relative steps in whole tenths: short, and without drift, so that neighbours still meet.</summary>
    private void Line(StringBuilder path, Coordinate[] at, bool closed)
    {
        var (x, y) = Tenths(at[0]);
        path.Append('M').Append(Tenth(x)).Append(' ').Append(Tenth(y)).Append('l');
        for (var k = 1; k < (closed ? at.Length - 1 : at.Length); k++)
        {
            var (nextX, nextY) = Tenths(at[k]);
            if (nextX == x && nextY == y)
                continue;
            if (path[^1] != 'l')
                path.Append(' ');
            path.Append(Tenth(nextX - x)).Append(' ').Append(Tenth(nextY - y));
            (x, y) = (nextX, nextY);
        }
        if (path[^1] == 'l')
            path.Append("0 0");
        if (closed)
            path.Append('Z');
    }

    private (long X, long Y) Tenths(Coordinate at) =>
        ((long)Math.Round((at.X * _scale + _left) * 10), (long)Math.Round((_top - at.Y * _scale) * 10));

    private static string Tenth(long tenths) => (tenths / 10.0).ToString("0.#", CultureInfo.InvariantCulture);
}
