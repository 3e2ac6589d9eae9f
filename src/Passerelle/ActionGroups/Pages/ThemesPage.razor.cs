using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>The theme that a group belongs to, and others that its work touches.</summary>
public sealed partial class ThemesPage
{
    public sealed record View(Form Form, Group Group, ProgrammeView Programme);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, Programmes programmes)
    {
        var (group, answer) = await visit.Open(db, slug, g => visit.MayWrite(g) && g.IsAction);
        return answer ?? Show(new(Filled(group), group, await programmes.Current()));
    }

    public static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, Programmes programmes, HttpContext http)
    {
        var (group, answer) = await visit.Open(db, slug, g => visit.MayWrite(g) && g.IsAction);
        if (answer is not null)
        {
            return answer;
        }

        var form = await Form.Read(http.Request);
        var programme = await programmes.Current();
        var others = form.All("others").Where(o => o.Length > 0).ToList();
        if (programme.Theme(form["theme"]) is null)
        {
            form.Fail("theme", T("propose.theme.choose"));
        }

        if (others.Exists(o => programme.Theme(o) is null))
        {
            form.Fail("others", WebTexts.T("form.choose"));
        }

        return await form.Change(db, group, Filled, () => group.Place(form["theme"], others, visit.Act))
            ? visit.Done($"/desk/groups/{slug}", T("themes.done"), T("desk.public"), Href.To($"/groups/{slug}"))
            : Show(new(form, (await db.Group(group.Id))!, programme), form);
    }

    private static Form Filled(Group group)
    {
        var form = Form.VersionOf(group).With("theme", group.Theme);
        form.SetAll("others", group.OtherThemes);
        return form;
    }

    private IReadOnlyList<(string, string)> Themes =>
        [.. Model.Programme.Axes.SelectMany(a => Model.Programme.ThemesOf(a.Code)).Select(t => (t.Code, $"{t.Code} · {t.Name.Read(Language.Content).Value}"))];
}
