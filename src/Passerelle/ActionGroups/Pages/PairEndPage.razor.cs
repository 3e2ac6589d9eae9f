using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>The Director ends somebody's charge in a pair; the page says what follows.</summary>
public sealed partial class PairEndPage
{
    public sealed record View(Form Form, Group Group, string Name);

    public static async Task<IResult> Get(string slug, Guid person, Visit visit, PlatformDb db, People people)
    {
        var (group, answer) = await visit.Open(db, slug, _ => visit.Is(Role.Director));
        return answer
            ?? (group.CoLeadOf(person) is null ? visit.Go($"/desk/groups/{slug}/pair")
            : Show(new(Form.Of(("on", visit.Today.Iso())), group, await NameOf(person, people))));
    }

    public static async Task<IResult> Post(string slug, Guid person, Visit visit, PlatformDb db, People people, HttpContext http)
    {
        var (group, answer) = await visit.Open(db, slug, _ => visit.Is(Role.Director));
        if (answer is not null)
        {
            return answer;
        }

        if (group.CoLeadOf(person) is null)
        {
            return visit.Go($"/desk/groups/{slug}/pair");
        }

        var form = await Form.Read(http.Request);
        var on = form.Date("on");
        var name = await NameOf(person, people);
        return await form.Save(db, group, Form.VersionOf, () => group.Dismiss(person, on!.Value, visit.Act))
            ? visit.Done($"/desk/groups/{slug}/pair", T("pair.end.done", name))
            : Show(new(form, (await db.Group(group.Id))!, name), form);
    }

    private static async Task<string> NameOf(Guid person, People people) =>
        (await people.Cards([person])).NameOf(person) ?? "–";
}
