using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Bodies.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Territory.Contract;

namespace Passerelle.ActionGroups.Pages;

/// <summary>Who is in the group, who asks, who is invited. Addresses show to those who work with the members.</summary>
public sealed partial class MembersPage
{
    private const int InvitationsShown = 200;

    public sealed record Row(Membership Member, PersonCard? Who, bool Leads, MandateCard? Mandate);

    public sealed record View(Group Group, IReadOnlyList<Row> Rows, IReadOnlyDictionary<Guid, PersonCard> People, IReadOnlyList<Invitation> Invitations, CommuneList Communes, IReadOnlyList<PartnerCard> Partners, bool Guides, bool Writes, bool Contacts);

    internal static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, People people, Communes communes, Partners partners, Mandates mandates, HttpContext http)
    {
        if (await db.Group(slug, http.RequestAborted) is not { } group)
        {
            return visit.NotFound();
        }

        if (!visit.MayGuide(group) && !visit.Is(Role.Coordinator, Role.Director))
        {
            return visit.Refuse();
        }

        var guides = visit.MayGuide(group);
        var invitations = guides
            ? await db.Set<Invitation>().AsNoTracking().Where(i => i.GroupId == group.Id && i.State != InvitationState.Accepted)
                .OrderByDescending(i => i.SentAt).Take(InvitationsShown).ToListAsync(http.RequestAborted)
            : [];
        var cards = await people.Cards(group.Present.Select(m => m.PersonId).Concat(group.Requests.Where(r => r.State == RequestState.Open).Select(r => r.PersonId)), http.RequestAborted);
        var held = await mandates.Of(group.Present.Where(m => m.College == College.Elected).Select(m => m.PersonId), http.RequestAborted);
        var rows = group.Present.Select(m => new Row(m, cards.GetValueOrDefault(m.PersonId), group.CoLeadOf(m.PersonId) is not null, held[m.PersonId].FirstOrDefault(h => h.IsOn(visit.Today))))
            .OrderByDescending(r => r.Member.ToConfirm).ThenBy(r => r.Member.College).ThenBy(r => r.Who?.Name, StringComparer.CurrentCultureIgnoreCase).ToList();
        var list = await communes.On(visit.Today, http.RequestAborted);
        return Show(new(group, rows, cards, invitations, list, await partners.All(http.RequestAborted), guides, visit.MayWrite(group), visit.MaySeeContacts(group)));
    }
}
