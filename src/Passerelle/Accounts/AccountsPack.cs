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
        if (pack.ReadJson("pack.json") is not { } json)
        {
            return;
        }

        if (json.Item("charter")?.Keys("version", "date", "source", "files") is not { } charter)
        {
            json.Fail("charter", "is missing");
            return;
        }

        var (source, version, date) = (charter.OneOf("source", "language", Language.Official), charter.Int("version"), charter.Day("date"));
        List<TextVersion> versions = [];
        foreach (var language in Language.Official)
        {
            if (charter.Item("files")?.Optional(language) is not { } file)
            {
                charter.Fail("files", $"missing language «{language}»");
            }
            else if (Path.GetFileName(file) != file)
            {
                charter.Fail("files", $"«{file}» is no name of a file in the pack");
            }
            else if (pack.ReadText(file) is { } text)
            {
                versions.Add(new(language, Titled(pack, file, text), TextState.Approved, 1));
            }
        }

        if (versions.Count < Language.Official.Count || versions.Exists(v => v.Value.Length == 0))
        {
            return;
        }

        _charter = new(version, LocalizedText.Restore(source, 1, versions), date, Act.BySystem(clock.At(date, TimeOnly.MinValue)));
    }

    public override Task Save(PlatformDb db, CancellationToken stop)
    {
        db.Add(_charter!);
        return Task.CompletedTask;
    }

    private static string Titled(PackFolder pack, string file, string text)
    {
        if (text.Length == 0)
        {
            pack.Fail(file, 0, "the file is empty");
        }
        else if (!text.StartsWith("# ", StringComparison.Ordinal))
        {
            pack.Fail(file, 1, "is no title: «# …»");
        }

        return text;
    }
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
        var json = pack.PeekJson("pack.json");
        _charter = json?.Item("charter")?.OptionalInt("version") ?? 0;
        var since = (json?.OptionalDay("storyDate") ?? clock.Today).AddYears(-1);
        var territory = PackTerritory.Of(pack);
        HashSet<string> ids = [], emails = new(StringComparer.OrdinalIgnoreCase), keys = [];
        foreach (var row in pack.ReadCsv(PackPeople.File, "id", "given", "family", "email", "language", "side", "commune", "organisation", "organisation_kind", "roles", "demo_key"))
        {
            Check(row, ids, emails, keys);
            CheckPlace(row, territory);
            var act = Act.BySystem(clock.At(since, new(9, 0)));
            var who = new NewPerson(row["given"], row["family"], row["email"], row["language"], row["side"], row["commune"], row.Optional("organisation"), row.Optional("organisation_kind"));
            var person = Person.Register(who, act.At, PackPeople.IdOf(row["id"]), row.Optional("demo_key"));
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
        row.Slug("id");
        row.Once("id", ids);
        row.Required("email", 254);
        row.Once("email", emails);
        row.Required("given", 100);
        row.Required("family", 100);
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
}
