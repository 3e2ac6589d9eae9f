using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.ActionGroups.Emails;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Email;
using Passerelle.Platform.Events;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups;

/// <summary>Who is told of what happens among the members, each in their own language.</summary>
internal sealed class MemberMails(PlatformDb db, People people, MailDesk mail, PlatformOptions options, Clock clock) : EventHandling
{
    public override string Name => "groups.member-mails";

    public override IReadOnlyList<string> Names { get; } =
        ["group.join-asked", "group.member-admitted", "group.member-declined", "group.member-to-confirm", "invitation.sent", "invitation.resent", "invitation.accepted"];

    public override Task Handle(Event happened, CancellationToken stop) => happened.Name switch
    {
        "group.join-asked" => Asked(happened, stop),
        "group.member-admitted" or "group.member-declined" => Answered(happened, stop),
        "group.member-to-confirm" => ToConfirm(happened, stop),
        "invitation.accepted" => Welcomed(happened, stop),
        _ => Invite(happened, stop),
    };

    private async Task Asked(Event happened, CancellationToken stop)
    {
        if (await db.Group(happened.SubjectId, stop) is not { } group
            || group.Requests.Find(r => r.PersonId == happened.PersonId && r.State == RequestState.Open) is not { } request)
        {
            return; // answered or taken back meanwhile
        }

        var cards = await people.Cards([request.PersonId, .. Guides(group)], stop);
        foreach (var guide in Guides(group).Select(cards.GetValueOrDefault).OfType<PersonCard>())
        {
            await Send<JoinAsked>(guide, () => T("mail.asked.subject", group.Name.Read(Language.Content).Value), $"/desk/groups/{group.Slug}/requests/{request.Id}", () => new()
            {
                ["Group"] = group,
                ["Name"] = cards.NameOf(request.PersonId) ?? T("members.unknown"),
                ["College"] = request.College,
                ["Word"] = request.Word,
                ["WordLanguage"] = request.Language,
            });
        }
    }

    private async Task Answered(Event happened, CancellationToken stop)
    {
        var admitted = happened.Name == "group.member-admitted";
        if (await db.Group(happened.SubjectId, stop) is not { } group || (await people.Cards([happened.PersonId!.Value], stop)).GetValueOrDefault(happened.PersonId.Value) is not { } asker)
        {
            return;
        }

        var college = group.Requests.Where(r => r.PersonId == asker.Id).OrderByDescending(r => r.DecidedAt).Select(r => r.College).FirstOrDefault(College.Citizen);
        await Send<RequestAnswered>(asker, () => T(admitted ? "mail.admitted.title" : "mail.declined.title"), $"/groups/{group.Slug}{(admitted ? "/area" : "")}", () => new()
        {
            ["Group"] = group,
            ["College"] = college,
            ["Admitted"] = admitted,
            ["Reason"] = admitted ? null : happened.Personal,
        });
    }

    private async Task ToConfirm(Event happened, CancellationToken stop)
    {
        if (await db.Group(happened.SubjectId, stop) is not { } group || happened.PersonId is not { } person)
        {
            return;
        }

        var coordinators = group.CoordinatorsOn(clock.Today).Select(c => c.PersonId).Distinct().ToList();
        var cards = await people.Cards([person, .. coordinators], stop);
        foreach (var reader in coordinators.Prepend(person).Distinct().Select(cards.GetValueOrDefault).OfType<PersonCard>())
        {
            var own = reader.Id == person;
            await Send<MandateOver>(reader, () => T(own ? "mail.mandate.own.title" : "mail.mandate.title"),
                own ? $"/groups/{group.Slug}" : $"/desk/groups/{group.Slug}/members/{person}/confirm", () => new()
                {
                    ["Group"] = group,
                    ["Name"] = cards.NameOf(person) ?? T("members.unknown"),
                    ["Own"] = own,
                });
        }
    }

    private async Task Welcomed(Event happened, CancellationToken stop)
    {
        if (await db.Set<Invitation>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == happened.SubjectId, stop) is not { PersonId: { } person } invitation
            || await db.Group(invitation.GroupId, stop) is not { } group || (await people.Cards([person], stop)).GetValueOrDefault(person) is not { } member)
        {
            return;
        }

        await Send<RequestAnswered>(member, () => T("mail.admitted.title"), $"/groups/{group.Slug}/area",
            () => new() { ["Group"] = group, ["College"] = invitation.College, ["Admitted"] = true });
    }

    /// <summary>The link's secret is made here, in the transaction that queues the mail: nobody else ever has it.</summary>
    private async Task Invite(Event happened, CancellationToken stop)
    {
        if (await db.Set<Invitation>().FirstOrDefaultAsync(i => i.Id == happened.SubjectId, stop) is not { State: InvitationState.Open } invitation
            || await db.Group(invitation.GroupId, stop) is not { } group)
        {
            return;
        }

        var secret = invitation.Seal();
        await mail.Queue<Invited>(invitation.Email, invitation.Language, () => T("mail.invited.subject", group.Name.Read(Language.Content).Value), () => new()
        {
            ["Group"] = group,
            ["Name"] = invitation.Name,
            ["College"] = invitation.College,
            ["Until"] = invitation.ExpiresAt,
            ["Link"] = options.PublicUrl + Href.To($"/invitations/{secret}"),
        });
    }

    /// <summary>Who answers a request: the coordinators of the day and the pair.</summary>
    private List<Guid> Guides(Group group) =>
        [.. group.CoordinatorsOn(clock.Today).Select(c => c.PersonId).Concat(group.Pair.Select(c => c.PersonId)).Distinct()];

    private async Task Send<TMail>(PersonCard to, Func<string> subject, string path, Func<Dictionary<string, object?>> parameters)
        where TMail : Microsoft.AspNetCore.Components.IComponent
    {
        if (!to.Erased)
        {
            await mail.Queue<TMail>(to.Email, to.Language, subject, () => new(parameters()) { ["Link"] = options.PublicUrl + Href.To(path) });
        }
    }
}
