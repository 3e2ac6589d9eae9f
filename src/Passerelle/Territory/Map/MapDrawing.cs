using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using NetTopologySuite.Algorithm.Construct;
using NetTopologySuite.Geometries;

namespace Passerelle.Territory.Map;

/// <summary>
/// The whole map, ready to be written as SVG: one shape per commune, each side, the border between countries
/// and the line between sides of one country. Immutable: computed once, kept, and shared by all pages.
/// </summary>
public sealed class MapDrawing
{
    private const int MostWritten = 1000;
    private const double Narrow = 0.15;
    private readonly FrozenDictionary<string, MapShape> _byCode;
    private readonly ConcurrentDictionary<string, string> _written = new(StringComparer.Ordinal);

    private MapDrawing(MapSource source, IReadOnlyList<CommuneSite> communes, IReadOnlyDictionary<string, Geometry> areas, LocalPlane plane, IReadOnlyList<string>? sides, string? credit)
    {
        var sites = communes.Where(c => areas.ContainsKey(c.Code)).OrderBy(c => c.Code, StringComparer.Ordinal).ToArray();
        var drawn = Array.ConvertAll(sites, s => areas[s.Code]);
        var envelope = new Envelope();
        foreach (var area in drawn)
            envelope.ExpandToInclude(area.EnvelopeInternal);
        var svg = new SvgPath(envelope.IsNull ? new Envelope(0, 1, 0, 1) : envelope);
        (Source, Credit, Width, Height) = (source, credit, SvgPath.Width, svg.Height);
        Shapes = [.. sites.Select((s, i) => new MapShape(s.Code, s.Side, svg.Area(drawn[i]),
            svg.Point(LabelPoint(drawn[i], plane.ToPlane(s.Lat, s.Lon))), svg.Bounds(drawn[i].EnvelopeInternal), s.Border))];
        Sides = [.. Enumerable.Range(0, sites.Length).GroupBy(i => sites[i].Side, StringComparer.Ordinal)
            .OrderBy(g => sides?.Index().FirstOrDefault(s => s.Item == g.Key).Index ?? 0).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new MapSide(g.Key, svg.Area(NetTopologySuite.Coverage.CoverageUnion.Union([.. g.Select(i => drawn[i])]))))];
        Outline = drawn.Length == 0 ? "" : svg.Area(NetTopologySuite.Coverage.CoverageUnion.Union(drawn));
        var border = Edges.Between(drawn, (a, b) => sites[a].Country != sites[b].Country);
        BorderPath = svg.Lines(border);
        BorderPoints = [.. border.SelectMany(l => NetTopologySuite.Densify.Densifier.Densify(l, envelope.Width / 200).Coordinates).Select(svg.Point)];
        SideLinePath = svg.Lines(Edges.Between(drawn, (a, b) => sites[a].Country == sites[b].Country && sites[a].Side != sites[b].Side));
        _byCode = Shapes.ToFrozenDictionary(s => s.Code, StringComparer.Ordinal);
    }

    public MapSource Source { get; }

    /// <summary>Whose boundaries these are, to be shown with the map.</summary>
    public string? Credit { get; }

    public double Width { get; }

    public double Height { get; }

    /// <summary>In the order of the codes.</summary>
    public ImmutableArray<MapShape> Shapes { get; }

    /// <summary>In the order that the caller gave.</summary>
    public ImmutableArray<MapSide> Sides { get; }

    public string Outline { get; }

    /// <summary>The common edges of communes of two countries; empty when there are none.</summary>
    public string BorderPath { get; }

    /// <summary>The common edges of communes of two sides of one country; empty when there are none.</summary>
    public string SideLinePath { get; }

    /// <summary>Places along the border, close enough together that no name slips between them.</summary>
    internal ImmutableArray<MapPoint> BorderPoints { get; }

    /// <summary>The schematic map of these communes.</summary>
    public static MapDrawing Schematic(IReadOnlyList<CommuneSite> communes, IReadOnlyList<string>? sides = null)
    {
        var plane = Plane(communes);
        return new MapDrawing(MapSource.Schematic, communes, SchematicMap.Cells(communes, plane), plane, sides, credit: null);
    }

    /// <summary>
    /// The map of imported boundaries (longitude and latitude). Communes without one are not drawn: merged
    /// communes wait for a new import, or are given the union of what they were by the caller.
    /// </summary>
    public static MapDrawing Official(IReadOnlyList<CommuneSite> communes, IReadOnlyDictionary<string, Geometry> boundaries, string? credit = null, IReadOnlyList<string>? sides = null)
    {
        var plane = Plane(communes);
        var areas = boundaries.ToDictionary(b => b.Key, b => plane.ToPlane(b.Value), StringComparer.Ordinal);
        return new MapDrawing(MapSource.Official, communes, areas, plane, sides, credit);
    }

    /// <summary>What was written for this drawing before: the places of its names take long to find.</summary>
    internal string Written(string key, Func<string> write)
    {
        if (_written.TryGetValue(key, out var known))
        {
            return known;
        }

        if (_written.Count > MostWritten)
        {
            _written.Clear();
        }

        return _written.GetOrAdd(key, write());
    }

    public MapShape? Find(string code) => _byCode.GetValueOrDefault(code);

    private static LocalPlane Plane(IEnumerable<CommuneSite> communes) => LocalPlane.Around(communes.Select(c => (c.Lat, c.Lon)));

    /// <summary>The commune's middle, or where its area is widest when that lies outside or close to its edge.</summary>
    private static Coordinate LabelPoint(Geometry area, Coordinate site)
    {
        var (point, size) = (GeometryFactory.Default.CreatePoint(site), Math.Sqrt(area.Area));
        return area.Covers(point) && area.Boundary.Distance(point) > Narrow * size
            ? site
            : MaximumInscribedCircle.GetCenter(area, Math.Max(size, double.Epsilon) / 50).Coordinate;
    }
}
