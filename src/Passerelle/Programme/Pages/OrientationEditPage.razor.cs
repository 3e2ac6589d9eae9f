using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Programme.Pages;

/// <summary>An orientation: its text, the body that decided it, and the day.</summary>
public sealed partial class OrientationEditPage
{
    public sealed record View(Form Form, int Year, bool Validated, string Title, LocalizedText? Stored, IReadOnlyList<(string Code, string Words)> Bodies, DateOnly Today);

    public static async Task<IResult> Get(int year, string code, Visit visit, PlatformDb db)
    {
        if (!visit.MayEdit() || await db.Year(year) is not { } y || await db.Item<Orientation>(y, code) is not { } orientation)
        {
            return visit.MayEdit() ? visit.NotFound() : visit.Refuse();
        }

        var bodies = await Bodies(db);
        return Show(Of(y, orientation, Filled(orientation, bodies), bodies, visit));
    }

    public static async Task<IResult> Post(int year, string code, Visit visit, PlatformDb db, HttpContext http)
    {
        if (!visit.MayEdit() || await db.Year(year) is not { } y || await db.Item<Orientation>(y, code) is not { } orientation)
        {
            return visit.MayEdit() ? visit.NotFound() : visit.Refuse();
        }

        var bodies = await Bodies(db);
        var form = await Form.Read(http.Request);
        var (text, body, date) = Read(form, bodies, orientation.Text, visit);
        return await db.Change(form, orientation, () => orientation.Reword(y, text, body!.Id, date!.Value, visit.Act), async () =>
            {
                orientation = (await db.Item<Orientation>(y, code))!;
                return Filled(orientation, bodies);
            })
            ? visit.Done($"/desk/programme/{year}", Texts.T("saved"))
            : Show(Of(y, orientation, form, bodies, visit), form);
    }

    public static async Task<IResult> GetNew(int year, Visit visit, PlatformDb db) =>
        !visit.MayEdit() ? visit.Refuse()
        : await db.Year(year) is { } y ? Show(Of(y, null, Form.Of(), await Bodies(db), visit))
        : visit.NotFound();

    public static async Task<IResult> PostNew(int year, Visit visit, PlatformDb db, HttpContext http)
    {
        if (!visit.MayEdit() || await db.Year(year) is not { } y)
        {
            return visit.MayEdit() ? visit.NotFound() : visit.Refuse();
        }

        var bodies = await Bodies(db);
        var form = await Form.Read(http.Request);
        var (text, body, date) = Read(form, bodies, null, visit);
        var done = await form.Add(db, async () =>
        {
            y = (await db.Year(year))!;
            return Orientation.Add(y, form.Once, Codes.Orientation(await db.CodesOf<Orientation>()), await db.LastOrder<Orientation>(y), text, body!.Id, date!.Value, visit.Act);
        });
        return done ? visit.Done($"/desk/programme/{year}", Texts.T("saved")) : Show(Of(y, null, form, bodies, visit), form);
    }

    private static Task<List<DecidingBody>> Bodies(PlatformDb db) => db.Set<DecidingBody>().AsNoTracking().OrderBy(b => b.Code).ToListAsync();

    private static (LocalizedText Text, DecidingBody? Body, DateOnly? Date) Read(Form form, List<DecidingBody> bodies, LocalizedText? before, Visit visit)
    {
        var text = form.Localized("text", before, Editing.LongText);
        var body = bodies.Find(b => b.Code == form["body"]);
        if (body is null)
        {
            form.Fail("body", Texts.T("body.choose"));
        }

        var date = form.Date("date");
        if (date > visit.Today)
        {
            form.Fail("date", Texts.T("date.future"));
        }

        return (text, body, date);
    }

    private static Form Filled(Orientation orientation, List<DecidingBody> bodies) => Form.Of(
        ("version", $"{orientation.Version}"),
        ("body", bodies.First(b => b.Id == orientation.BodyId).Code),
        ("date", orientation.Date.Iso())).With("text", orientation.Text);

    private static View Of(ProgrammeYear year, Orientation? orientation, Form form, List<DecidingBody> bodies, Visit visit) => new(
        form, year.Year, year.IsValidated,
        orientation is null ? Texts.T("orientation.new") : Texts.T("orientation.code", orientation.Code),
        orientation?.Text, [.. bodies.Select(b => (b.Code, Texts.Words(b.Name)))], visit.Today);
}
