using Passerelle.Accounts.Contract;
using Passerelle.Bodies.Contract;
using Passerelle.Platform.Web;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>To whom, when, where and by whom: changed by who coordinates the group, or the Director.</summary>
public sealed partial class PresentationChangePage
{
    public sealed record View(Form Form, OpenPresentation Open, IReadOnlyList<BodyCard> Bodies, IReadOnlyList<PersonCard> People);

    internal static async Task<IResult> Get(Guid id, Visit visit, PresentationDesk desk, People people)
    {
        var (open, answer) = await desk.Open(id, visit.MayChange, whileOpen: true);
        return answer ?? Show(await Fresh(open.Presentation.Filled(), open, desk, people));
    }

    internal static async Task<IResult> Post(Guid id, Visit visit, PresentationDesk desk, People people, HttpContext http)
    {
        var (open, answer) = await desk.Open(id, visit.MayChange);
        if (answer is not null)
        {
            return answer;
        }

        var form = await Form.Read(http.Request);
        var view = await Fresh(form, open, desk, people);
        var arrangement = form.Arrangement(visit, open.Presentation, view.Bodies.Select(b => b.Id));
        var wasReady = open.Presentation.State == PresentationState.Ready;
        if (await form.SaveAlone(desk.Db, async () => (await desk.Load(id))!.Filled(), async () =>
            {
                open.Presentation.MustBe(form.Version);
                open.Presentation.Arrange(arrangement, await desk.FactsOf(open.Presentation), visit.Act);
            }))
        {
            return visit.Done($"/desk/presentations/{id}", T(wasReady && open.Presentation.State != PresentationState.Ready ? "presentation.changed.unready" : "presentation.changed"));
        }

        return Show(await Fresh(form, (await desk.With([(await desk.Load(id))!]))[0], desk, people), form);
    }

    private static async Task<View> Fresh(Form form, OpenPresentation open, PresentationDesk desk, People people)
    {
        List<Guid> may = [.. open.Pair, .. open.Presentation.Presenters.Select(p => p.PersonId).Except(open.Pair)];
        var cards = await people.Cards(may);
        return new(form, open, await desk.Bodies(), [.. may.Select(p => cards.GetValueOrDefault(p)).OfType<PersonCard>()]);
    }
}
