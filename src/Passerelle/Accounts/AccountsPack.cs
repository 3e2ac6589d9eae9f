using System.Globalization;
using System.Text.Json;
using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;

namespace Passerelle.Accounts;

/// <summary>The charter: pack.json names its version and a file for each language.</summary>
internal sealed class CharterPack(Clock clock) : PackPart
{
    private CharterVersion? _charter;

    public override int Order => 20;

    public override void Read(PackFolder pack)
    {
        if (pack.ReadJson("pack.json") is not { } root || !root.TryGetProperty("charter", out var charter))
        {
            pack.Errors.Add(new("pack.json", 0, "charter: is missing"));
            return;
        }

        var (files, source) = (charter.GetProperty("files"), charter.GetProperty("source").GetString()!);
        List<TextVersion> versions = [];
        foreach (var language in Language.Official)
        {
            if (files.TryGetProperty(language, out var file) && file.GetString() is { } name && pack.Has(name))
            {
                versions.Add(new(language, pack.ReadText(name), TextState.Approved, 1));
            }
            else
            {
                pack.Errors.Add(new("pack.json", 0, $"charter.files: missing language «{language}»"));
            }
        }

        if (!DateOnly.TryParseExact(charter.GetProperty("date").GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            pack.Errors.Add(new("pack.json", 0, "charter.date: is no date"));
        }
        else if (versions.Count == Language.Official.Count)
        {
            _charter = new(charter.GetProperty("version").GetInt32(), LocalizedText.Restore(source, 1, versions), date, Act.BySystem(clock.At(date, TimeOnly.MinValue)));
        }
    }

    public override Task Save(PlatformDb db, CancellationToken stop)
    {
        db.Add(_charter!);
        return Task.CompletedTask;
    }
}

/// <summary>The demonstration's people, with their roles and their yes to the charter.</summary>
internal sealed class PeoplePack(Clock clock) : PackPart
{
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
        HashSet<string> ids = [], emails = [], keys = [];
        foreach (var row in pack.ReadCsv(PackPeople.File))
        {
            Check(row, ids, emails, keys);
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
        db.AddRange(_people.Select(p => new CharterAcceptance { PersonId = p.Id, Number = _charter, At = p.RegisteredAt }));
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

    private static void Once(PackRow row, string column, HashSet<string> seen)
    {
        if (!seen.Add(row.Required(column)))
        {
            row.Fail($"«{column}» stands twice: «{row[column]}»");
        }
    }

    private static string? Filled(string cell) => cell.Length == 0 ? null : cell;
}
