using System.Globalization;
using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.IO.Converters;
using NetTopologySuite.Operation.Valid;

namespace Passerelle.Territory.Map;

/// <summary>One feature's area, checked: of the right kind, in degrees, in its place, not crossing itself.</summary>
internal static class BoundaryShape
{
    private const double MostRepaired = 0.01;
    private static readonly JsonSerializerOptions GeoJson = new() { Converters = { new GeoJsonConverterFactory() } };

    public static Geometry? Of(JsonElement feature, BoundaryCommune commune, BoundaryOptions options, out BoundaryFinding? problem)
    {
        problem = null;
        if (!feature.TryGetProperty("geometry", out var json) || json.ValueKind != JsonValueKind.Object)
            return Fail(BoundaryFault.NoGeometry, null, out problem);
        if (BoundaryFeature.Text(json, "type") is not ("Polygon" or "MultiPolygon"))
            return Fail(BoundaryFault.NotAnArea, BoundaryFeature.Text(json, "type"), out problem);
        if (Parse(json, out var why) is not { } area)
            return Fail(BoundaryFault.InvalidGeometry, why, out problem);
        if (area.IsEmpty)
            return Fail(BoundaryFault.NoGeometry, null, out problem);
        if (Misplaced(area, commune, options) is { } misplaced)
            return Fail(misplaced.Kind, misplaced.Detail, out problem);
        return Sound(area, out problem);
    }

    private static Geometry? Parse(JsonElement json, out string? why)
    {
        try
        {
            why = null;
            return json.Deserialize<Geometry>(GeoJson);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException or FormatException or NotSupportedException)
        {
            // Rings that are not closed or have too few points, coordinates that are no numbers.
            why = e.Message;
            return null;
        }
    }

    private static BoundaryFinding? Misplaced(Geometry area, BoundaryCommune commune, BoundaryOptions options)
    {
        if (Array.Find(area.Coordinates, c => !(Math.Abs(c.X) <= 180) || !(Math.Abs(c.Y) <= 180)) is { } far)
            return new BoundaryFinding(BoundaryFault.NotDegrees, Detail: Written(far));
        if (options.FarthestKm <= 0)
            return null;
        var middle = area.EnvelopeInternal.Centre;
        var away = Away(commune, middle.Y, middle.X);
        if (away <= options.FarthestKm)
            return Array.Find(area.Coordinates, c => Math.Abs(c.Y) > 90) is { } wrong ? new BoundaryFinding(BoundaryFault.NotDegrees, Detail: Written(wrong)) : null;
        return Away(commune, middle.X, middle.Y) <= options.FarthestKm
            ? new BoundaryFinding(BoundaryFault.SwappedCoordinates, Detail: Written(middle))
            : new BoundaryFinding(BoundaryFault.ElsewhereThanCommune, Detail: $"{Math.Round(away)}");
    }

    private static double Away(BoundaryCommune commune, double lat, double lon)
    {
        var at = new LocalPlane(commune.Lat, commune.Lon).ToPlane(lat, lon);
        return Math.Sqrt(at.X * at.X + at.Y * at.Y);
    }

    private static Geometry? Sound(Geometry area, out BoundaryFinding? problem)
    {
        var validity = new IsValidOp(area);
        if (validity.IsValid)
        {
            problem = null;
            return area;
        }
        var detail = $"{validity.ValidationError.Message} ({Written(validity.ValidationError.Coordinate)})";
        var repaired = GeometryFixer.Fix(area);
        // A small loop at a corner is put right; a boundary that becomes another area is not ours to guess.
        var same = repaired is Polygon or MultiPolygon && !repaired.IsEmpty && Math.Abs(repaired.Area - area.Area) <= MostRepaired * repaired.Area;
        if (!same)
            return Fail(BoundaryFault.InvalidGeometry, detail, out problem);
        problem = new BoundaryFinding(BoundaryFault.Repaired, Detail: detail);
        return repaired;
    }

    private static string Written(Coordinate? at) => at is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{at.X:0.#####}, {at.Y:0.#####}");

    private static Geometry? Fail(BoundaryFault kind, string? detail, out BoundaryFinding? problem)
    {
        problem = new BoundaryFinding(kind, Detail: detail);
        return null;
    }
}
