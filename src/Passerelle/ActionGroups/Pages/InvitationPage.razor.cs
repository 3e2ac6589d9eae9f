using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>
/// Where an invitation's link leads: whoever was invited confirms the college and accepts the charter, or declines.
/// Opening it changes nothing; no account is needed before.
/// </summary>
public sealed partial class InvitationPage
{
    public sealed record View(Form Form, Group Group, Invitation Invitation, JoiningFacts Facts, bool HasAccount, bool IsOpen);

    internal static async Task<IResult> Get(string token, Visit visit, PlatformDb db, Joining joining, People people) =>
        await Found(token, db) is not { } invitation ? visit.NotFound()
        : await Draw(Form.Of(("name", invitation.Name), ("organisation", invitation.Organisation)), invitation, visit, db, joining, people);

    internal static async Task<IResult> Accept(string token, Visit visit, PlatformDb db, Joining joining, People people, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        return await db.Again(async () =>
        {
            if (await Found(token, db) is not { } invitation || await db.Group(invitation.GroupId) is not { } group)
            {
                return visit.NotFound();
            }

            if (!invitation.IsOpen(visit.Now))
            {
                return await Draw(Form.Of(), invitation, visit, db, joining, people);
            }

            var known = await people.ByEmail(invitation.Email);
            var facts = await joining.Facts(known?.Id, visit.Today);
            var name = known is null ? form.Line("name") : known.Name;
            var side = known is null ? Side(form, facts) : known.Side;
            var organisation = Joining.Organisation(form, invitation.College);
            var mandate = Joining.Mandate(form, invitation.College, facts, visit.Today);
            if (!form.Ticked("confirm"))
            {
                form.Fail("confirm", T("invitation.confirm.required"));
            }

            Joining.AskCharter(form, facts);
            if (!form.Ok)
            {
                return await Draw(form, invitation, visit, db, joining, people);
            }

            var person = await people.Ensure(invitation.Email, name, invitation.Language, side, organisation: organisation);
            var act = new Act(person.Id, visit.Now);
            if (!form.Try(() =>
            {
                group.Welcome(person.Id, invitation.College, organisation, facts.HasMandate || mandate is not null, visit.Today, act);
                invitation.Accept(person.Id, act);
            }))
            {
                db.ChangeTracker.Clear();
                return await Draw(form, (await Found(token, db))!, visit, db, joining, people);
            }

            await joining.Note(person.Id, mandate, visit.Today, act);
            await db.SaveChangesAsync();
            return visit.Done($"/groups/{group.Slug}", T("invitation.accepted"), T("join.area"), Href.To($"/groups/{group.Slug}/area"));
        });
    }

    internal static Task<IResult> Decline(string token, Visit visit, PlatformDb db, Joining joining, People people) => db.Again(async () =>
    {
        if (await Found(token, db) is not { } invitation || await db.Group(invitation.GroupId) is not { } group)
        {
            return visit.NotFound();
        }

        if (invitation.State != InvitationState.Declined)
        {
            if (!Form.Of().Try(() => invitation.Decline(visit.Act)))
            {
                return await Draw(Form.Of(), invitation, visit, db, joining, people);
            }

            await db.SaveChangesAsync();
        }

        return visit.Done($"/groups/{group.Slug}", T("invitation.declined"));
    });

    private static Task<Invitation?> Found(string token, PlatformDb db)
    {
        var hash = Secret.HashOf(token);
        return db.Set<Invitation>().FirstOrDefaultAsync(i => i.Hash == hash);
    }

    private static string? Side(Form form, JoiningFacts facts)
    {
        var code = form["side"];
        if (code.Length > 0 && facts.Communes.SideOf(code) is null)
        {
            form.Fail("side", WebTexts.T("form.choose"));
        }

        return code.Length == 0 ? null : code;
    }

    /// <summary>Answered or expired: the page says so, and that it is gone (410).</summary>
    private static async Task<IResult> Draw(Form form, Invitation invitation, Visit visit, PlatformDb db, Joining joining, People people)
    {
        var group = await db.Group(invitation.GroupId);
        var open = invitation.IsOpen(visit.Now);
        var known = open ? await people.ByEmail(invitation.Email) : null;
        var view = new View(form, group!, invitation, await joining.Facts(known?.Id, visit.Today), known is not null, open);
        return open ? Show(view, form) : Show(view, StatusCodes.Status410Gone);
    }
}
