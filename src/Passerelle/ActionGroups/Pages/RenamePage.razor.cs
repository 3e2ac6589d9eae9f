using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>A new name gives a new address; the old one leads there.</summary>
public sealed partial class RenamePage
{
    public sealed record View(Form Form, Group Group);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db)
    {
        var (group, answer) = await visit.Open(db, slug, visit.MayWrite);
        return answer ?? Show(new(Filled(group).With("on", visit.Today.Iso()), group));
    }

    public static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, HttpContext http)
    {
        var (group, answer) = await visit.Open(db, slug, visit.MayWrite);
        if (answer is not null)
        {
            return answer;
        }

        var form = await Form.Read(http.Request);
        var name = form.Localized("name", group.Name, 120);
        var reason = form.Localized("reason", max: 1000, optional: true);
        var on = form.Date("on");
        await db.Entry(group).Collection(g => g.FormerSlugs).LoadAsync();
        var address = name.SourceValue == group.Name.SourceValue ? group.Slug : await db.FreeSlug(name.SourceValue, group.Id);
        if (await form.Change(db, group, Filled, () => group.Rename(name, address, on!.Value, reason, visit.Act)))
        {
            return visit.Done($"/desk/groups/{address}", T("evo.rename.done"), T("desk.public"), Href.To($"/groups/{address}"));
        }

        return Show(new(form, (await db.Group(group.Id))!), form);
    }

    private static Form Filled(Group group) => Form.VersionOf(group).With("name", group.Name);
}
