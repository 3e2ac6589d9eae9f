using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;

namespace Passerelle.Territory;

/// <summary>partners.csv, checked.</summary>
internal static class PartnerReading
{
    private static readonly string[] Levels = ["state", "region", "community", "department", "province", "intercommunal"];

    public static List<Partner> Read(PackFolder pack, IReadOnlyCollection<Side> sides)
    {
        List<Partner> partners = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var row in pack.ReadCsv("partners.csv", "id", "order", "short_name", "name_*", "level", "level_*", "country", "side", "communes_represented"))
        {
            var (id, country) = (row.Code("id"), row.Code("country"));
            row.Once("id", seen);
            if (!id.All(c => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-'))
            {
                row.Fail($"«id» is not written with A-Z, 0-9 and -: «{id}»");
            }

            if (!Levels.Contains(row["level"]))
            {
                row.Fail($"unknown level «{row["level"]}»");
            }

            partners.Add(new()
            {
                Id = PackIds.Of("partner", id),
                Code = id,
                Order = row.Int("order"),
                ShortName = row.Required("short_name"),
                Name = row.Both("name", Language.Official[0]),
                Level = row["level"],
                LevelName = row.Both("level", Language.Official[0]),
                Country = country,
                Side = SideOf(row, country, sides)?.Code,
                DeclaredCommunes = row["communes_represented"].Length > 0 ? row.PositiveInt("communes_represented") : null,
            });
        }

        return partners;
    }

    /// <summary>Its side; one without side names its country alone.</summary>
    private static Side? SideOf(PackRow row, string country, IReadOnlyCollection<Side> sides)
    {
        var side = sides.FirstOrDefault(s => s.Code == row["side"]);
        if (side is null && row["side"].Length > 0)
        {
            row.Fail($"unknown side «{row["side"]}»");
        }
        else if (side is null ? sides.All(s => s.Country != country) : side.Country != country)
        {
            row.Fail(side is null ? $"no side lies in the country «{country}»" : $"the country «{country}» is not that of the side «{side.Code}»");
        }

        return side;
    }
}
