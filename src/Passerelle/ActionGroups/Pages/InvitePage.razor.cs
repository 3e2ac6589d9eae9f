using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>The coordinator invites one person, or brings a list.</summary>
public sealed partial class InvitePage
{
    public sealed record View(Form Form, Form ListForm, Group Group, long UploadLimit);

    internal static async Task<IResult> Get(string slug, Visit visit, PlatformDb db) =>
        await db.Group(slug) is not { } group ? visit.NotFound()
        : !visit.MayWrite(group) ? visit.Refuse()
        : Show(new(Form.Of(("language", Language.Content)), Form.Of(), group, visit.Options.UploadLimit));

    internal static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, Inviting inviting, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        var once = form.Once;
        return await db.Again(async () =>
        {
            if (await db.Group(slug) is not { } group)
            {
                return visit.NotFound();
            }

            if (!visit.MayWrite(group))
            {
                return visit.Refuse();
            }

            if (!await inviting.WasSent(once))
            {
                if (await Judge(form, group, inviting, visit) is not { } invitee)
                {
                    return Show(new(form, Form.Of(), group, visit.Options.UploadLimit), form);
                }

                await inviting.Send(once, group, [invitee], visit.Act);
            }

            return visit.Done($"/desk/groups/{slug}/members", T("invite.sent"), T("invite.another"), Href.To($"/desk/groups/{slug}/invite"));
        });
    }

    internal static async Task<IResult> ModelList(string slug, Visit visit, PlatformDb db) =>
        await db.Group(slug) is not { } group ? visit.NotFound()
        : !visit.MayWrite(group) ? visit.Refuse()
        : Results.File(InvitationList.Model(), "text/csv; charset=utf-8", T("list.model.name"));

    /// <summary>The same page, when the file that was sent cannot be read.</summary>
    internal static IResult Refused(Form list, Group group, Visit visit) =>
        Show(new(Form.Of(("language", Language.Content)), list, group, visit.Options.UploadLimit), list);

    private static async Task<Invitee?> Judge(Form form, Group group, Inviting inviting, Visit visit)
    {
        var email = form.Line("email", 254);
        var name = form.Line("name", optional: true);
        var college = form.Choice<College>("college");
        var organisation = Joining.Organisation(form, college);
        var language = Language.IsInterface(form["language"]) ? form["language"] : Language.Content;
        if (!group.IsActive)
        {
            form.Fail("", T("rule.over"));
        }

        if (!form.Ok)
        {
            return null;
        }

        var judged = (await inviting.Check(group, [new(1, email, name, college!.Value.ToString(), organisation ?? "", language)], visit.Now))[0];
        foreach (var reason in judged.Reasons)
        {
            form.Fail("email", reason);
        }

        return judged.Invitee;
    }
}
