using Passerelle.Platform.Pack;

namespace Passerelle.Territory.Contract;

/// <summary>The codes that a pack's territory knows, for the parts that name them before anything is saved.</summary>
public sealed record PackTerritory(IReadOnlySet<string> Sides, IReadOnlySet<string> Partners, IReadOnlyDictionary<string, string> SideOfCommune)
{
    public bool HasCommune(string code) => SideOfCommune.ContainsKey(code);

    /// <summary>Reads the codes alone; what is wrong with these files the territory's own part says.</summary>
    public static PackTerritory Of(PackFolder pack) => new(
        (pack.PeekJson("pack.json")?.List("sides") ?? []).Select(s => s.Optional("code") ?? "").ToHashSet(StringComparer.Ordinal),
        pack.Peek("partners.csv").Select(r => r["id"]).ToHashSet(StringComparer.Ordinal),
        pack.Peek("communes.csv").GroupBy(r => r["code"]).ToDictionary(g => g.Key, g => g.First()["side"], StringComparer.Ordinal));
}
