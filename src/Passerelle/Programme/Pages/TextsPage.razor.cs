using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Programme.Pages;

/// <summary>The name and summary of an axis or theme, in both languages; or those of a new theme.</summary>
public sealed partial class TextsPage
{
    /// <param name="Title">What the page is about.</param>
    public sealed record View(Form Form, int Year, bool Validated, string Title, LocalizedText? Name, LocalizedText? Summary);

    public static async Task<IResult> GetAxis(int year, string code, Visit visit, PlatformDb db) =>
        !visit.MayEdit() ? visit.Refuse()
        : await db.Year(year) is { } y && await db.Item<Axis>(y, code) is { } axis ? Show(Of(y, axis, Filled(axis.Version, axis.Name, axis.Summary)))
        : visit.NotFound();

    public static async Task<IResult> PostAxis(int year, string code, Visit visit, PlatformDb db, HttpContext http)
    {
        if (!visit.MayEdit() || await db.Year(year) is not { } y || await db.Item<Axis>(y, code) is not { } axis)
        {
            return visit.MayEdit() ? visit.NotFound() : visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        var (name, summary) = (form.Localized("name", axis.Name), form.Localized("summary", axis.Summary, Editing.LongText));
        return await db.Change(form, axis, () => axis.Reword(y, name, summary, visit.Act), async () =>
            {
                axis = (await db.Item<Axis>(y, code))!;
                return Filled(axis.Version, axis.Name, axis.Summary);
            })
            ? Saved(visit, year)
            : Show(Of(y, axis, form), form);
    }

    public static async Task<IResult> GetTheme(int year, string code, Visit visit, PlatformDb db) =>
        !visit.MayEdit() ? visit.Refuse()
        : await db.Year(year) is { } y && await db.Item<Theme>(y, code) is { } theme ? Show(Of(y, theme, Filled(theme.Version, theme.Name, theme.Summary)))
        : visit.NotFound();

    public static async Task<IResult> PostTheme(int year, string code, Visit visit, PlatformDb db, HttpContext http)
    {
        if (!visit.MayEdit() || await db.Year(year) is not { } y || await db.Item<Theme>(y, code) is not { } theme)
        {
            return visit.MayEdit() ? visit.NotFound() : visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        var (name, summary) = (form.Localized("name", theme.Name), form.Localized("summary", theme.Summary, Editing.LongText));
        return await db.Change(form, theme, () => theme.Reword(y, name, summary, visit.Act), async () =>
            {
                theme = (await db.Item<Theme>(y, code))!;
                return Filled(theme.Version, theme.Name, theme.Summary);
            })
            ? Saved(visit, year)
            : Show(Of(y, theme, form), form);
    }

    public static async Task<IResult> GetNew(int year, Visit visit, PlatformDb db) =>
        !visit.MayEdit() ? visit.Refuse()
        : await Place(year, visit, db) is var (y, axis, parent) ? Show(Of(y, axis, parent, Form.Of()))
        : visit.NotFound();

    public static async Task<IResult> PostNew(int year, Visit visit, PlatformDb db, HttpContext http)
    {
        if (!visit.MayEdit() || await Place(year, visit, db) is not var (y, axis, parent))
        {
            return visit.MayEdit() ? visit.NotFound() : visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        var (name, summary) = (form.Localized("name"), form.Localized("summary", max: Editing.LongText));
        var done = await form.Add(db, async () =>
        {
            (y, axis, parent) = (await Place(year, visit, db))!.Value;
            var codes = await db.CodesOf<Theme>();
            var near = await db.Set<Theme>().Where(t => t.AxisId == axis.Id && t.ParentId == null).Select(t => t.Code).ToListAsync();
            var code = parent is null ? Codes.Theme(axis.Code, near, codes) : Codes.SubTheme(parent.Code, codes);
            var slug = Codes.Slug(name, code, await db.Set<Theme>().Select(t => t.Slug).Distinct().ToListAsync());
            return Theme.Add(y, form.Once, axis, parent, code, slug, await db.LastOrder<Theme>(y), name, summary, visit.Act);
        });
        return done ? Saved(visit, year) : Show(Of(y, axis, parent, form), form);
    }

    private static async Task<(ProgrammeYear Year, Axis Axis, Theme? Parent)?> Place(int year, Visit visit, PlatformDb db)
    {
        if (await db.Year(year) is not { } y || await db.Item<Axis>(y, visit.Query("axis") ?? "") is not { } axis)
        {
            return null;
        }

        return visit.Query("parent") is not { } code ? (y, axis, null)
            : await db.Item<Theme>(y, code) is { } parent && parent.AxisId == axis.Id ? (y, axis, parent)
            : null;
    }

    private static Form Filled(int version, LocalizedText name, LocalizedText summary) =>
        Form.Of(("version", $"{version}")).With("name", name).With("summary", summary);

    private static View Of(ProgrammeYear year, Axis axis, Form form) =>
        new(form, year.Year, year.IsValidated, $"{Texts.T("item.Axis")} – {Texts.Words(axis.Name)}", axis.Name, axis.Summary);

    private static View Of(ProgrammeYear year, Theme theme, Form form) =>
        new(form, year.Year, year.IsValidated, $"{Texts.T("item.Theme")} {theme.Code} – {Texts.Words(theme.Name)}", theme.Name, theme.Summary);

    private static View Of(ProgrammeYear year, Axis axis, Theme? parent, Form form) =>
        new(form, year.Year, year.IsValidated, parent is null ? Texts.T("theme.new", Texts.Words(axis.Name)) : Texts.T("subtheme.new", Texts.Words(parent.Name)), null, null);

    private static IResult Saved(Visit visit, int year) => visit.Done($"/desk/programme/{year}", Texts.T("saved"));
}
