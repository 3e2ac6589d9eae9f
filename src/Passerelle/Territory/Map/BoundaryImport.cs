using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Passerelle.Territory.Map;

/// <summary>
/// Reads official boundaries from GeoJSON (WGS 84, one feature per commune), whole or not at all: the report
/// names every feature without commune and every commune without feature, in the order of the file, then of
/// the codes.
/// </summary>
public static class BoundaryImport
{
    /// <summary>Reads at most the allowed size from the stream, then as <see cref="Read(ReadOnlyMemory{byte}, IReadOnlyCollection{BoundaryCommune}, BoundaryOptions?)"/>.</summary>
    public static async Task<BoundaryReport> ReadAsync(
        Stream file, IReadOnlyCollection<BoundaryCommune> communes, BoundaryOptions? options = null, CancellationToken cancel = default)
    {
        options ??= BoundaryOptions.Default;
        using var held = new MemoryStream();
        var chunk = new byte[81_920];
        int read;
        while ((read = await file.ReadAsync(chunk, cancel)) > 0)
        {
            if (held.Length + read > options.MaxBytes)
                return TooLarge(options);
            held.Write(chunk, 0, read);
        }
        return Read(held.GetBuffer().AsMemory(0, (int)held.Length), communes, options);
    }

    public static BoundaryReport Read(
        ReadOnlyMemory<byte> file, IReadOnlyCollection<BoundaryCommune> communes, BoundaryOptions? options = null)
    {
        options ??= BoundaryOptions.Default;
        if (file.Length > options.MaxBytes)
            return TooLarge(options);
        try
        {
            using var json = JsonDocument.Parse(WithoutMark(file));
            return Read(json.RootElement, communes, options);
        }
        catch (JsonException e)
        {
            return Refused(new BoundaryFinding(BoundaryFault.NotJson, Detail: $"{e.LineNumber + 1}"));
        }
    }

    private static BoundaryReport Read(JsonElement root, IReadOnlyCollection<BoundaryCommune> communes, BoundaryOptions options)
    {
        var type = root.ValueKind == JsonValueKind.Object ? BoundaryFeature.Text(root, "type") : root.ValueKind.ToString();
        if (type != "FeatureCollection" || !root.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array)
            return Refused(new BoundaryFinding(BoundaryFault.NotFeatureCollection, Detail: type));
        if (OtherSystem(root) is { } system)
            return Refused(new BoundaryFinding(BoundaryFault.OtherCoordinateSystem, Detail: system));

        var reading = new BoundaryReading(communes, options);
        foreach (var feature in features.EnumerateArray())
            reading.Add(feature);
        reading.LookForMissing();
        if (reading.Refusals.Count == 0)
            reading.LookForOverlaps();
        var boundaries = reading.Refusals.Count == 0 ? BoundaryTidying.Tidy(reading.Areas, options) : null;
        return new BoundaryReport(reading.Refusals, reading.Notes, boundaries, features.GetArrayLength());
    }

    /// <summary>The name of a coordinate system other than longitude and latitude on WGS 84 (older GeoJSON may name one).</summary>
    private static string? OtherSystem(JsonElement root)
    {
        if (!root.TryGetProperty("crs", out var crs) || crs.ValueKind != JsonValueKind.Object
            || !crs.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
            return null;
        var name = BoundaryFeature.Text(properties, "name");
        return name is null || name.EndsWith("CRS84", StringComparison.Ordinal) || name.EndsWith(":4326", StringComparison.Ordinal)
            || name.EndsWith(":4258", StringComparison.Ordinal) ? null : name;
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> file) =>
        file.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? file[3..] : file;

    private static BoundaryReport TooLarge(BoundaryOptions options) =>
        Refused(new BoundaryFinding(BoundaryFault.TooLarge, Detail: $"{options.MaxBytes}"));

    private static BoundaryReport Refused(BoundaryFinding why) => new([why], [], null);
}
