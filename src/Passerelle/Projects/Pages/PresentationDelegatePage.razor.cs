using Passerelle.Accounts.Contract;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>Records who delegated the presentation to somebody of the group, and when. One of the pair records their own word only.</summary>
public sealed partial class PresentationDelegatePage
{
    public sealed record View(Form Form, OpenPresentation Open, IReadOnlyList<PersonCard> People, IReadOnlyList<PersonCard> Entitled);

    internal static async Task<IResult> Get(Guid id, Visit visit, PresentationDesk desk, People people)
    {
        var (open, answer) = await desk.Open(id, visit.MayPrepare, whileOpen: true);
        if (answer is not null)
        {
            return answer;
        }

        var form = Form.VersionOf(open.Presentation).With("on", visit.Today.Iso()).With("by", visit.Who!.Id.ToString());
        return Show(await Fresh(form, open, visit, people));
    }

    internal static async Task<IResult> Post(Guid id, Visit visit, PresentationDesk desk, People people, HttpContext http)
    {
        var (open, answer) = await desk.Open(id, visit.MayPrepare);
        if (answer is not null)
        {
            return answer;
        }

        var form = await Form.Read(http.Request);
        var view = await Fresh(form, open, visit, people);
        var (person, by, on) = (form.Id("person"), form.Id("by"), form.Date("on"));
        if (person is { } chosen && view.People.All(p => p.Id != chosen) && !open.Pair.Contains(chosen))
        {
            form.Fail("person", T("rule.owner"));
        }

        return await form.SaveAlone(desk.Db, async () => Form.VersionOf((await desk.Load(id))!), async () =>
            {
                open.Presentation.MustBe(form.Version);
                var now = await Fresh(form, (await desk.With([open.Presentation]))[0], visit, people); // who leads the group may have changed meanwhile
                open.Presentation.Delegate(person!.Value, by!.Value, on!.Value, now.Entitled.Select(p => p.Id).ToHashSet(), await desk.FactsOf(open.Presentation), visit.Act);
            })
            ? visit.Done($"/desk/presentations/{id}", T("delegate.done"))
            : Show(view, form);
    }

    private static async Task<View> Fresh(Form form, OpenPresentation open, Visit visit, People people)
    {
        var directors = visit.MayChange(open) ? await people.WithRole(Role.Director) : [];
        var cards = await people.Cards(open.Circle.Everybody.Concat(open.Pair));
        var pair = open.Pair.Where(p => visit.MayChange(open) || p == visit.Who!.Id).Select(p => cards.GetValueOrDefault(p)).OfType<PersonCard>();
        return new(form, open, [.. cards.Values.Where(c => !c.Erased && !open.Pair.Contains(c.Id)).OrderBy(c => c.Name, StringComparer.CurrentCulture)], [.. pair.Concat(directors).DistinctBy(p => p.Id)]);
    }
}
