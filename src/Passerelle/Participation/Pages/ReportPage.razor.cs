using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Participation.Texts;

namespace Passerelle.Participation.Pages;

/// <summary>Anybody who reads news, a comment or an idea says what is wrong with it; an account is not asked for.</summary>
public sealed partial class ReportPage
{
    public sealed record View(Form Form, Writing Writing, string Author);

    public static async Task<IResult> Get(Guid post, Guid? comment, Visit visit, Subjects subjects, People people) =>
        await subjects.For(visit, post, comment) is { } writing ? await Draw(Form.Of(), writing, people) : visit.NotFound();

    public static async Task<IResult> GetIdea(Guid idea, Visit visit, Subjects subjects, People people) =>
        await subjects.For(visit, idea) is { } writing ? await Draw(Form.Of(), writing, people) : visit.NotFound();

    public static async Task<IResult> Post(Guid post, Guid? comment, Visit visit, PlatformDb db, Subjects subjects, People people, HttpContext http)
    {
        var key = comment ?? Guid.Empty;
        return await Send(() => subjects.For(visit, post, comment), c => c.PostId == post && c.CommentId == key, writing => Task.FromResult(ModerationCase.About(post, comment, writing.Author, visit.Act)), visit, db, people, http);
    }

    public static Task<IResult> PostIdea(Guid idea, Visit visit, PlatformDb db, Subjects subjects, People people, HttpContext http) =>
        Send(() => subjects.For(visit, idea), c => c.IdeaId == idea, async _ => ModerationCase.About(await db.Set<Idea>().FirstAsync(i => i.Id == idea), visit.Act), visit, db, people, http);

    private static async Task<IResult> Send(Func<Task<Writing?>> read, Expression<Func<ModerationCase, bool>> about, Func<Writing, Task<ModerationCase>> begin, Visit visit, PlatformDb db, People people, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        var (once, words) = (form.Once, form.Text("words", ModerationCase.WordsLimit));
        // Somebody else reported it at that moment: once more, into their case. What is taken back meanwhile is not there any more.
        return await db.Again(() => db.Alone(async () =>
        {
            if (await read() is not { } writing)
            {
                return visit.NotFound();
            }

            var one = await db.Set<ModerationCase>().Include(c => c.Reports).FirstOrDefaultAsync(about);
            if (one is null)
            {
                db.Add(one = await begin(writing));
            }

            // The number of a form that was sent about something else says nothing here.
            var id = await db.Set<Report>().AnyAsync(r => r.Id == once && r.CaseId != one.Id) ? Guid.CreateVersion7() : once;
            if (!form.Try(() => one.ReportIt(id, words, Language.Content, visit.Act)))
            {
                return await Draw(form, writing, people);
            }

            await db.SaveChangesAsync();
            return visit.Done(writing.Path, T("report.done"));
        }));
    }

    private static async Task<IResult> Draw(Form form, Writing writing, People people) =>
        Show(new(form, writing, (await people.Cards([writing.Author])).NameOf(writing.Author) ?? ""), form);
}
