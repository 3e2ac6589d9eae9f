using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Programme.Pages;

/// <summary>A priority action's title, and the orientation that it carries out.</summary>
public sealed partial class ActionEditPage
{
    public sealed record View(Form Form, int Year, bool Validated, string Title, LocalizedText? Stored, IReadOnlyList<(string Code, string Words)> Orientations);

    public static async Task<IResult> Get(int year, string code, Visit visit, PlatformDb db)
    {
        if (!visit.MayEdit() || await db.Year(year) is not { } y || await db.Item<PriorityAction>(y, code) is not { } action)
        {
            return visit.MayEdit() ? visit.NotFound() : visit.Refuse();
        }

        var orientations = await db.Items<Orientation>(y);
        return Show(Of(y, action, Filled(action, orientations), orientations));
    }

    public static async Task<IResult> Post(int year, string code, Visit visit, PlatformDb db, HttpContext http)
    {
        if (!visit.MayEdit() || await db.Year(year) is not { } y || await db.Item<PriorityAction>(y, code) is not { } action)
        {
            return visit.MayEdit() ? visit.NotFound() : visit.Refuse();
        }

        var orientations = await db.Items<Orientation>(y);
        var form = await Form.Read(http.Request);
        var title = form.Localized("title", action.Title);
        var chosen = Chosen(form, orientations);
        return await db.Change(form, action, () => action.Reword(y, title, orientations.First(o => o.Id == action.OrientationId), chosen!, visit.Act), async () =>
            {
                action = (await db.Item<PriorityAction>(y, code))!;
                return Filled(action, orientations);
            })
            ? visit.Done($"/desk/programme/{year}", Texts.T("saved"))
            : Show(Of(y, action, form, orientations), form);
    }

    public static async Task<IResult> GetNew(int year, Visit visit, PlatformDb db)
    {
        if (!visit.MayEdit() || await db.Year(year) is not { } y || await db.Item<Theme>(y, visit.Query("theme") ?? "") is not { } theme)
        {
            return visit.MayEdit() ? visit.NotFound() : visit.Refuse();
        }

        return Show(Of(y, theme, Form.Of(), await db.Items<Orientation>(y)));
    }

    public static async Task<IResult> PostNew(int year, Visit visit, PlatformDb db, HttpContext http)
    {
        var under = visit.Query("theme") ?? "";
        if (!visit.MayEdit() || await db.Year(year) is not { } y || await db.Item<Theme>(y, under) is not { } theme)
        {
            return visit.MayEdit() ? visit.NotFound() : visit.Refuse();
        }

        var orientations = await db.Items<Orientation>(y);
        var form = await Form.Read(http.Request);
        var title = form.Localized("title");
        var chosen = Chosen(form, orientations);
        var done = await form.Add(db, async () =>
        {
            (y, theme) = ((await db.Year(year))!, (await db.Item<Theme>(y, under))!);
            var code = Codes.Action(theme.Code, await db.CodesOf<PriorityAction>());
            return PriorityAction.Add(y, form.Once, theme, chosen!, code, await db.LastOrder<PriorityAction>(y), title, visit.Act);
        });
        return done ? visit.Done($"/desk/programme/{year}", Texts.T("saved")) : Show(Of(y, theme, form, orientations), form);
    }

    private static Orientation? Chosen(Form form, List<Orientation> orientations)
    {
        var chosen = orientations.Find(o => o.Code == form["orientation"]);
        if (chosen is null)
        {
            form.Fail("orientation", Texts.T("orientation.choose"));
        }

        return chosen;
    }

    private static Form Filled(PriorityAction action, List<Orientation> orientations) =>
        Form.Of(("version", $"{action.Version}"), ("orientation", orientations.First(o => o.Id == action.OrientationId).Code)).With("title", action.Title);

    private static View Of(ProgrammeYear year, PriorityAction action, Form form, List<Orientation> orientations) =>
        new(form, year.Year, year.IsValidated, $"{Texts.T("action.code", action.Code)} – {Texts.Words(action.Title)}", action.Title, Choices(orientations));

    private static View Of(ProgrammeYear year, Theme theme, Form form, List<Orientation> orientations) =>
        new(form, year.Year, year.IsValidated, Texts.T("action.new", Texts.Words(theme.Name)), null, Choices(orientations));

    private static IReadOnlyList<(string, string)> Choices(List<Orientation> orientations) =>
        [.. orientations.Select(o => (o.Code, $"{o.Code} – {Texts.Words(o.Text)}"))];
}
