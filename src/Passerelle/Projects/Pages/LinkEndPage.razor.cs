using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>Either end lets go of an accepted link, and says why.</summary>
public sealed partial class LinkEndPage
{
    public sealed record View(Form Form, LinkCard Card);

    internal static async Task<IResult> Get(Guid id, Visit visit, LinkStore store)
    {
        var (opened, answer) = await store.Open(visit, id, o => o.MayEnd);
        return answer ?? Show(new(Form.VersionOf(opened.Link), opened.Card));
    }

    internal static async Task<IResult> Post(Guid id, Visit visit, PlatformDb db, LinkStore store, HttpContext http)
    {
        var (opened, answer) = await store.Open(visit, id, o => o.IsFirst || o.IsSecond);
        if (answer is not null)
        {
            return answer;
        }

        var (form, link) = (await Form.Read(http.Request), opened.Link);
        var reason = form.Localized("reason", max: 1000, optional: true);
        if (link.State == LinkState.Ended)
        {
            return visit.Go($"/desk/links/{id}"); // sent twice
        }

        return await form.Save(db, () => store.Filled(id), () =>
            {
                link.MustBe(form.Version);
                link.End(reason, visit.Act);
            })
            ? visit.DoneWith(opened.Card, T("link.ended"))
            : Show(new(form, opened.Card), form);
    }

    private static Dictionary<string, string> Labels => Language.Official.ToDictionary(l => $"reason.{l}", _ => T("link.reason"));
}
