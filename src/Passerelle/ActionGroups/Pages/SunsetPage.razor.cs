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

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db)
    {
        var (group, answer) = await Open(slug, visit, db);
        return answer ?? Show(new(Filled(group), group));
    }

    public static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, HttpContext http)
    {
        var (group, answer) = await Open(slug, visit, db);
        if (answer is not null)
        {
            return answer;
        }

        var form = await Form.Read(http.Request);
        var sunset = form.Date("sunset");
        if (sunset == group.Sunset && form.Version < group.Version && sunset > visit.Today)
        {
            return visit.Go($"/desk/groups/{group.Slug}"); // sent twice
        }

        if (!await form.Change(db, group, Filled, () => group.Prolong(sunset!.Value, visit.Today, visit.Act)))
        {
            return Show(new(form, (await db.Group(group.Id))!), form);
        }

        return visit.Done($"/desk/groups/{group.Slug}", T("sunset.done", Say.LongDate(group.Sunset!.Value)), T("desk.public"), Href.To($"/groups/{group.Slug}"));
    }

    /// <summary>An action group has no last day.</summary>
    private static async Task<(Group Group, IResult? Answer)> Open(string slug, Visit visit, PlatformDb db)
    {
        var (group, answer) = await visit.Open(db, slug, visit.MayWrite);
        return (group, answer ?? (group.IsAction ? visit.NotFound() : null));
    }

    private static Form Filled(Group group) => Form.VersionOf(group).With("sunset", group.Sunset?.Iso());
}
