using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;

namespace Passerelle.Territory;

/// <summary>What pack.json says of the grouping, checked.</summary>
internal sealed class GroupingReading(PackItem json)
{
    private static readonly string[] Figures = ["communes", "area", "population", "partners"];
    private Grouping? _grouping;

    public List<Side> Sides { get; } = [];

    /// <summary>The grouping itself, its declared figures and its attributions.</summary>
    public List<object> Facts { get; } = [];

    public void Read(bool withDemonstration)
    {
        json.Keys("id", "format", "name", "shortName", "founded", "languages", "zone", "storyDate", "sides", "declared", "attribution", "contact", "charter", "programmes", "demo");
        if (json.Int("format") != 1)
        {
            json.Fail("format", "is not 1");
        }

        // Every text that is read after this one asks for these languages.
        var languages = json.Words("languages", "language", Language.IsInterface);
        if (languages.Count == 0)
        {
            json.Fail("languages", $"must name some of {string.Join(", ", Language.All)}");
            return;
        }

        Language.Reading(languages);
        ReadSides();
        ReadGrouping(languages);
        ReadDeclared();
        Facts.AddRange(json.Texts("attribution").Select((text, i) => new Attribution { Id = PackIds.Of("attribution", $"attribution[{i}]"), Order = i, Text = text }));
        json.OptionalDay("storyDate");
        if (json.Optional("demo") is var demo && demo is not (null or "demo"))
        {
            json.Fail("demo", "is neither «demo» nor null");
        }
        else if (withDemonstration && demo is null)
        {
            json.Fail("demo", "this pack has no demonstration");
        }
    }

    public void LookForPlace(IEnumerable<Commune> communes)
    {
        if (_grouping is { PlaceCommune.Length: > 0 } && communes.All(c => c.Code != _grouping.PlaceCommune))
        {
            json.Fail("contact.commune", $"unknown commune «{_grouping.PlaceCommune}»");
        }
    }

    private void ReadGrouping(IReadOnlyList<string> languages)
    {
        var zone = json.Value("zone");
        if (zone.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            json.Fail("zone", $"«{zone}» is no time zone");
        }

        var (id, name, shortName, founded) = (json.Slug("id"), json.Text("name"), json.Text("shortName"), json.Day("founded"));
        if (json.Item("contact")?.Keys("place", "commune", "email", "travel") is not { } contact)
        {
            json.Fail("contact", "is missing");
            return;
        }

        _grouping = new Grouping
        {
            Pack = id,
            Name = name,
            ShortName = shortName,
            Founded = founded,
            Languages = [.. languages],
            Zone = zone,
            Place = contact.Text("place"),
            PlaceCommune = contact.Code("commune"),
            Email = contact.Value("email"),
            Travel = contact.Text("travel"),
        };
        Facts.Add(_grouping);
    }

    private void ReadSides()
    {
        foreach (var side in json.List("sides"))
        {
            side.Keys("code", "country", "language", "name");
            var (code, country) = (side.Slug("code"), side.Value("country"));
            side.Code("code");
            if (Sides.Exists(s => s.Code == code))
            {
                side.Fail("code", $"duplicate code «{code}»");
            }

            if (country.Length > 0 && !PackWords.IsCountry(country))
            {
                side.Fail("country", $"«{country}» is no country code of two letters");
            }

            Sides.Add(new()
            {
                Id = PackIds.Of("side", code),
                Code = code,
                Order = Sides.Count,
                Country = country,
                Language = side.OneOf("language", "official language", Language.Official),
                Name = side.Text("name"),
            });
        }

        if (Sides.Count == 0)
        {
            json.Fail("sides", "is empty");
        }
    }

    private void ReadDeclared()
    {
        foreach (var (declared, index) in json.List("declared").Select((d, i) => (d, i)))
        {
            declared.Keys("figure", "value", "unit", "date", "source", "reason");
            Facts.Add(new DeclaredFigure
            {
                Id = PackIds.Of("declared", $"declared[{index}]"),
                Order = index,
                Figure = declared.OneOf("figure", "figure", Figures),
                Value = declared.Positive("value"),
                Unit = declared.Optional("unit"),
                Date = declared.Day("date"),
                Source = declared.Text("source"),
                Reason = declared.Text("reason"),
            });
        }
    }
}
