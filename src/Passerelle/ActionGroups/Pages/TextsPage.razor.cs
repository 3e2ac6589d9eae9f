using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>The texts of a group. Two who save at once both see what the other wrote.</summary>
public sealed partial class TextsPage
{
    public sealed record View(Form Form, Group Group);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db)
    {
        var (group, answer) = await visit.Open(db, slug, visit.MayWrite);
        return answer ?? Show(new(Filled(group), group));
    }

    public static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, HttpContext http)
    {
        var (group, answer) = await visit.Open(db, slug, visit.MayWrite);
        if (answer is not null)
        {
            return answer;
        }

        var form = await Form.Read(http.Request);
        var (summary, purpose) = (form.Localized("summary", group.Summary, 300), form.Localized("purpose", group.Purpose, 5000));
        var (need, source) = (form.Localized("need", group.Need, 3000, optional: !group.IsAction), form.Localized("needsource", group.NeedSource, 1000, optional: true));
        var horizon = form.Month("horizon", optional: true);
        if (!await form.Change(db, group, Filled, () => group.Write(summary, purpose, need, source, horizon, visit.Act)))
        {
            return Show(new(form, (await db.Group(group.Id))!), form);
        }

        return visit.Done($"/desk/groups/{group.Slug}", T("texts.done"), T("desk.public"), Href.To($"/groups/{group.Slug}"));
    }

    private static Form Filled(Group group) => Form.VersionOf(group)
        .With("horizon", group.Horizon?.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture))
        .With("summary", group.Summary).With("purpose", group.Purpose).With("need", group.Need).With("needsource", group.NeedSource);
}
