using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups;

public enum InvitationState
{
    Open,
    Accepted,
    Declined,
    Withdrawn,
    Lapsed,
}

/// <summary>Whom the coordinator would like to see in the group, and in which college.</summary>
public sealed record Invitee(string Email, string Name, College College, string? Organisation, string Language);

/// <summary>
/// An address that is asked to join a group. Whoever reads its mail answers by one link, once; nobody is a member
/// before that. Only a hash of the link's secret is kept.
/// </summary>
public sealed class Invitation : Root
{
    /// <summary>How long an invitation waits for its answer.</summary>
    public const int Days = 30;

    private Invitation()
    {
    }

    public Guid GroupId { get; private set; }
    public string Email { get; private set; } = "";

    /// <summary>The address as it is compared: one open invitation for each in a group.</summary>
    public string EmailKey { get; private set; } = "";

    /// <summary>As the coordinator knows the person; may be empty.</summary>
    public string Name { get; private set; } = "";
    public College College { get; private set; }
    public string? Organisation { get; private set; }
    public string Language { get; private set; } = "";
    public Guid? InvitedBy { get; private set; }
    public DateTimeOffset SentAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public InvitationState State { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public Guid? PersonId { get; private set; }

    /// <summary>Of the link's secret; none until the mail is written.</summary>
    public string? Hash { get; private set; }

    protected override string Kind => "invitation";

    public static Invitation To(Guid id, Group group, Invitee who, Act act)
    {
        if (!group.IsActive)
        {
            throw new RuleBroken(T("rule.over"));
        }

        var invitation = new Invitation
        {
            Id = id,
            GroupId = group.Id,
            Email = who.Email,
            EmailKey = KeyOf(who.Email),
            Name = who.Name,
            College = who.College,
            Organisation = who.Organisation,
            Language = who.Language,
            InvitedBy = act.Person,
            SentAt = act.At,
            ExpiresAt = act.At.AddDays(Days),
        };
        invitation.Record(act, "invitation.sent", data: [("group", group.Id.ToString()), ("college", who.College.ToString())]);
        return invitation;
    }

    public static string KeyOf(string email) => email.Trim().ToUpperInvariant();

    public bool IsOpen(DateTimeOffset now) => State == InvitationState.Open && now < ExpiresAt;

    public bool HasExpired(DateTimeOffset now) => State == InvitationState.Open && now >= ExpiresAt;

    /// <summary>A new secret for the link in the mail; a link sent before is worth nothing from now on.</summary>
    public string Seal()
    {
        var secret = Secret.New();
        Hash = Secret.HashOf(secret);
        return secret;
    }

    /// <summary>Says yes. The address is forgotten: from now on there is an account.</summary>
    public void Accept(Guid person, Act act)
    {
        Answer(InvitationState.Accepted, act);
        (PersonId, Email, EmailKey, Name) = (person, "", Id.ToString("N"), "");
        Record(act, "invitation.accepted", person: person, data: [("group", GroupId.ToString()), ("college", College.ToString())]);
    }

    public void Decline(Act act)
    {
        Answer(InvitationState.Declined, act);
        Record(act, "invitation.declined", data: [("group", GroupId.ToString())]);
    }

    public void Withdraw(Act act)
    {
        if (State != InvitationState.Open)
        {
            throw new RuleBroken(OverText);
        }

        (State, AnsweredAt) = (InvitationState.Withdrawn, act.At);
        Record(act, "invitation.withdrawn", data: [("group", GroupId.ToString())]);
    }

    /// <summary>Sends it again, with a new link and a new delay.</summary>
    public void Resend(Act act)
    {
        if (State != InvitationState.Open)
        {
            throw new RuleBroken(OverText);
        }

        (SentAt, ExpiresAt) = (act.At, act.At.AddDays(Days));
        Record(act, "invitation.resent", data: [("group", GroupId.ToString())]);
    }

    /// <summary>Makes room for a new invitation to the same address, once this one has expired.</summary>
    public void Lapse(Act act)
    {
        (State, AnsweredAt) = (InvitationState.Lapsed, act.At);
        Record(act, "invitation.lapsed", data: [("group", GroupId.ToString())]);
    }

    /// <summary>Forgets whom it was for, when nobody needs to know any longer.</summary>
    public void Forget() => (Email, EmailKey, Name, Organisation) = ("", Id.ToString("N"), "", null);

    private string OverText => T($"invite.over.{State}");

    private void Answer(InvitationState answer, Act act)
    {
        if (State != InvitationState.Open)
        {
            throw new RuleBroken(OverText);
        }

        if (HasExpired(act.At))
        {
            throw new RuleBroken(T("invite.over.Lapsed"));
        }

        (State, AnsweredAt) = (answer, act.At);
    }
}
