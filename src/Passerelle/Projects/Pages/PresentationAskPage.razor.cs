using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Web;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>Records a question that was asked after the presentation, in the language of who asked it.</summary>
public sealed partial class PresentationAskPage
{
    public sealed record View(Form Form, OpenPresentation Open);

    internal static async Task<IResult> Get(Guid id, Visit visit, PresentationDesk desk)
    {
        var (open, answer) = await desk.Open(id, visit.MayChange);
        return answer
            ?? (open.Presentation.State != PresentationState.Given ? visit.Go(open.Presentation.Path())
            : Show(new(Form.Of(), open)));
    }

    internal static async Task<IResult> Post(Guid id, Visit visit, PresentationDesk desk, HttpContext http)
    {
        var (open, answer) = await desk.Open(id, visit.MayChange);
        if (answer is not null)
        {
            return answer;
        }

        var (form, presentation) = (await Form.Read(http.Request), open.Presentation);
        var once = form.Once;
        if (presentation.Questions.Exists(q => q.Id == once))
        {
            return visit.Go(presentation.Path()); // sent twice
        }

        var (language, words) = (form.Line("language", 8), form.Text("words", 2000));
        if (await form.Save(desk.Db, () => Task.FromResult(Form.Of()), () => presentation.Ask(once, language, words, visit.Act)))
        {
            return visit.Done(presentation.Path(), T("question.asked"), T("question.another"), Href.To(presentation.Path("/questions/new")));
        }

        return await desk.Db.Set<Question>().AnyAsync(q => q.Id == once) ? visit.Go(presentation.Path()) : Show(new(form, open), form);
    }
}
