using System.Globalization;
using System.Text.Json;
using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;
using Passerelle.Territory.Contract;

namespace Passerelle.Accounts;

/// <summary>The charter: pack.json names its version and a file for each language.</summary>
internal sealed class CharterPack(Clock clock) : PackPart
{
    private CharterVersion? _charter;

    public override int Order => 20;

    public override void Read(PackFolder pack)
    {
        if (pack.ReadJson("pack.json") is not { } root)
        {
            return;
        }

        var charter = Key(root, "charter");
        var (files, source, number) = (Key(charter, "files"), Key(charter, "source")?.GetString(), Key(charter, "version"));
        List<TextVersion> versions = [];
        foreach (var language in Language.Official)
        {
            if (Key(files, language)?.GetString() is { } name && pack.Has(name) && pack.ReadText(name) is { Length: > 0 } text)
            {
                versions.Add(new(language, text, TextState.Approved, 1));
            }
            else
            {
                Fail(pack, $"charter.files: missing language «{language}»");
            }
        }

        if (source is null || !Language.Official.Contains(source))
        {
            Fail(pack, $"charter.source: unknown language «{source}»");
        }

        if (number is not { ValueKind: JsonValueKind.Number } || !number.Value.TryGetInt32(out var version) || version < 1)
        {
            Fail(pack, "charter.version: is no number above 0");
            version = 0;
        }

        if (!DateOnly.TryParseExact(Key(charter, "date")?.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            Fail(pack, "charter.date: is no date");
        }

        if (pack.Errors.Count == 0)
        {
            _charter = new(version, LocalizedText.Restore(source!, 1, versions), date, Act.BySystem(clock.At(date, TimeOnly.MinValue)));
        }
    }

    public override Task Save(PlatformDb db, CancellationToken stop)
    {
        db.Add(_charter!);
        return Task.CompletedTask;
    }

    private static void Fail(PackFolder pack, string reason) => pack.Errors.Add(new("pack.json", 0, reason));

    private static JsonElement? Key(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}

/// <summary>The demonstration's people, with their roles and their yes to the charter.</summary>
internal sealed class PeoplePack(Clock clock) : PackPart
{
    private static readonly string[] OrganisationKinds =
        ["agency", "partner", "commune", "association", "company", "school", "union", "media", "culture", "health", "public-service"];

    private readonly List<Person> _people = [];
    private int _charter;

    public override int Order => 30;

    public override bool IsDemonstration => true;

    public override void Read(PackFolder pack)
    {
        var root = pack.ReadJson("pack.json");
        _charter = root is { } r && r.TryGetProperty("charter", out var c) && c.TryGetProperty("version", out var v) ? v.GetInt32() : 0;
        var since = root is { } f && f.TryGetProperty("storyDate", out var d) && DateOnly.TryParse(d.GetString(), CultureInfo.InvariantCulture, out var day)
            ? day.AddYears(-1) : clock.Today.AddYears(-1);
        var territory = PackTerritory.Of(pack);
        HashSet<string> ids = [], emails = new(StringComparer.OrdinalIgnoreCase), keys = [];
        foreach (var row in pack.ReadCsv(PackPeople.File))
        {
            Check(row, ids, emails, keys);
            CheckPlace(row, territory);
            var act = Act.BySystem(clock.At(since, new(9, 0)));
            var who = new NewPerson(row["given"], row["family"], row["email"], row["language"], row["side"], row["commune"], Filled(row["organisation"]), Filled(row["organisation_kind"]));
            var person = Person.Register(who, act.At, PackPeople.IdOf(row["id"]), Filled(row["demo_key"]));
            foreach (var role in PackPeople.Split(row["roles"]).Where(Role.All.Contains))
            {
                person.Grant(role, since, null, act);
            }

            _people.Add(person);
        }
    }

    public override Task Save(PlatformDb db, CancellationToken stop)
    {
        db.AddRange(_people);
        db.AddRange(_people.Select(p => new CharterAcceptance(p.Id, _charter, p.RegisteredAt)));
        return Task.CompletedTask;
    }

    private static void Check(PackRow row, HashSet<string> ids, HashSet<string> emails, HashSet<string> keys)
    {
        Once(row, "id", ids);
        Once(row, "email", emails);
        row.Required("given");
        row.Required("family");
        if (!Language.Official.Contains(row["language"]))
        {
            row.Fail($"unknown language «{row["language"]}»");
        }

        foreach (var role in PackPeople.Split(row["roles"]).Where(r => !Role.All.Contains(r)))
        {
            row.Fail($"unknown role «{role}»");
        }

        if (row["demo_key"] is { Length: > 0 } key && (!DemoKeys.All.Contains(key) || !keys.Add(key)))
        {
            row.Fail($"«demo_key» is unknown or stands twice: «{key}»");
        }
    }

    private static void CheckPlace(PackRow row, PackTerritory territory)
    {
        if (!territory.Sides.Contains(row["side"]))
        {
            row.Fail($"unknown side «{row["side"]}»");
        }

        if (!territory.SideOfCommune.TryGetValue(row["commune"], out var lies))
        {
            row.Fail($"unknown commune «{row["commune"]}»");
        }
        else if (territory.Sides.Contains(row["side"]) && lies != row["side"])
        {
            row.Fail($"commune {row["commune"]} lies on the side «{lies}»");
        }

        if (row["organisation"].Length == 0 != (row["organisation_kind"].Length == 0))
        {
            row.Fail("«organisation» and «organisation_kind» are filled together or not at all");
        }
        else if (row["organisation_kind"].Length > 0 && !OrganisationKinds.Contains(row["organisation_kind"]))
        {
            row.Fail($"unknown organisation kind «{row["organisation_kind"]}»");
        }
    }

    private static void Once(PackRow row, string column, HashSet<string> seen)
    {
        if (!seen.Add(row.Required(column)))
        {
            row.Fail($"«{column}» stands twice: «{row[column]}»");
        }
    }

    private static string? Filled(string cell) => cell.Length == 0 ? null : cell;
}
