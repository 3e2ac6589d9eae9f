using System.Text.Json;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;

namespace Passerelle.Territory;

/// <summary>What pack.json says of the grouping, checked.</summary>
internal sealed class GroupingReading(PackFolder pack, JsonElement json)
{
    private const string File = "pack.json";
    private static readonly string[] Figures = ["communes", "area", "population", "partners"];
    private Grouping? _grouping;

    public List<Side> Sides { get; } = [];

    /// <summary>The grouping itself, its declared figures and its attributions.</summary>
    public List<object> Facts { get; } = [];

    public void Read()
    {
        if (PackJson.Number(json, "format") is not 1)
        {
            Fail("«format» is not 1");
        }

        // Every text that is read after this one asks for these languages.
        string[] languages = [.. PackJson.List(json, "languages").Select(l => l.Value.ValueKind == JsonValueKind.String ? l.Value.GetString()! : "")];
        if (languages.Length == 0 || languages.Distinct().Count() != languages.Length || !Array.TrueForAll(languages, Language.IsInterface))
        {
            Fail($"«languages» must name some of {string.Join(", ", Language.All)}, each once");
            return;
        }

        Language.UseOfficial(languages);
        ReadSides();
        ReadGrouping(languages);
        ReadDeclared();
        foreach (var (text, where, index) in PackJson.List(json, "attribution"))
        {
            Facts.Add(new Attribution { Id = PackIds.Of("attribution", where), Order = index, Text = pack.Text(text, File, where) });
        }
    }

    public void LookForPlace(IEnumerable<Commune> communes)
    {
        if (_grouping is not null && communes.All(c => c.Code != _grouping.PlaceCommune))
        {
            Fail($"contact.commune: unknown commune «{_grouping.PlaceCommune}»");
        }
    }

    private void ReadGrouping(string[] languages)
    {
        var contact = PackJson.Member(json, "contact") ?? default;
        var zone = PackJson.String(json, "zone") ?? "";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            Fail($"«zone» is no time zone: «{zone}»");
        }

        if (PackJson.Date(json, "founded") is null)
        {
            Fail("«founded» is no date");
        }

        _grouping = new Grouping
        {
            Pack = Required(json, "id", "id"),
            Name = pack.Text(PackJson.Member(json, "name"), File, "name"),
            ShortName = pack.Text(PackJson.Member(json, "shortName"), File, "shortName"),
            Founded = PackJson.Date(json, "founded") ?? default,
            Languages = [.. languages],
            Zone = zone,
            Place = pack.Text(PackJson.Member(contact, "place"), File, "contact.place"),
            PlaceCommune = Required(contact, "commune", "contact.commune"),
            Email = Required(contact, "email", "contact.email"),
            Travel = pack.Text(PackJson.Member(contact, "travel"), File, "contact.travel"),
        };
        Facts.Add(_grouping);
    }

    private void ReadSides()
    {
        foreach (var (side, where, index) in PackJson.List(json, "sides"))
        {
            var code = Required(side, "code", where + ".code");
            var language = Required(side, "language", where + ".language");
            if (Sides.Exists(s => s.Code == code))
            {
                Fail($"{where}.code: duplicate code «{code}»");
            }

            if (!Language.Official.Contains(language))
            {
                Fail($"{where}.language: «{language}» is none of the pack's languages");
            }

            Sides.Add(new()
            {
                Id = PackIds.Of("side", code),
                Code = code,
                Order = index,
                Country = Required(side, "country", where + ".country"),
                Language = language,
                Name = pack.Text(PackJson.Member(side, "name"), File, where + ".name"),
            });
        }

        if (Sides.Count == 0)
        {
            Fail("«sides» is empty");
        }
    }

    private void ReadDeclared()
    {
        foreach (var (declared, where, index) in PackJson.List(json, "declared"))
        {
            var figure = Required(declared, "figure", where + ".figure");
            if (!Figures.Contains(figure))
            {
                Fail($"{where}.figure: unknown figure «{figure}»");
            }

            if (PackJson.Number(declared, "value") is not > 0)
            {
                Fail($"{where}.value is not above 0");
            }

            if (PackJson.Date(declared, "date") is null)
            {
                Fail($"{where}.date is no date");
            }

            Facts.Add(new DeclaredFigure
            {
                Id = PackIds.Of("declared", where),
                Order = index,
                Figure = figure,
                Value = PackJson.Number(declared, "value") ?? 0,
                Unit = PackJson.String(declared, "unit"),
                Date = PackJson.Date(declared, "date") ?? default,
                Source = pack.Text(PackJson.Member(declared, "source"), File, where + ".source"),
                Reason = pack.Text(PackJson.Member(declared, "reason"), File, where + ".reason"),
            });
        }
    }

    private string Required(JsonElement from, string key, string where)
    {
        if (PackJson.String(from, key) is { } value)
        {
            return value;
        }

        Fail($"«{where}» is missing");
        return "";
    }

    private void Fail(string reason) => pack.Errors.Add(new(File, 0, reason));
}
