using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using static Passerelle.Stakeholders.Texts;

namespace Passerelle.Stakeholders;

/// <summary>What they are in groups and projects, when they were met, and what they agreed to.</summary>
public sealed partial class Stakeholder
{
    public const int AsLimit = 120;
    public const int AboutLimit = 1000;
    public const int ForLimit = 300;

    public List<StakeholderRole> Roles { get; private set; } = [];
    public List<ContactNote> Contacts { get; private set; } = [];
    public List<Consent> Consents { get; private set; } = [];

    /// <summary>The last step of the consent.</summary>
    public Consent? LastConsent => Consents.OrderByDescending(c => c.On).ThenByDescending(c => c.At).FirstOrDefault();

    public ContactNote? LastContact => Contacts.OrderByDescending(c => c.On).ThenByDescending(c => c.Id).FirstOrDefault();

    /// <summary>Says what they are in a group or in a project: exactly one of the two.</summary>
    public void GiveRole(Guid id, Guid? group, Guid? project, string role, DateOnly since, Act act)
    {
        MustBePresent();
        if (Roles.Exists(r => r.Id == id))
        {
            return;
        }

        if (group is null == project is null)
        {
            throw new RuleBroken(T("rule.place"), "place");
        }

        if (since > DateOf(act))
        {
            throw new RuleBroken(T("rule.future"), "since");
        }

        if (Roles.Exists(r => r.IsOn(DateOf(act)) && r.GroupId == group && r.ProjectId == project && Platform.Localization.Fold.Of(r.As) == Platform.Localization.Fold.Of(role)))
        {
            throw new RuleBroken(T("rule.role.twice"), "as");
        }

        Roles.Add(new() { Id = id, StakeholderId = Id, GroupId = group, ProjectId = project, As = role, Since = since });
        Record(act, "stakeholder.role-given", person: PersonId, personal: role, data: [("group", group?.ToString()), ("project", project?.ToString())]);
    }

    public void EndRole(Guid id, DateOnly on, Act act)
    {
        MustBePresent();
        var role = Roles.Find(r => r.Id == id && r.Until is null) ?? throw new RuleBroken(T("rule.role.over"));
        if (on > DateOf(act) || on < role.Since)
        {
            throw new RuleBroken(T(on < role.Since ? "rule.role.before" : "rule.future"), "on");
        }

        role.Until = on;
        Seen(on);
        Record(act, "stakeholder.role-ended", person: PersonId, personal: role.As, data: [("group", role.GroupId?.ToString()), ("project", role.ProjectId?.ToString())]);
    }

    public void NoteContact(Guid id, DateOnly on, Channel channel, string about, Act act)
    {
        MustBePresent();
        if (Contacts.Exists(c => c.Id == id))
        {
            return;
        }

        NotLater(on, act);
        Contacts.Add(new() { Id = id, StakeholderId = Id, On = on, Channel = channel, About = about, ById = act.Person });
        Seen(on);
        Record(act, "stakeholder.contacted", person: PersonId, data: [("on", on.Iso()), ("channel", channel.ToString())]);
    }

    public void AskConsent(Guid id, DateOnly on, Act act)
    {
        if (Note(id, ConsentState.Asked, on, null, null, act))
        {
            Record(act, "stakeholder.consent-asked", person: PersonId, data: [("on", on.Iso())]);
        }
    }

    public void GiveConsent(Guid id, DateOnly on, string what, ConsentWay way, Act act)
    {
        if (Note(id, ConsentState.Given, on, what, way, act))
        {
            Seen(on);
            Record(act, "stakeholder.consent-given", person: PersonId, personal: what, data: [("on", on.Iso()), ("way", way.ToString())]);
        }
    }

    /// <summary>Consent is withdrawn: the contact data goes at once. Whether the entry stays is decided by whoever knows its roles.</summary>
    public void WithdrawConsent(Guid id, DateOnly on, Act act)
    {
        if (Note(id, ConsentState.Withdrawn, on, null, null, act))
        {
            ForgetContact();
            Record(act, "stakeholder.consent-withdrawn", person: PersonId, data: [("on", on.Iso())]);
        }
    }

    /// <summary>Erases how to reach them, here and in what a merger keeps.</summary>
    internal void ForgetContact()
    {
        Set(ContactData.None);
        foreach (var merge in Merges)
        {
            (merge.Before, merge.After) = (null, null);
        }
    }

    private bool Note(Guid id, ConsentState state, DateOnly on, string? what, ConsentWay? way, Act act)
    {
        MustBePresent();
        if (Consents.Exists(c => c.Id == id))
        {
            return false;
        }

        NotLater(on, act);
        if (LastConsent is { } last && on < last.On)
        {
            throw new RuleBroken(T("rule.consent.before", Say.LongDate(last.On)), "on");
        }

        Consents.Add(new() { Id = id, StakeholderId = Id, State = state, On = on, At = Instants.Cut(act.At), For = what, Way = way });
        return true;
    }

    private static void NotLater(DateOnly on, Act act)
    {
        if (on > DateOf(act))
        {
            throw new RuleBroken(T("rule.future"), "on");
        }
    }
}
