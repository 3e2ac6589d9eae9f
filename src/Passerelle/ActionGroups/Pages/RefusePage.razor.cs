using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>The Director refuses a proposed group, with a reason that its proposer reads.</summary>
public sealed partial class RefusePage
{
    public sealed record View(Form Form, Group Group);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db)
    {
        var (group, answer) = await visit.Open(db, slug, _ => visit.Is(Role.Director));
        return answer ?? (group.Waits ? Show(new(Form.VersionOf(group), group)) : visit.Go($"/desk/groups/{group.Slug}"));
    }

    public static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, HttpContext http)
    {
        var (group, answer) = await visit.Open(db, slug, _ => visit.Is(Role.Director));
        if (answer is not null)
        {
            return answer;
        }

        if (!group.Waits)
        {
            return visit.Go($"/desk/groups/{group.Slug}");
        }

        var form = await Form.Read(http.Request);
        var reason = form.Localized("reason", max: 1000);
        return await form.Change(db, group, Form.VersionOf, () => group.Refuse(reason, visit.Today, visit.Act))
            ? visit.Done("/desk/groups", T("refuse.done"))
            : Show(new(form, (await db.Group(group.Id))!), form);
    }
}
