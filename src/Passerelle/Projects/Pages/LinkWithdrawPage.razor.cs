using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>The first end takes back a link that waits for an answer.</summary>
public sealed partial class LinkWithdrawPage
{
    public sealed record View(Form Form, LinkCard Card);

    internal static async Task<IResult> Get(Guid id, Visit visit, LinkStore store)
    {
        var (opened, answer) = await store.Open(visit, id, o => o.MayWithdraw);
        return answer ?? Show(new(Form.VersionOf(opened.Link), opened.Card));
    }

    internal static async Task<IResult> Post(Guid id, Visit visit, PlatformDb db, LinkStore store, HttpContext http)
    {
        var (opened, answer) = await store.Open(visit, id, o => o.IsFirst);
        if (answer is not null)
        {
            return answer;
        }

        var (form, link) = (await Form.Read(http.Request), opened.Link);
        if (link.State == LinkState.Withdrawn)
        {
            return visit.Go($"/desk/links/{id}"); // sent twice
        }

        return await form.Save(db, () => store.Filled(id), () =>
            {
                link.MustBe(form.Version);
                link.Withdraw(visit.Act);
            })
            ? visit.Done("/desk/links", T("link.withdrawn"))
            : Show(new(form, opened.Card), form);
    }
}
