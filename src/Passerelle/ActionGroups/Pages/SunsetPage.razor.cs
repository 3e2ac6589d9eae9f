using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>Gives a technical group another last day; an archived one goes on.</summary>
public sealed partial class SunsetPage
{
    public sealed record View(Form Form, Group Group);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db) =>
        await db.Group(slug) is not { IsAction: false } group ? visit.NotFound()
        : !visit.MayWrite(group) ? visit.Refuse()
        : Show(new(Filled(group), group));

    public static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, HttpContext http)
    {
        if (await db.Group(slug) is not { IsAction: false } group)
        {
            return visit.NotFound();
        }

        if (!visit.MayWrite(group))
        {
            return visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        var sunset = form.Date("sunset");
        if (sunset == group.Sunset && form.Version < group.Version && sunset > visit.Today)
        {
            return visit.Go($"/desk/groups/{slug}"); // sent twice
        }

        if (!await form.Save(db, async () => Filled(group = (await db.Group(slug))!), () => { group.MustBe(form.Version); group.Prolong(sunset!.Value, visit.Today, visit.Act); }))
        {
            return Show(new(form, group), form);
        }

        return visit.Done($"/desk/groups/{slug}", T("sunset.done", Say.LongDate(group.Sunset!.Value)), T("desk.public"), Href.To($"/groups/{slug}"));
    }

    private static Form Filled(Group group) => Form.Of(
        ("version", group.Version.ToString(CultureInfo.InvariantCulture)),
        ("sunset", group.Sunset?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
}
