using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;
using Passerelle.Stakeholders.Pages;

namespace Passerelle.Stakeholders;

/// <summary>Organisations and people of the demonstration, in demo/stakeholders.json; each comes about by the same acts as any other.</summary>
internal sealed class StakeholdersPack(Clock clock) : PackPart
{
    private readonly Dictionary<string, Stakeholder> _entries = new(StringComparer.Ordinal);

    public override int Order => 85;

    public override bool IsDemonstration => true;

    public override void Read(PackFolder pack)
    {
        var known = new Known(PackPeople.In(pack), pack.NamesIn("demo/groups"), pack.NamesIn("demo/projects"));
        foreach (var item in pack.FilesIn("demo", "stakeholders.json").Select(pack.ReadJson).OfType<PackItem>().SelectMany(j => j.Keys("stakeholders").List("stakeholders")))
        {
            using var _ = Language.In("en");
            try
            {
                One(item, known);
            }
            catch (RuleBroken broken)
            {
                item.Fail(broken.Message);
            }
        }
    }

    public override Task Save(PlatformDb db, CancellationToken stop)
    {
        db.AddRange(_entries.Values);
        return Task.CompletedTask;
    }

    private void One(PackItem item, Known known)
    {
        item.Keys("key", "kind", "name", "organisation", "person", "languages", "skills", "email", "phone", "address", "added", "by", "roles", "contacts", "consent");
        var (key, kind) = (item.Slug("key"), item.OneOf<StakeholderKind>("kind", "kind"));
        var organisation = item.Has("organisation") ? item.OneOf("organisation", "organisation above this one", _entries.Where(e => e.Value.Type == StakeholderKind.Organisation).Select(e => e.Key)) : null;
        var account = item.Has("person") ? known.People.GetValueOrDefault(item.OneOf("person", "person", known.People.Keys))?.Id : null;
        var (by, added) = (known.Person(item, "by"), item.Day("added"));
        Act At(DateOnly day) => new(by, clock.At(day, new(10, 0)));
        var facts = new StakeholderFacts(item.Value("name"), organisation is null ? null : _entries.GetValueOrDefault(organisation)?.Id, item.Words("languages", "language", StakeholdersPage.Languages.Contains), item.Words("skills", "skill", w => w.Length <= Stakeholder.SkillLimit));
        var entry = Stakeholder.Add(PackIds.Of("stakeholder", key), kind, facts, At(added), account);
        if (!_entries.TryAdd(key, entry))
        {
            item.Fail("key", $"«{key}» is there twice");
            return;
        }

        entry.Reach(new(item.Optional("email"), item.Optional("phone"), item.Optional("address")), At(added));
        foreach (var (n, role) in item.List("roles").Index())
        {
            role.Keys("group", "project", "as", "since");
            Guid? Of(string place, IReadOnlySet<string> names) => role.Has(place) ? PackIds.Of(place, role.OneOf(place, place, names)) : null;
            var since = role.Day("since");
            entry.GiveRole(PackIds.Of("stakeholder-role", $"{key}/{n}"), Of("group", known.Groups), Of("project", known.Projects), role.Value("as", Stakeholder.AsLimit), since, At(since < added ? added : since));
        }

        foreach (var (n, contact) in item.List("contacts").Index())
        {
            contact.Keys("on", "channel", "about", "by");
            var on = contact.Day("on");
            entry.NoteContact(PackIds.Of("stakeholder-contact", $"{key}/{n}"), on, contact.OneOf<Channel>("channel", "channel"), contact.Value("about", Stakeholder.AboutLimit), At(on) with { Person = known.Person(contact, "by") });
        }

        Agree(item, key, entry, At);
    }

    private static void Agree(PackItem item, string key, Stakeholder entry, Func<DateOnly, Act> at)
    {
        if (item.Item("consent")?.Keys("asked", "given", "for", "way") is not { } consent)
        {
            return;
        }

        if (consent.OptionalDay("asked") is { } asked)
        {
            entry.AskConsent(PackIds.Of("stakeholder-consent", $"{key}/asked"), asked, at(asked));
        }

        if (consent.OptionalDay("given") is { } given)
        {
            entry.GiveConsent(PackIds.Of("stakeholder-consent", $"{key}/given"), given, consent.Value("for", Stakeholder.ForLimit), consent.OneOf<ConsentWay>("way", "way"), at(given));
        }
    }

    private sealed record Known(IReadOnlyDictionary<string, PackPerson> People, IReadOnlySet<string> Groups, IReadOnlySet<string> Projects)
    {
        public Guid Person(PackItem item, string key) => People.GetValueOrDefault(item.OneOf(key, "person", People.Keys))?.Id ?? Guid.Empty;
    }
}
