using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Recruitment.Interviews.Pages;

/// <summary>The questions that every candidate is asked, each for the competence that it is to show. The Director writes them.</summary>
public sealed partial class QuestionsPage
{
    public sealed record View(Form Form, Vacancy Vacancy);

    internal static async Task<IResult> Get(string slug, Visit visit, PlatformDb db) =>
        await visit.OpenInterviews(db, slug) is { } vacancy && visit.MayRecruit() ? Show(new(await Filled(vacancy.Id, db), vacancy)) : visit.NotFound();

    internal static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        if (await visit.OpenInterviews(db, slug) is not { } vacancy || !visit.MayRecruit())
        {
            return visit.NotFound();
        }

        var before = await db.Kit(vacancy.Id);
        List<KitQuestion> questions = [];
        foreach (var (competence, row) in Enum.GetValues<Competence>().SelectMany(c => Enumerable.Range(0, QuestionKit.MostQuestions).Select(r => (c, r))))
        {
            var words = form.Localized($"{competence}.{row}", before?.In(competence).ElementAtOrDefault(row)?.Words, QuestionKit.WordsLimit, optional: true);
            if (!words.IsEmpty)
            {
                questions.Add(new(competence, words, row));
            }
        }

        var done = await form.SaveAlone(db, () => Filled(vacancy.Id, db), async () =>
        {
            db.ChangeTracker.Clear();
            if (await db.Kit(vacancy.Id) is not { } kit)
            {
                kit = db.Add(QuestionKit.For(form.Once, vacancy.Id)).Entity;
            }
            else
            {
                kit.MustBe(form.Version);
            }

            kit.Write(questions, visit.Act);
        });
        return done ? visit.Done(Path(vacancy), T("questions.saved")) : Show(new(form, vacancy), form);
    }

    private static async Task<Form> Filled(Guid vacancy, PlatformDb db)
    {
        if (await db.Kit(vacancy) is not { } kit)
        {
            return Form.Of();
        }

        var form = Form.VersionOf(kit);
        foreach (var category in Enum.GetValues<Competence>())
        {
            foreach (var (question, row) in kit.In(category).Select((q, i) => (q, i)))
            {
                form.With($"{category}.{row}", question.Words);
            }
        }

        return form;
    }
}
