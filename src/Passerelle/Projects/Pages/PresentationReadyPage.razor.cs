using Passerelle.Platform.Web;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>Says that everything for the presentation is there; what is not, the refusal lists.</summary>
public sealed partial class PresentationReadyPage
{
    public sealed record View(Form Form, OpenPresentation Open);

    internal static async Task<IResult> Get(Guid id, Visit visit, PresentationDesk desk)
    {
        var (open, answer) = await desk.Open(id, visit.MayPrepare, whileOpen: true);
        return answer ?? Show(new(Form.VersionOf(open.Presentation), open));
    }

    internal static async Task<IResult> Post(Guid id, Visit visit, PresentationDesk desk, HttpContext http)
    {
        var (open, answer) = await desk.Open(id, visit.MayPrepare);
        if (answer is not null)
        {
            return answer;
        }

        var form = await Form.Read(http.Request);
        if (open.Presentation.State == PresentationState.Ready)
        {
            return visit.Go(open.Presentation.Path()); // sent twice
        }

        return await form.SaveAlone(desk.Db, async () => Form.VersionOf((await desk.Load(id))!), async () =>
            {
                open.Presentation.MustBe(form.Version);
                open.Presentation.DeclareReady(await desk.FactsOf(open.Presentation), visit.Act);
            })
            ? visit.Done(open.Presentation.Path(), T("ready.done"))
            : Show(new(form, (await desk.With([(await desk.Load(id))!]))[0]), form);
    }
}
