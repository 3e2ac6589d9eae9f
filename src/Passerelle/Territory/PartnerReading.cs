using Passerelle.Platform.Pack;

namespace Passerelle.Territory;

/// <summary>partners.csv, checked.</summary>
internal static class PartnerReading
{
    private static readonly string[] Levels = ["state", "region", "community", "department", "province", "intercommunal"];

    public static List<Partner> Read(PackFolder pack, IReadOnlyCollection<Side> sides)
    {
        List<Partner> partners = [];
        foreach (var row in pack.ReadCsv("partners.csv"))
        {
            var id = row.Required("id");
            if (partners.Exists(p => p.Code == id))
            {
                row.Fail($"duplicate id «{id}»");
            }

            if (!Levels.Contains(row["level"]))
            {
                row.Fail($"unknown level «{row["level"]}»");
            }

            var side = sides.FirstOrDefault(s => s.Code == row["side"]);
            if (side is null && row["side"].Length > 0)
            {
                row.Fail($"unknown side «{row["side"]}»");
            }
            else if (side is not null && side.Country != row["country"])
            {
                row.Fail($"the country «{row["country"]}» is not that of the side «{side.Code}»");
            }

            var declared = row["communes_represented"].Length > 0 ? row.Int("communes_represented") : (int?)null;
            partners.Add(new()
            {
                Id = PackIds.Of("partner", id),
                Code = id,
                Order = row.Int("order"),
                ShortName = row.Required("short_name"),
                Name = row.Both("name", Platform.Localization.Language.Official[0]),
                Level = row["level"],
                LevelName = row.Both("level", Platform.Localization.Language.Official[0]),
                Country = row.Required("country"),
                Side = side?.Code,
                DeclaredCommunes = declared,
            });
        }

        return partners;
    }
}
