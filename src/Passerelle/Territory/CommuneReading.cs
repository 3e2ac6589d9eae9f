using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;

namespace Passerelle.Territory;

/// <summary>communes.csv, checked.</summary>
internal sealed class CommuneReading(PackFolder pack, IReadOnlyCollection<Side> sides, IReadOnlyCollection<Partner> partners)
{
    private static readonly string[] Borders = ["mel", "france", "no"];
    private readonly Dictionary<string, (PackRow Row, Commune Commune)> _read = new(StringComparer.Ordinal);

    public IReadOnlyCollection<Commune> Read()
    {
        foreach (var row in pack.ReadCsv("communes.csv"))
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
        CheckLife(row);
        var language = row.Required("official_language");
        if (language.Length > 0 && !Language.Official.Contains(language))
        {
            row.Fail($"unknown official language «{language}»");
        }

        return new()
        {
            Id = PackIds.Of("commune", row["code"]),
            Code = row.Required("code"),
            Name = row.Both("name", language),
            Country = row.Required("country"),
            Side = row["side"],
            Arrondissement = row.Both("arrondissement", language),
            Partner = row["partner"].Length > 0 ? row["partner"] : null,
            Population = Positive(row, "population"),
            PopulationDate = Day(row, "population_date"),
            AreaKm2 = PositiveNumber(row, "area_km2"),
            Lat = row.Number("lat"),
            Lon = row.Number("lon"),
            Border = row["border"],
            From = Day(row, "from"),
            Until = row.Date("until"),
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

    private static void CheckLife(PackRow row)
    {
        var (from, until) = (row.Date("from"), row.Date("until"));
        if (until < from)
        {
            row.Fail($"«until» ({row["until"]}) lies before «from» ({row["from"]})");
        }

        if (row["merged_into"].Length > 0 && row["until"].Length == 0)
        {
            row.Fail("«merged_into» is filled but «until» is not");
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

    private static int Positive(PackRow row, string column)
    {
        var value = row.Int(column);
        if (value <= 0)
        {
            row.Fail($"«{column}» is not above 0");
        }

        return value;
    }

    private static double PositiveNumber(PackRow row, string column)
    {
        var value = row.Number(column);
        if (value <= 0)
        {
            row.Fail($"«{column}» is not above 0");
        }

        return value;
    }

    private static DateOnly Day(PackRow row, string column)
    {
        row.Required(column);
        return row.Date(column) ?? default;
    }
}
