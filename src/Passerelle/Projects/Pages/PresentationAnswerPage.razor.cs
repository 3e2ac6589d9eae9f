using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Tasks.Contract;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>What becomes of a question: it was answered, or somebody sees to it by a day. It becomes a stage on the form of stages.</summary>
public sealed partial class PresentationAnswerPage
{
    private const int TitleLength = 90;

    public sealed record View(Form Form, OpenPresentation Open, Question Question, IReadOnlyList<PersonCard> People);

    internal static async Task<IResult> Get(Guid id, Guid question, Visit visit, PresentationDesk desk, People people)
    {
        var (open, answer) = await desk.Open(id, visit.MayChange);
        return answer
            ?? (open?.Presentation.Questions.Find(q => q.Id == question) is not { } found ? visit.NotFound()
            : found.Outcome != Outcome.Open ? visit.Go(open.Presentation.Path())
            : Show(await Fresh(Form.VersionOf(open.Presentation), open, found, people)));
    }

    internal static async Task<IResult> Post(Guid id, Guid question, Visit visit, PresentationDesk desk, People people, TaskDesk tasks, HttpContext http)
    {
        var (open, answer) = await desk.Open(id, visit.MayChange);
        if (answer is not null)
        {
            return answer;
        }

        var (form, presentation) = (await Form.Read(http.Request), open.Presentation);
        if (presentation.Questions.Find(q => q.Id == question) is not { } found)
        {
            return visit.NotFound();
        }

        if (found.Outcome != Outcome.Open)
        {
            return visit.Go(presentation.Path()); // sent twice
        }

        var view = await Fresh(form, open, found, people);
        var outcome = form.Choice<Outcome>("outcome");
        var task = outcome == Outcome.Task;
        var (reply, owner, due) = (form.Text("answer", 5000, optional: true), form.Id("owner", optional: !task), form.Date("due", optional: !task));
        if (owner is { } person && view.People.All(p => p.Id != person))
        {
            form.Fail("owner", T("rule.owner"));
        }

        return await form.SaveAlone(desk.Db, async () => Form.VersionOf((await desk.Load(id))!), async () =>
            {
                presentation.MustBe(form.Version);
                if (!task)
                {
                    presentation.Answer(question, reply, visit.Act);
                    return;
                }

                presentation.HandOn(question, owner!.Value, due!.Value, visit.Act);
                await tasks.AskAll([TaskOf(found)], visit.Act);
            })
            ? visit.Done(presentation.Path(), T(task ? "question.handed" : "question.settled"))
            : Show(view, form);
    }

    /// <summary>The task of who sees to it: the question in its own words, shortened, in a sentence of the reader's language.</summary>
    internal static TaskAsked TaskOf(Question question)
    {
        var words = question.Words.ReplaceLineEndings(" ");
        var shown = words.Length > TitleLength ? words[..TitleLength] + "…" : words;
        return new(question.Owner!.Value, $"presentation.question/{question.PresentationId}/{question.Id}", LocalizedText.Worded(() => T("task.question", shown)),
            $"/desk/presentations/{question.PresentationId}", question.Due);
    }

    private static async Task<View> Fresh(Form form, OpenPresentation open, Question question, People people)
    {
        var cards = await people.Cards(open.Circle.Everybody.Concat(open.Pair));
        return new(form, open, question, [.. cards.Values.Where(c => !c.Erased).OrderBy(c => c.Name, StringComparer.CurrentCulture)]);
    }
}
