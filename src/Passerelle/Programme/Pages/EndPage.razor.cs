using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Programme.Pages;

/// <summary>Takes an action, or an empty theme, out of a year; says first what that does.</summary>
public sealed partial class EndPage
{
    public sealed record View(Form Form, int Year, bool Validated, bool IsTheme, string Code, LocalizedText Words);

    public static Task<IResult> GetAction(int year, string code, Visit visit, PlatformDb db) => Get<PriorityAction>(year, code, visit, db, a => a.Title);

    public static Task<IResult> GetTheme(int year, string code, Visit visit, PlatformDb db) => Get<Theme>(year, code, visit, db, t => t.Name);

    public static Task<IResult> PostAction(int year, string code, Visit visit, PlatformDb db, HttpContext http) =>
        Post<PriorityAction>(year, code, visit, db, http, a => a.Title, (y, action) =>
        {
            action.End(y, visit.Today, visit.Act);
            return Task.CompletedTask;
        });

    public static Task<IResult> PostTheme(int year, string code, Visit visit, PlatformDb db, HttpContext http) =>
        Post<Theme>(year, code, visit, db, http, t => t.Name, async (y, theme) =>
        {
            var left = await db.Set<Theme>().CountAsync(t => t.ParentId == theme.Id && t.EndedOn == null)
                + await db.Set<PriorityAction>().CountAsync(a => a.ThemeId == theme.Id && a.EndedOn == null);
            theme.End(y, left, visit.Today, visit.Act);
        });

    private static async Task<IResult> Get<T>(int year, string code, Visit visit, PlatformDb db, Func<T, LocalizedText> words)
        where T : ProgrammeItem =>
        !visit.MayEdit() ? visit.Refuse()
        : await db.Year(year) is { } y && await db.Item<T>(y, code) is { } item ? Show(Of(y, item, words, Form.Of(("version", $"{item.Version}"))))
        : visit.NotFound();

    private static async Task<IResult> Post<T>(int year, string code, Visit visit, PlatformDb db, HttpContext http, Func<T, LocalizedText> words, Func<ProgrammeYear, T, Task> end)
        where T : ProgrammeItem
    {
        if (!visit.MayEdit() || await db.Year(year) is not { } y || await db.Item<T>(y, code) is not { } item)
        {
            return visit.MayEdit() ? visit.NotFound() : visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        try
        {
            item.MustBe(form.Version);
            await end(y, item);
            await db.SaveChangesAsync();
            return visit.Done($"/desk/programme/{year}", Texts.T("ended", code));
        }
        catch (RuleBroken broken)
        {
            form.Fail("", broken.Message);
        }
        catch (Exception e) when (e is Conflict or DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            item = (await db.Item<T>(y, code))!;
            form.Compare(Form.Of(("version", $"{item.Version}")));
        }

        return Show(Of(y, item, words, form), form);
    }

    private static View Of<T>(ProgrammeYear year, T item, Func<T, LocalizedText> words, Form form)
        where T : ProgrammeItem =>
        new(form, year.Year, year.IsValidated, item is Theme, item.Code, words(item));
}
