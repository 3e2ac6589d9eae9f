using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.ActionGroups.Pages;

/// <summary>A person asks to join a group: in which college, and why. Citizens enter a consultation at once.</summary>
public sealed partial class JoinPage
{
    public sealed record View(Form Form, Group Group, JoiningFacts Facts, JoinRequest? Waiting, bool IsMember);

    internal static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, Joining joining, People people, HttpContext http)
    {
        if (await db.Group(slug, http.RequestAborted) is not { } group || !visit.MaySee(group))
        {
            return await db.SuccessorOf(slug, http.RequestAborted) is { } present ? visit.Go($"/groups/{present}/join") : visit.NotFound();
        }

        if (visit.Who is not { } who)
        {
            return visit.Refuse();
        }

        var card = (await people.Cards([who.Id], http.RequestAborted)).GetValueOrDefault(who.Id);
        var college = group.Type == GroupKind.EuropeanConsultation ? nameof(College.Citizen) : null;
        return await Draw(Form.Of(("organisation", card?.Organisation), ("college", college)), group, who.Id, visit, joining);
    }

    internal static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, Joining joining, HttpContext http)
    {
        if (visit.Who is not { } who)
        {
            return visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        var once = form.Once;
        var college = form.Choice<College>("college");
        var organisation = Joining.Organisation(form, college);
        var enters = college == College.Citizen && await db.Set<Group>().AnyAsync(g => g.Slug == slug && g.Type == GroupKind.EuropeanConsultation);
        var word = form.Text("word", 2000, optional: enters);
        var facts = await joining.Facts(who.Id, visit.Today);
        var mandate = Joining.Mandate(form, college, facts, visit.Today);
        Joining.AskCharter(form, facts);
        return await db.Again(async () =>
        {
            if (await db.Group(slug) is not { } group || !visit.MaySee(group))
            {
                return visit.NotFound();
            }

            if (group.Requests.Exists(r => r.Id == once) || (enters && group.MemberOf(who.Id) is not null))
            {
                return Said(visit, group, enters);
            }

            if (!form.Try(() =>
            {
                if (enters)
                {
                    group.EnterAsCitizen(who.Id, visit.Today, visit.Act);
                }
                else
                {
                    group.Ask(once, who.Id, college!.Value, organisation, word, Language.Content, facts.HasMandate || mandate is not null, visit.Act);
                }
            }))
            {
                return await Draw(form, group, who.Id, visit, joining);
            }

            await joining.Note(who.Id, mandate, visit.Today, visit.Act);
            await db.SaveChangesAsync();
            return Said(visit, group, enters);
        });
    }

    internal static async Task<IResult> TakeBack(string slug, Visit visit, PlatformDb db)
    {
        if (visit.Who is not { } who)
        {
            return visit.Refuse();
        }

        return await db.Again(async () =>
        {
            if (await db.Group(slug) is not { } group || !visit.MaySee(group))
            {
                return visit.NotFound();
            }

            if (group.Requests.Find(r => r.PersonId == who.Id && r.State == RequestState.Open) is { } request)
            {
                group.TakeBack(request, visit.Act);
                await db.SaveChangesAsync();
            }

            return visit.Done($"/groups/{group.Slug}", Texts.T("join.takenback"));
        });
    }

    private static IResult Said(Visit visit, Group group, bool entered) =>
        visit.Done($"/groups/{group.Slug}", Texts.T(entered ? "join.entered" : "join.asked"), Texts.T("join.other"), Href.To("/groups"));

    private static async Task<IResult> Draw(Form form, Group group, Guid who, Visit visit, Joining joining) =>
        Show(new(form, group, await joining.Facts(who, visit.Today), group.Requests.Find(r => r.PersonId == who && r.State == RequestState.Open), group.MemberOf(who) is not null), form);
}
