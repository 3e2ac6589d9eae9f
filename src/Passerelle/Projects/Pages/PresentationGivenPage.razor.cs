using System.Globalization;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>It took place: which version of the slides was shown, and whether everybody may see it.</summary>
public sealed partial class PresentationGivenPage
{
    public sealed record View(Form Form, OpenPresentation Open);

    internal static async Task<IResult> Get(Guid id, Visit visit, PresentationDesk desk)
    {
        var (open, answer) = await desk.Open(id, visit.MayChange, whileOpen: true);
        return answer ?? Show(new(Filled(open.Presentation), open));
    }

    internal static async Task<IResult> Post(Guid id, Visit visit, PresentationDesk desk, HttpContext http)
    {
        var (open, answer) = await desk.Open(id, visit.MayChange);
        if (answer is not null)
        {
            return answer;
        }

        var (form, presentation) = (await Form.Read(http.Request), open.Presentation);
        if (presentation.State == PresentationState.Given)
        {
            return visit.Go(presentation.Path()); // sent twice
        }

        var shown = Language.Official.Select(l => (Language: l, Number: form.Number($"shown.{l}", optional: true))).Where(s => s.Number is not null).ToDictionary(s => s.Language, s => s.Number!.Value);
        return await form.SaveAlone(desk.Db, async () => Filled((await desk.Load(id))!), async () =>
            {
                presentation.MustBe(form.Version);
                presentation.Give(shown, form.Ticked("public"), form.Ticked("incomplete"), await desk.FactsOf(presentation), visit.Act);
            })
            ? visit.Done(presentation.Path(), T("given.done"), T("question.new"), Href.To(presentation.Path("/questions/new")))
            : Show(new(form, (await desk.With([(await desk.Load(id))!]))[0]), form);
    }

    /// <summary>The last version in each language, unless somebody says otherwise.</summary>
    private static Form Filled(Presentation presentation)
    {
        var form = Form.VersionOf(presentation);
        foreach (var language in Language.Official)
        {
            form.Set($"shown.{language}", presentation.Current(language)?.Number.ToString(CultureInfo.InvariantCulture));
        }

        return form;
    }
}
