using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>Who coordinates a group, with dates; the Director assigns, ends a charge, or hands the group over.</summary>
public sealed partial class CoordinatorsPage
{
    public sealed record View(Form Form, Group Group, IReadOnlyList<PersonCard> Staff, IReadOnlyDictionary<Guid, PersonCard> People);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, People people)
    {
        var (group, answer) = await visit.Open(db, slug, _ => visit.Is(Role.Director));
        return answer ?? Show(await Fresh(Form.Of(("from", visit.Today.Iso())), group, people));
    }

    public static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, People people, HttpContext http)
    {
        var (group, answer) = await visit.Open(db, slug, _ => visit.Is(Role.Director));
        if (answer is not null)
        {
            return answer;
        }

        var form = await Form.Read(http.Request);
        var (person, from, until) = (form.Id("person"), form.Date("from"), form.Date("until", optional: true));
        var deputy = form.Ticked("deputy");
        if (person is { } again && group.Coordinators.Exists(c => c.PersonId == again && c.From == from && c.Until == until && c.Deputy == deputy))
        {
            return visit.Go($"/desk/groups/{slug}/coordinators");
        }

        await MustCoordinate(form, person, people);
        return await form.Save(db, group, Form.VersionOf, () => group.Assign(person!.Value, from!.Value, until, deputy, visit.Act))
            ? visit.Done($"/desk/groups/{slug}/coordinators", T("coord.assigned"))
            : Show(await Fresh(form, (await db.Group(group.Id))!, people), form);
    }

    internal static Task<IResult> End(string slug, Guid id, Visit visit, PlatformDb db) => db.Again(async () =>
    {
        var (group, answer) = await visit.Open(db, slug, _ => visit.Is(Role.Director));
        if (answer is not null)
        {
            return answer;
        }

        if (group.Coordinators.Exists(c => c.Id == id && (c.Until is null || c.Until > visit.Today)))
        {
            group.EndCharge(id, visit.Today, visit.Act);
            await db.SaveChangesAsync();
        }

        return visit.Done($"/desk/groups/{slug}/coordinators", T("coord.ended"));
    });

    /// <summary>Only who holds the role today can be given a group.</summary>
    internal static async Task<IReadOnlyList<PersonCard>> MustCoordinate(Form form, Guid? person, People people)
    {
        var staff = await people.WithRole(Role.Coordinator);
        if (person is not null && staff.All(s => s.Id != person))
        {
            form.Fail("person", T("coord.role"));
        }

        return staff;
    }

    private static async Task<View> Fresh(Form form, Group group, People people) =>
        new(form, group, await people.WithRole(Role.Coordinator), await people.Cards(group.Coordinators.Select(c => c.PersonId)));

    private Group Group => Model.Group;

    private string NameOf(Guid person) => Model.People.NameOf(person) ?? "–";

    private IReadOnlyList<(string, string)> Staff => [.. Model.Staff.Select(s => (s.Id.ToString(), s.Name))];

    private IEnumerable<Coordination> Charges => Group.Coordinators.Where(c => c.Happens).OrderByDescending(c => c.Until ?? DateOnly.MaxValue).ThenByDescending(c => c.From);
}
