using Passerelle.Platform.Pack;

namespace Passerelle.Territory;

/// <summary>adjacency.csv, checked against the communes.</summary>
internal static class AdjacencyReading
{
    public static List<Adjacency> Read(PackFolder pack, IReadOnlyCollection<Commune> communes)
    {
        var byCode = communes.ToDictionary(c => c.Code, StringComparer.Ordinal);
        HashSet<(string, string)> seen = [];
        List<Adjacency> pairs = [];
        foreach (var row in pack.ReadCsv("adjacency.csv", "code_a", "code_b", "relation", "shared_km"))
        {
            var (a, b) = (row.Required("code_a"), row.Required("code_b"));
            var (first, second) = (Commune(row, byCode, a), Commune(row, byCode, b));
            if (first is null || second is null)
            {
                continue;
            }

            if (string.CompareOrdinal(a, b) >= 0)
            {
                row.Fail($"«code_a» ({a}) does not come before «code_b» ({b})");
            }

            if (!seen.Add((a, b)))
            {
                row.Fail($"duplicate pair «{a}», «{b}»");
            }

            if (Relation(first, second) is var relation && row["relation"] != relation)
            {
                row.Fail($"«relation» is «{row["relation"]}», but the communes are «{relation}»");
            }

            var shared = row.Number("shared_km");
            if (shared < 0)
            {
                row.Fail("«shared_km» is below 0");
            }

            pairs.Add(new() { CodeA = a, CodeB = b, SharedKm = shared });
        }

        return pairs;
    }

    private static Commune? Commune(PackRow row, Dictionary<string, Commune> byCode, string code)
    {
        if (byCode.TryGetValue(code, out var commune))
        {
            return commune;
        }

        row.Fail($"unknown commune «{code}»");
        return null;
    }

    private static string Relation(Commune a, Commune b) =>
        a.Country != b.Country ? "other-country" : a.Side != b.Side ? "other-side" : "same-side";
}
