using Microsoft.AspNetCore.Identity;
using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;
using Passerelle.Platform.Localization;

namespace Passerelle.Accounts;

/// <summary>What is asked of somebody who registers.</summary>
internal sealed record NewPerson(string Given, string Family, string Email, string Language, string? Side = null, string? Commune = null, string? Organisation = null, string? OrganisationKind = null);

/// <summary>What a person may change about themselves.</summary>
internal sealed record Profile(string Given, string Family, string? Pseudonym, string Language, string? Side, string? Commune, string? Organisation);

/// <summary>
/// Somebody with an account: a proven address, a name or a public pseudonym, and roles for a time. It derives from
/// Identity's user, so it records its events as a root does, without being one.
/// </summary>
internal sealed class Person : IdentityUser<Guid>, IRecords
{
    private readonly List<Event> _pending = [];
    private readonly List<RoleGrant> _grants = [];

    private Person()
    {
    }

    public int Version { get; private set; } = 1;
    public string GivenName { get; private set; } = "";
    public string FamilyName { get; private set; } = "";

    /// <summary>Shown in place of the name, when the person chose one.</summary>
    public string? Pseudonym { get; private set; }
    public string Language { get; private set; } = "";
    public string? Side { get; private set; }
    public string? Commune { get; private set; }
    public string? Organisation { get; private set; }
    public string? OrganisationKind { get; private set; }
    public DateTimeOffset RegisteredAt { get; private set; }
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>The name under which the demonstration's sign-in page offers this person.</summary>
    public string? DemoKey { get; private set; }

    /// <summary>What search reads; not the address, which is contact data.</summary>
    public string Folded { get; private set; } = "";

    public IReadOnlyCollection<RoleGrant> Grants => _grants;

    /// <summary>The name as others see it; where no language is set, as in a job, an erased person has but a dash.</summary>
    public string PublicName => PublicNameOf(GivenName, FamilyName, Pseudonym, ErasedAt is not null);

    public string FullName => $"{GivenName} {FamilyName}".Trim();

    IReadOnlyList<Event> IRecords.Pending => _pending;

    void IRecords.Written() => _pending.Clear();

    public static string Normal(string email) => email.Trim().Normalize().ToUpperInvariant();

    /// <summary>An account whose address is proven.</summary>
    public static Person Register(NewPerson who, DateTimeOffset at, Guid? id = null, string? demoKey = null)
    {
        var email = who.Email.Trim();
        var person = new Person
        {
            Id = id ?? Guid.CreateVersion7(),
            Email = email,
            UserName = email,
            NormalizedEmail = Normal(email),
            NormalizedUserName = Normal(email),
            EmailConfirmed = true,
            LockoutEnabled = true,
            SecurityStamp = NewStamp(),
            GivenName = who.Given,
            FamilyName = who.Family,
            Language = who.Language,
            Side = who.Side,
            Commune = who.Commune,
            Organisation = who.Organisation,
            OrganisationKind = who.OrganisationKind,
            RegisteredAt = at,
            DemoKey = demoKey,
        };
        person.Fold();
        person.Record(new(person.Id, at), "person.registered");
        return person;
    }

    public void MustBe(int version)
    {
        if (version != Version)
        {
            throw new Conflict();
        }
    }

    public void Change(Profile profile, Act act)
    {
        (GivenName, FamilyName, Pseudonym) = (profile.Given, profile.Family, profile.Pseudonym);
        (Language, Side, Commune, Organisation) = (profile.Language, profile.Side, profile.Commune, profile.Organisation);
        Fold();
        Record(act, "person.changed");
    }

    /// <summary>Gives a role for a time; one person holds a role only once at a time.</summary>
    public void Grant(string role, DateOnly from, DateOnly? until, Act act)
    {
        if (!Role.All.Contains(role))
        {
            throw new RuleBroken(Texts.T("role.unknown"), "role");
        }

        if (until < from)
        {
            throw new RuleBroken(Texts.T("role.order"), "until");
        }

        if (_grants.Exists(g => g.Role == role && (until is null || g.From <= until) && (g.Until is null || g.Until >= from)))
        {
            throw new RuleBroken(Texts.T("role.overlap", Texts.T("role." + role)), "role");
        }

        _grants.Add(new(Id, role, from, until));
        Record(act, "person.granted", person: Id, data: [("role", role), ("from", from.ToString("o")), ("until", until?.ToString("o"))]);
    }

    /// <summary>Ends a role with the day before, so that the person is without it at once.</summary>
    public void End(Guid grant, DateOnly today, Act act)
    {
        if (_grants.Find(g => g.Id == grant) is not { } found || !found.EndBefore(today))
        {
            throw new RuleBroken(Texts.T("role.over"));
        }

        Record(act, "person.ended", person: Id, data: [("role", found.Role)]);
    }

    /// <summary>Every cookie given out before is worth nothing from now on.</summary>
    public void SignOutEverywhere(Act act)
    {
        SecurityStamp = NewStamp();
        Record(act, "person.signedout");
    }

    /// <summary>Takes a new address that is proven; whoever is still signed in elsewhere is no longer. The old one is kept to erase what was sent there.</summary>
    public void Move(string email, Act act)
    {
        var old = Email;
        (Email, UserName) = (email.Trim(), email.Trim());
        (NormalizedEmail, NormalizedUserName) = (Normal(email), Normal(email));
        SecurityStamp = NewStamp();
        Fold();
        Record(act, "person.email", personal: old);
    }

    /// <summary>Notes a change of how the person signs in, such as «person.password».</summary>
    public void Secure(string name, Act act) => Record(act, name);

    /// <summary>Takes away all that tells who it was. The row stays, since decisions and histories name its id.</summary>
    public void Erase(DateOnly today, Act act)
    {
        foreach (var grant in _grants)
        {
            grant.EndBefore(today);
        }

        (GivenName, FamilyName, Pseudonym, Side, Commune) = ("", "", null, null, null);
        (Organisation, OrganisationKind, DemoKey, Folded) = (null, null, null, "");
        (Email, NormalizedEmail, UserName, NormalizedUserName) = (null, null, null, null);
        (PasswordHash, PhoneNumber, EmailConfirmed, TwoFactorEnabled) = (null, null, false, false);
        SecurityStamp = NewStamp();
        ErasedAt = act.At;
        Record(act, "person.erased", person: Id);
    }

    public PersonCard Card() => CardOf(Id, GivenName, FamilyName, Pseudonym, Language, Side, Commune, Organisation, Email, ErasedAt);

    /// <summary>The card from its columns alone, for a query that reads many.</summary>
    public static PersonCard CardOf(Guid id, string given, string family, string? pseudonym, string language, string? side, string? commune, string? organisation, string? email, DateTimeOffset? erased) =>
        new(id, PublicNameOf(given, family, pseudonym, erased is not null), language, side, commune, organisation, email ?? "", erased is not null);

    private static string PublicNameOf(string given, string family, string? pseudonym, bool erased) =>
        erased ? Texts.Source.Find("person.erased") ?? "–" : pseudonym ?? $"{given} {family}".Trim();

    private static string NewStamp() => Guid.NewGuid().ToString("N");

    private void Fold() => Folded = Platform.Localization.Fold.Of($"{GivenName} {FamilyName} {Pseudonym} {Organisation}");

    private void Record(Act act, string name, Guid? person = null, string? personal = null, params (string Key, string? Value)[] data)
    {
        _pending.Add(new(act, name, "person", Id, isPublic: false, person ?? Id, personal, data));
        if (_pending.Count == 1)
        {
            Version++;
        }
    }
}
