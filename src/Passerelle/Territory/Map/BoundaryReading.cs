using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace Passerelle.Territory.Map;

/// <summary>The file as far as it is read: areas by code, and all that was found wrong on the way.</summary>
internal sealed class BoundaryReading(IReadOnlyCollection<BoundaryCommune> communes, BoundaryOptions options)
{
    private const double SlightOverlap = 0.05;
    private readonly Dictionary<string, BoundaryCommune> _communes = communes.ToDictionary(c => c.Code, StringComparer.Ordinal);
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);
    private int _position;

    public List<BoundaryFinding> Refusals { get; } = [];

    public List<BoundaryFinding> Notes { get; } = [];

    public SortedDictionary<string, Geometry> Areas { get; } = new(StringComparer.Ordinal);

    public void Add(JsonElement json)
    {
        _position++;
        var feature = BoundaryFeature.From(json, options);
        if (feature.Code is null)
        {
            Refuse(feature, BoundaryFault.NoCode, string.Join(", ", options.CodeProperties));
            return;
        }
        if (!_communes.TryGetValue(feature.Code, out var commune))
        {
            Refuse(feature, BoundaryFault.UnknownCommune);
            return;
        }
        if (!_seen.TryAdd(feature.Code, _position))
        {
            Refuse(feature, BoundaryFault.Duplicate, $"{_seen[feature.Code]}");
            return;
        }
        if (BoundaryShape.Of(json, commune, options, out var problem) is { } area)
            Areas[feature.Code] = area;
        if (problem is { Kind: BoundaryFault.Repaired } note)
            Notes.Add(note with { Feature = _position, Name = feature.Name ?? commune.Name, Code = feature.Code });
        else if (problem is not null)
            Refuse(feature with { Name = feature.Name ?? commune.Name }, problem.Kind, problem.Detail);
    }

    public void LookForMissing() =>
        Refusals.AddRange(_communes.Values.Where(c => !_seen.ContainsKey(c.Code)).OrderBy(c => c.Code, StringComparer.Ordinal)
            .Select(c => new BoundaryFinding(BoundaryFault.MissingCommune, Name: c.Name, Code: c.Code)));

    /// <summary>Neighbours of two registers overlap by slivers, which are tidied; more than that is refused.</summary>
    public void LookForOverlaps()
    {
        var tree = new STRtree<string>();
        foreach (var (code, area) in Areas)
            tree.Insert(area.EnvelopeInternal, code);
        foreach (var (code, area) in Areas)
        {
            foreach (var other in tree.Query(area.EnvelopeInternal).Where(o => string.CompareOrdinal(code, o) < 0).Order(StringComparer.Ordinal))
            {
                var common = area.Intersection(Areas[other]).Area;
                if (common > SlightOverlap * Math.Min(area.Area, Areas[other].Area))
                    Refusals.Add(new BoundaryFinding(BoundaryFault.Overlap, _seen[code], _communes[code].Name, code, other));
            }
        }
    }

    private void Refuse(BoundaryFeature feature, BoundaryFault kind, string? detail = null) =>
        Refusals.Add(new BoundaryFinding(kind, _position, feature.Name, feature.Code, detail));
}

/// <summary>What a feature says of itself.</summary>
internal sealed record BoundaryFeature(string? Code, string? Name)
{
    private const int LongestText = 200;

    public static BoundaryFeature From(JsonElement feature, BoundaryOptions options)
    {
        if (feature.ValueKind != JsonValueKind.Object || !feature.TryGetProperty("properties", out var properties)
            || properties.ValueKind != JsonValueKind.Object)
            return new BoundaryFeature(null, null);
        return new BoundaryFeature(First(properties, options.CodeProperties), First(properties, options.NameProperties));
    }

    public static string? Text(JsonElement thing, string property) =>
        thing.TryGetProperty(property, out var value) ? Text(value) : null;

    private static string? First(JsonElement properties, IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            foreach (var property in properties.EnumerateObject())
            {
                if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase) && Text(property.Value) is { } text)
                    return text;
            }
        }
        return null;
    }

    private static string? Text(JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Trim(),
            JsonValueKind.Number => value.GetRawText(),
            _ => "",
        };
        return text.Length switch { 0 => null, > LongestText => text[..LongestText], _ => text };
    }
}
