using System.Text.Json;
using Passerelle.Platform.Pack;

namespace Passerelle.Territory.Contract;

/// <summary>The codes that a pack's territory knows, for the parts that name them before anything is saved.</summary>
public sealed record PackTerritory(IReadOnlySet<string> Sides, IReadOnlySet<string> Partners, IReadOnlyDictionary<string, string> SideOfCommune)
{
    public bool HasCommune(string code) => SideOfCommune.ContainsKey(code);

    /// <summary>Reads the codes alone; what is wrong with these files the territory's own part says.</summary>
    public static PackTerritory Of(PackFolder pack)
    {
        var sides = pack.Has("pack.json") && pack.ReadJson("pack.json") is { } json && json.TryGetProperty("sides", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(s => PackJson.String(s, "code") ?? "")
            : [];
        return new(
            sides.ToHashSet(StringComparer.Ordinal),
            Rows(pack, "partners.csv").Select(r => r["id"]).ToHashSet(StringComparer.Ordinal),
            Rows(pack, "communes.csv").GroupBy(r => r["code"]).ToDictionary(g => g.Key, g => g.First()["side"], StringComparer.Ordinal));
    }

    private static IReadOnlyList<PackRow> Rows(PackFolder pack, string file) => pack.Has(file) ? pack.ReadCsv(file) : [];
}
