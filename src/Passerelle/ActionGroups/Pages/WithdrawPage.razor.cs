using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>Whoever proposed a group takes the proposal back before it is decided.</summary>
public sealed partial class WithdrawPage
{
    public sealed record View(Form Form, Group Group);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db)
    {
        var (group, answer) = await visit.Open(db, slug, visit.MayWithdraw);
        return answer ?? (group.Waits ? Show(new(Form.VersionOf(group), group)) : visit.Go($"/desk/groups/{group.Slug}"));
    }

    public static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, HttpContext http)
    {
        var (group, answer) = await visit.Open(db, slug, visit.MayWithdraw);
        if (answer is not null)
        {
            return answer;
        }

        if (!group.Waits)
        {
            return visit.Go($"/desk/groups/{group.Slug}");
        }

        var form = await Form.Read(http.Request);
        return await form.Change(db, group, Form.VersionOf, () => group.Withdraw(visit.Today, visit.Act))
            ? visit.Done("/desk/groups", T("withdraw.done"))
            : Show(new(form, (await db.Group(group.Id))!), form);
    }
}
