using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;

namespace Passerelle.Territory;

/// <summary>communes.csv, checked.</summary>
internal sealed class CommuneReading(PackFolder pack, IReadOnlyCollection<Side> sides, IReadOnlyCollection<Partner> partners)
{
    private static readonly string[] Borders = ["inside", "outside", "no"];
    private readonly Dictionary<string, (PackRow Row, Commune Commune)> _read = new(StringComparer.Ordinal);

    public IReadOnlyCollection<Commune> Read()
    {
        foreach (var row in pack.ReadCsv("communes.csv", "code", "name_*", "country", "side", "arrondissement_*", "partner", "official_language", "population", "population_date", "area_km2", "lat", "lon", "border", "from", "until", "merged_into"))
        {
            var commune = One(row);
            if (!_read.TryAdd(commune.Code, (row, commune)))
            {
                row.Fail($"duplicate code «{commune.Code}»");
            }
        }

        foreach (var (row, commune) in _read.Values)
        {
            CheckMerger(row, commune);
        }

        return [.. _read.Values.Select(r => r.Commune)];
    }

    private Commune One(PackRow row)
    {
        CheckPlace(row);
        var (from, until) = row.Days();
        if (row["merged_into"].Length > 0 && until is null)
        {
            row.Fail("«merged_into» is filled but «until» is not");
        }

        var language = row.Required("official_language");
        if (language.Length > 0 && !Language.Official.Contains(language))
        {
            row.Fail($"unknown official language «{language}»");
        }

        return new()
        {
            Id = PackIds.Of("commune", row["code"]),
            Code = row.Code("code"),
            Name = row.Both("name", language),
            Country = row.Code("country"),
            Side = row["side"],
            Arrondissement = row.Both("arrondissement", language),
            Partner = row["partner"].Length > 0 ? row["partner"] : null,
            Population = row.PositiveInt("population"),
            PopulationDate = row.Day("population_date"),
            AreaKm2 = row.Positive("area_km2"),
            Lat = row.Number("lat"),
            Lon = row.Number("lon"),
            Border = row["border"],
            From = from,
            Until = until,
            MergedInto = row["merged_into"].Length > 0 ? row["merged_into"] : null,
        };
    }

    private void CheckPlace(PackRow row)
    {
        var side = sides.FirstOrDefault(s => s.Code == row["side"]);
        if (side is null)
        {
            row.Fail($"unknown side «{row["side"]}»");
        }
        else if (side.Country != row["country"])
        {
            row.Fail($"the country «{row["country"]}» is not that of the side «{side.Code}»");
        }

        if (row["partner"].Length > 0 && partners.All(p => p.Code != row["partner"]))
        {
            row.Fail($"unknown partner «{row["partner"]}»");
        }

        if (!Borders.Contains(row["border"]))
        {
            row.Fail($"«border» is none of {string.Join(", ", Borders)}: «{row["border"]}»");
        }

        if (Math.Abs(row.Number("lat")) > 90 || Math.Abs(row.Number("lon")) > 180)
        {
            row.Fail("«lat» and «lon» are no place on Earth");
        }
    }

    private void CheckMerger(PackRow row, Commune commune)
    {
        if (commune.MergedInto is not { } next)
        {
            return;
        }

        if (!_read.TryGetValue(next, out var successor))
        {
            row.Fail($"unknown commune «{next}» in «merged_into»");
        }
        else if (commune.Until is { } last && successor.Commune.From != last.AddDays(1))
        {
            row.Fail($"the successor «{next}» does not begin on the day after «until»");
        }
    }
}
