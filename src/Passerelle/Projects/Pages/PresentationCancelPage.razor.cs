using Passerelle.Platform.Web;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>It will not take place, for a reason.</summary>
public sealed partial class PresentationCancelPage
{
    public sealed record View(Form Form, OpenPresentation Open);

    internal static async Task<IResult> Get(Guid id, Visit visit, PresentationDesk desk)
    {
        var (open, answer) = await desk.Open(id, visit.MayChange, whileOpen: true);
        return answer ?? Show(new(Form.VersionOf(open.Presentation), open));
    }

    internal static async Task<IResult> Post(Guid id, Visit visit, PresentationDesk desk, HttpContext http)
    {
        var (open, answer) = await desk.Open(id, visit.MayChange);
        if (answer is not null)
        {
            return answer;
        }

        var form = await Form.Read(http.Request);
        if (open.Presentation.State == PresentationState.Cancelled)
        {
            return visit.Go(open.Presentation.Path()); // sent twice
        }

        var reason = form.Localized("reason", max: 1000);
        return await form.Save(desk.Db, async () => Form.VersionOf((await desk.Load(id))!), () =>
            {
                open.Presentation.MustBe(form.Version);
                open.Presentation.Cancel(reason, visit.Act);
            })
            ? visit.Done(open.Presentation.Path(), T("presentation.cancelled"))
            : Show(new(form, open), form);
    }
}
