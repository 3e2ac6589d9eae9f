using System.Net.Mail;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using static Passerelle.Stakeholders.Texts;

namespace Passerelle.Stakeholders;

/// <summary>What everybody who reads the directory sees of an entry.</summary>
public sealed record StakeholderFacts(string Name, Guid? Organisation, IReadOnlyList<string> Languages, IReadOnlyList<string> Skills);

/// <summary>What is seen inside the group only.</summary>
public sealed record ContactData(string? Email, string? Phone, string? Address)
{
    public static ContactData None { get; } = new(null, null, null);

    public bool IsEmpty => this == None;
}

/// <summary>
/// An organisation or a person with whom groups work. Its acts stand by subject in the other parts of this class: roles,
/// contacts and consent; merging and removal.
/// </summary>
public sealed partial class Stakeholder : Root
{
    public const int NameLimit = 200;
    public const int EmailLimit = 254;
    public const int PhoneLimit = 40;
    public const int AddressLimit = 300;
    public const int SkillLimit = 60;
    public const int MostSkills = 20;

    private Stakeholder()
    {
    }

    public StakeholderKind Type { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>The organisation for which a person speaks: another entry.</summary>
    public Guid? OrganisationId { get; private set; }

    /// <summary>The account, of somebody who has one: their groups and their address are read there.</summary>
    public Guid? PersonId { get; private set; }
    public List<string> Languages { get; private set; } = [];
    public List<string> Skills { get; private set; } = [];
    public string? Email { get; private set; }
    public string? Phone { get; private set; }
    public string? Address { get; private set; }

    /// <summary>What search reads: name and skills, never contact data.</summary>
    public string Folded { get; private set; } = "";
    public string NameKey { get; private set; } = "";
    public string? EmailKey { get; private set; }

    /// <summary>The last day on which there was a reason to keep it: added, a contact, consent, the end of a role.</summary>
    public DateOnly SeenOn { get; private set; }

    public ContactData Contact => new(Email, Phone, Address);

    public bool IsPresent => MergedInto is null && RemovedAt is null;

    protected override string Kind => "stakeholder";

    public static Stakeholder Add(Guid id, StakeholderKind type, StakeholderFacts facts, Act act, Guid? account = null)
    {
        var entry = new Stakeholder { Id = id, Type = type, PersonId = account, SeenOn = DateOf(act) };
        entry.Take(facts);
        entry.Record(act, "stakeholder.added", person: account, personal: entry.Name, data: [("kind", type.ToString())]);
        return entry;
    }

    /// <summary>Writes what everybody reads.</summary>
    public void Describe(StakeholderFacts facts, Act act)
    {
        MustBePresent();
        var before = (Name, OrganisationId, string.Join('\n', Languages), string.Join('\n', Skills));
        Take(facts);
        if (before != (Name, OrganisationId, string.Join('\n', Languages), string.Join('\n', Skills)))
        {
            Record(act, "stakeholder.described", person: PersonId, personal: Name);
        }
    }

    /// <summary>
    /// Writes how to reach them. The event says which parts changed and never what they say: what is seen inside the group
    /// only must not stand in a history.
    /// </summary>
    public void Reach(ContactData contact, Act act)
    {
        MustBePresent();
        if (contact == Contact)
        {
            return;
        }

        if (contact.Email is { } email && !IsEmail(email))
        {
            throw new RuleBroken(T("rule.email"), "email");
        }

        if (!contact.IsEmpty && LastConsent is { State: ConsentState.Withdrawn })
        {
            throw new RuleBroken(T("rule.withdrawn"), "email");
        }

        string[] parts = [.. Changed("email", contact.Email, Email), .. Changed("phone", contact.Phone, Phone), .. Changed("address", contact.Address, Address)];
        Set(contact);
        Record(act, "stakeholder.reached", person: PersonId, data: [("parts", string.Join(' ', parts))]);
    }

    /// <summary>The name of the account changed, and so does the entry's.</summary>
    public void Follow(string name, Act act)
    {
        if (name.Length > 0 && name != Name && IsPresent)
        {
            Name = name;
            Fold();
            Record(act, "stakeholder.described", person: PersonId, personal: Name);
        }
    }

    /// <summary>A mail address in its plain form.</summary>
    public static bool IsEmail(string typed) =>
        MailAddress.TryCreate(typed, out var address) && address.Address == typed
        && typed.IndexOf('.', typed.LastIndexOf('@') + 1) > 0 && typed.All(c => c > ' ' && c is not ('<' or '>' or '"' or '(' or ')' or ','));

    private void Take(StakeholderFacts facts)
    {
        if (facts.Name.Length == 0)
        {
            throw new RuleBroken(T("rule.name"), "name");
        }

        if (facts.Organisation is not null && (Type == StakeholderKind.Organisation || facts.Organisation == Id))
        {
            throw new RuleBroken(T("rule.organisation"), "organisation");
        }

        if (facts.Skills.Count > MostSkills)
        {
            throw new RuleBroken(T("rule.skills", MostSkills), "skills");
        }

        (Name, OrganisationId) = (facts.Name, facts.Organisation);
        Languages = [.. facts.Languages.Distinct(StringComparer.Ordinal)];
        Skills = [.. facts.Skills.DistinctBy(Platform.Localization.Fold.Of)];
        Fold();
    }

    private static IEnumerable<string> Changed(string part, string? now, string? before) => now == before ? [] : [part];

    private void Set(ContactData contact)
    {
        (Email, Phone, Address) = (contact.Email, contact.Phone, contact.Address);
        EmailKey = Keys.Email(Email);
    }

    private void Fold()
    {
        Folded = Platform.Localization.Fold.Of(string.Join(' ', Skills.Prepend(Name)));
        NameKey = Keys.Name(Name);
    }

    private void MustBePresent()
    {
        if (!IsPresent)
        {
            throw new RuleBroken(T(RemovedAt is null ? "rule.merged" : "rule.removed"));
        }
    }

    private void Seen(DateOnly on) => SeenOn = on > SeenOn ? on : SeenOn;

    private static DateOnly DateOf(Act act) => Say.LocalDate(act.At);
}
