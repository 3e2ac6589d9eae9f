using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.ActionGroups.Pages;

/// <summary>A co-lead or a coordinator answers somebody who asks to join.</summary>
public sealed partial class RequestPage
{
    public sealed record View(Form Form, Group Group, JoinRequest Request, PersonCard? Who, string? DecidedBy, JoiningFacts Facts, bool Contacts);

    internal static async Task<IResult> Get(string slug, Guid id, Visit visit, PlatformDb db, Joining joining, People people) =>
        await db.Group(slug) is not { } group || group.Requests.Find(r => r.Id == id) is not { } request ? visit.NotFound()
        : !visit.MayGuide(group) ? visit.Refuse()
        : await Draw(Form.Of(), group, request, visit, people, joining);

    internal static async Task<IResult> Post(string slug, Guid id, Visit visit, PlatformDb db, Joining joining, People people, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        var wanted = form["decision"] == "admit" ? RequestState.Admitted : RequestState.Declined;
        var reason = form.Text("reason", 2000, optional: true);
        return await db.Again(async () =>
        {
            if (await db.Group(slug) is not { } group || group.Requests.Find(r => r.Id == id) is not { } request)
            {
                return visit.NotFound();
            }

            if (!visit.MayGuide(group))
            {
                return visit.Refuse();
            }

            if (request.State != RequestState.Open && request.State == wanted)
            {
                return Said(visit, group, wanted); // sent twice, or two who decide alike
            }

            if (!form.Try(() =>
            {
                if (wanted == RequestState.Admitted)
                {
                    group.Admit(request, visit.Today, visit.Act);
                }
                else
                {
                    group.Decline(request, reason, visit.Act);
                }
            }))
            {
                return await Draw(form, group, request, visit, people, joining);
            }

            await db.SaveChangesAsync();
            return Said(visit, group, wanted);
        });
    }

    private static IResult Said(Visit visit, Group group, RequestState state) =>
        visit.Done($"/desk/groups/{group.Slug}/members", Texts.T($"request.said.{state}"));

    private static async Task<IResult> Draw(Form form, Group group, JoinRequest request, Visit visit, People people, Joining joining)
    {
        var cards = await people.Cards(new[] { request.PersonId, request.DecidedBy ?? request.PersonId });
        return Show(new(form, group, request, cards.GetValueOrDefault(request.PersonId),
            cards.NameOf(request.DecidedBy), await joining.Facts(request.PersonId, visit.Today), visit.MaySeeContacts(group)), form);
    }
}
