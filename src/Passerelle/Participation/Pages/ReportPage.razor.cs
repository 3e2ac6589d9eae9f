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
        return await subjects.For(visit, post, comment) is not { } writing ? visit.NotFound()
            : await Send(writing, c => c.PostId == post && c.CommentId == key, () => Task.FromResult(ModerationCase.About(post, comment, writing.Author, visit.Act)), visit, db, people, http);
    }

    public static async Task<IResult> PostIdea(Guid idea, Visit visit, PlatformDb db, Subjects subjects, People people, HttpContext http) =>
        await subjects.For(visit, idea) is not { } writing ? visit.NotFound()
        : await Send(writing, c => c.IdeaId == idea, async () => ModerationCase.About(await db.Set<Idea>().FirstAsync(i => i.Id == idea), visit.Act), visit, db, people, http);

    private static async Task<IResult> Send(Writing writing, Expression<Func<ModerationCase, bool>> about, Func<Task<ModerationCase>> begin, Visit visit, PlatformDb db, People people, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        var words = form.Text("words", ModerationCase.WordsLimit);
        // Somebody else reported it at that moment: once more, into their case.
        return await db.Again(async () =>
        {
            var one = await db.Set<ModerationCase>().Include(c => c.Reports).FirstOrDefaultAsync(about);
            if (one is null)
            {
                db.Add(one = await begin());
            }

            if (!form.Try(() => one.ReportIt(form.Once, words, Language.Content, visit.Act)))
            {
                return await Draw(form, writing, people);
            }

            await db.SaveChangesAsync();
            return visit.Done(writing.Path, T("report.done"));
        });
    }

    private static async Task<IResult> Draw(Form form, Writing writing, People people) =>
        Show(new(form, writing, (await people.Cards([writing.Author])).NameOf(writing.Author) ?? ""), form);
}
