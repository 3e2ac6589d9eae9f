using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Participation.Texts;

namespace Passerelle.Participation.Pages;

/// <summary>Anybody who reads news or a comment says what is wrong with it; an account is not asked for.</summary>
public sealed partial class ReportPage
{
    public sealed record View(Form Form, Writing Writing, string Author);

    public static async Task<IResult> Get(Guid post, Guid? comment, Visit visit, Writings writings, People people) =>
        await writings.For(visit, post, comment) is { } writing ? await Draw(Form.Of(), writing, people) : visit.NotFound();

    public static async Task<IResult> Post(Guid post, Guid? comment, Visit visit, PlatformDb db, Writings writings, People people, HttpContext http)
    {
        if (await writings.For(visit, post, comment) is not { } writing)
        {
            return visit.NotFound();
        }

        var form = await Form.Read(http.Request);
        var words = form.Text("words", ModerationCase.WordsLimit);
        // Somebody else reported it at that moment: once more, into their case.
        return await db.Again(async () =>
        {
            var key = comment ?? Guid.Empty;
            var one = await db.Set<ModerationCase>().Include(c => c.Reports).FirstOrDefaultAsync(c => c.PostId == post && c.CommentId == key);
            if (one is null)
            {
                db.Add(one = ModerationCase.About(post, comment, writing.Author, visit.Act));
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
