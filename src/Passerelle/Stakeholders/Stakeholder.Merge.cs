using System.Text.Json;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using static Passerelle.Stakeholders.Texts;

namespace Passerelle.Stakeholders;

/// <summary>Which values stay when two entries become one: true takes the other one's. Null leaves it to <see cref="Stakeholder.Preset"/>.</summary>
public sealed record MergeChoice(bool? Name = null, bool? Organisation = null, bool? Email = null, bool? Phone = null, bool? Address = null);

/// <summary>One entry goes on in another one, and comes back; an entry is removed.</summary>
public sealed partial class Stakeholder
{
    /// <summary>The entry in which this one went on.</summary>
    public Guid? MergedInto { get; private set; }

    /// <summary>Its name and all that is personal are gone.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>The entries that went on in this one.</summary>
    public List<StakeholderMerge> Merges { get; private set; } = [];

    /// <summary>
    /// The other entry goes on in this one: each value as chosen, languages and skills united, roles, contacts and consents
    /// moved here, and so do the people of an organisation. The other one keeps its own values, for the way back.
    /// </summary>
    public void Absorb(Stakeholder other, Guid id, MergeChoice choice, IReadOnlyList<Stakeholder> people, Act act)
    {
        MustBePresent();
        if (other.Id == Id)
        {
            throw new RuleBroken(T("rule.merge.itself"));
        }

        other.MustBePresent();
        if (other.Type != Type)
        {
            throw new RuleBroken(T("rule.merge.kinds"));
        }

        if (PersonId is not null && other.PersonId is not null)
        {
            throw new RuleBroken(T("rule.merge.accounts"));
        }

        var (before, preset) = (Kept.Of(this), Preset(other));
        T Chosen<T>(bool? chosen, bool otherwise, Func<Stakeholder, T> value) => value(chosen ?? otherwise ? other : this);
        Set(new(Chosen(choice.Email, preset.Email!.Value, s => s.Email), Chosen(choice.Phone, preset.Phone!.Value, s => s.Phone), Chosen(choice.Address, preset.Address!.Value, s => s.Address)));
        Name = Chosen(choice.Name, preset.Name!.Value, s => s.Name);
        var organisation = Chosen(choice.Organisation, preset.Organisation!.Value, s => s.OrganisationId);
        OrganisationId = organisation == Id || organisation == other.Id ? null : organisation;
        Languages = [.. Languages.Union(other.Languages, StringComparer.Ordinal)];
        Skills = [.. Skills.Concat(other.Skills).DistinctBy(Platform.Localization.Fold.Of)];
        var (account, moved) = (other.PersonId, Move(other));
        foreach (var person in people.Where(p => p.OrganisationId == other.Id))
        {
            person.OrganisationId = Id;
            moved.Add(person.Id);
        }

        (PersonId, other.PersonId, other.MergedInto) = (PersonId ?? account, null, Id);
        if (LastConsent is { State: ConsentState.Withdrawn })
        {
            Set(ContactData.None); // whoever withdrew it in one entry did so in both
        }

        Seen(other.SeenOn);
        Fold();
        Merges.Add(new()
        {
            Id = id,
            FromId = other.Id,
            IntoId = Id,
            At = Instants.Cut(act.At),
            ById = act.Person,
            Moved = moved,
            MovedAccount = account is not null,
            Before = JsonSerializer.Serialize(before),
            After = JsonSerializer.Serialize(Kept.Of(this)),
        });
        Record(act, "stakeholder.absorbed", person: PersonId, personal: other.Name, data: [("from", other.Id.ToString())]);
        other.Record(act, "stakeholder.merged", personal: Name, data: [("into", Id.ToString())]);
    }

    /// <summary>For each value, whether the other one's is the better: where this one has none, or the other entry is newer and has one.</summary>
    public MergeChoice Preset(Stakeholder other)
    {
        var newer = other.SeenOn > SeenOn;
        bool Better(object? mine, object? theirs) => theirs is not null && (mine is null || (newer && !theirs.Equals(mine)));
        return new(other.Name.Length > Name.Length, Better(OrganisationId, other.OrganisationId), Better(Email, other.Email), Better(Phone, other.Phone), Better(Address, other.Address));
    }

    /// <summary>
    /// Both entries are again what they were: what came with the other one goes back with it, and what was added since
    /// stays here.
    /// </summary>
    public void Part(Stakeholder other, Guid id, IReadOnlyList<Stakeholder> people, Act act)
    {
        MustBePresent();
        var merge = Merges.Find(m => m.Id == id && m.FromId == other.Id) ?? throw new RuleBroken(T("rule.part.unknown"));
        if (merge.UndoneAt is not null)
        {
            throw new RuleBroken(T("rule.part.done"));
        }

        if (!merge.CanBeUndone || other.RemovedAt is not null)
        {
            throw new RuleBroken(T("rule.part.erased"));
        }

        Back(JsonSerializer.Deserialize<Kept>(merge.Before!)!, JsonSerializer.Deserialize<Kept>(merge.After!)!);
        other.Move(this, merge.Moved.ToHashSet());
        foreach (var person in people.Where(p => p.OrganisationId == Id && merge.Moved.Contains(p.Id)))
        {
            person.OrganisationId = other.Id;
        }

        if (merge.MovedAccount)
        {
            (other.PersonId, PersonId) = (PersonId, null);
        }

        other.MergedInto = null;
        merge.UndoneAt = Instants.Cut(act.At);
        (merge.Before, merge.After) = (null, null);
        Record(act, "stakeholder.parted", person: PersonId, personal: other.Name, data: [("from", other.Id.ToString())]);
        other.Record(act, "stakeholder.came-back", person: other.PersonId, personal: Name, data: [("into", Id.ToString())]);
    }

    /// <summary>Somebody looked, and these two are not the same.</summary>
    public void HoldApart(Stakeholder other, Act act)
    {
        MustBePresent();
        if (other.Id == Id)
        {
            throw new RuleBroken(T("rule.merge.itself"));
        }

        other.MustBePresent();
        Record(act, "stakeholder.held-apart", person: PersonId, personal: other.Name, data: [("other", other.Id.ToString())]);
    }

    /// <summary>Nothing of it stays but that there was an entry. Its merged entries are removed with it.</summary>
    public void Remove(Act act)
    {
        MustBePresent();
        Erase(act);
        Record(act, "stakeholder.removed");
    }

    /// <summary>The same for an entry that went on in one that is removed.</summary>
    internal void RemoveMerged(Act act) => Erase(act);

    private void Erase(Act act)
    {
        ForgetContact();
        (Name, Folded, NameKey, OrganisationId, PersonId) = ("", "", "", null, null);
        (Languages, Skills, RemovedAt) = ([], [], Instants.Cut(act.At));
        Roles.Clear();
        Contacts.Clear();
        Consents.Clear();
    }

    /// <summary>Takes over what hangs on another entry, all of it or what is named.</summary>
    private List<Guid> Move(Stakeholder from, HashSet<Guid>? only = null)
    {
        var (roles, contacts, consents) = (from.Roles.FindAll(r => only?.Contains(r.Id) ?? true), from.Contacts.FindAll(c => only?.Contains(c.Id) ?? true), from.Consents.FindAll(c => only?.Contains(c.Id) ?? true));
        foreach (var role in roles)
        {
            from.Roles.Remove(role);
            role.StakeholderId = Id;
            Roles.Add(role);
        }

        foreach (var contact in contacts)
        {
            from.Contacts.Remove(contact);
            contact.StakeholderId = Id;
            Contacts.Add(contact);
        }

        foreach (var consent in consents)
        {
            from.Consents.Remove(consent);
            consent.StakeholderId = Id;
            Consents.Add(consent);
        }

        return [.. roles.Select(r => r.Id), .. contacts.Select(c => c.Id), .. consents.Select(c => c.Id)];
    }

    /// <summary>What the merger changed and nobody since becomes again what it was.</summary>
    private void Back(Kept before, Kept after)
    {
        TValue Was<TValue>(TValue was, TValue became, TValue now) => EqualityComparer<TValue>.Default.Equals(now, became) ? was : now;
        List<string> Without(List<string> was, List<string> became, List<string> now) => [.. was.Where(v => now.Contains(v) || !became.Contains(v)).Concat(now.Where(v => !became.Contains(v))).Distinct()];
        Set(new(Was(before.Email, after.Email, Email), Was(before.Phone, after.Phone, Phone), Was(before.Address, after.Address, Address)));
        (Name, OrganisationId) = (Was(before.Name, after.Name, Name), Was(before.Organisation, after.Organisation, OrganisationId));
        (Languages, Skills) = (Without(before.Languages, after.Languages, Languages), Without(before.Skills, after.Skills, Skills));
        Fold();
    }

    /// <summary>What a merger may change of the surviving entry.</summary>
    private sealed record Kept(string Name, Guid? Organisation, string? Email, string? Phone, string? Address, List<string> Languages, List<string> Skills)
    {
        public static Kept Of(Stakeholder entry) => new(entry.Name, entry.OrganisationId, entry.Email, entry.Phone, entry.Address, entry.Languages, entry.Skills);
    }
}
