using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Participation.Texts;

namespace Passerelle.Participation.Pages;

/// <summary>What was decided about something that one wrote, why, and the way to another person's judgement.</summary>
public sealed partial class AppealPage
{
    public sealed record View(Form Form, ModerationCase Case, Writing Writing);

    public static async Task<IResult> Get(Guid id, Visit visit, PlatformDb db, Subjects subjects) =>
        await Open(id, visit, db) is var (one, instead) && instead is not null ? instead : await Draw(Form.Of(), one, subjects);

    public static async Task<IResult> Post(Guid id, Visit visit, PlatformDb db, Subjects subjects, HttpContext http)
    {
        var (one, instead) = await Open(id, visit, db);
        if (instead is not null)
        {
            return instead;
        }

        var form = await Form.Read(http.Request);
        var words = form.Text("words", ModerationCase.WordsLimit);
        return (form.Ok && one.WaitsForAnswer) // sent twice
            || await form.Save(db, () => Task.FromResult(Form.Of()), () => one.AppealTo(words, Language.Content, visit.Act))
            || (form.Conflicted && (await Open(id, visit, db)).Case.WaitsForAnswer) // sent twice at once
            ? visit.Done($"/moderation/{id}", T("appeal.done"))
            : await Draw(form, (await Open(id, visit, db)).Case, subjects);
    }

    /// <summary>Of a thing that was reported and left, its author hears nothing.</summary>
    private static async Task<(ModerationCase Case, IResult? Instead)> Open(Guid id, Visit visit, PlatformDb db) =>
        visit.Who is not { } who ? (null!, visit.Refuse())
        : await db.Set<ModerationCase>().FirstOrDefaultAsync(c => c.Id == id && c.AuthorId == who.Id) is { State: not (CaseState.Open or CaseState.Left or CaseState.Held) } one && (one.State != CaseState.Dropped || one.WasHidden) ? (one, null)
        : (null!, visit.NotFound());

    private static async Task<IResult> Draw(Form form, ModerationCase one, Subjects subjects) =>
        Show(new(form, one, (await subjects.Find(one))!), form);
}
