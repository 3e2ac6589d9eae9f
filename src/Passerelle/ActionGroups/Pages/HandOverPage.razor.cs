using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>One coordinator hands the group to another; open work goes with it.</summary>
public sealed partial class HandOverPage
{
    public sealed record View(Form Form, Group Group, IReadOnlyList<PersonCard> Staff, IReadOnlyDictionary<Guid, PersonCard> Leaving);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, People people)
    {
        var (group, answer) = await visit.Open(db, slug, _ => visit.Is(Role.Director));
        return answer ?? Show(await Fresh(Form.VersionOf(group).With("last", visit.Today.Iso()), group, visit, people));
    }

    public static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, People people, HttpContext http)
    {
        var (group, answer) = await visit.Open(db, slug, _ => visit.Is(Role.Director));
        if (answer is not null)
        {
            return answer;
        }

        var form = await Form.Read(http.Request);
        var (from, to, last) = (form.Id("from"), form.Id("person"), form.Date("last"));
        await CoordinatorsPage.MustCoordinate(form, to, people);
        if (last < visit.Today)
        {
            form.Fail("last", T("coord.last"));
        }

        return await form.Change(db, group, Form.VersionOf, () => group.HandOver(from!.Value, to!.Value, last!.Value, visit.Act))
            ? visit.Done($"/desk/groups/{slug}/coordinators", T("coord.handed"))
            : Show(await Fresh(form, (await db.Group(group.Id))!, visit, people), form);
    }

    private static async Task<View> Fresh(Form form, Group group, Visit visit, People people) =>
        new(form, group, await people.WithRole(Role.Coordinator), await people.Cards(group.CoordinatorsOn(visit.Today).Where(c => !c.Deputy).Select(c => c.PersonId)));

    private IReadOnlyList<(string, string)> Leaving => [.. Model.Leaving.Values.Select(p => (p.Id.ToString(), p.Name))];

    private IReadOnlyList<(string, string)> Staff => [.. Model.Staff.Select(p => (p.Id.ToString(), p.Name))];
}
