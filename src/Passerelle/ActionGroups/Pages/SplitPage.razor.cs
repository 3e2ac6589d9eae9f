using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>The Director splits a group: a new one takes over some of its actions and members, both go on.</summary>
public sealed partial class SplitPage
{
    public sealed record View(Form Form, Group Group, IReadOnlyDictionary<Guid, PersonCard> People, ProgrammeView Programme);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, People people, Programmes programmes)
    {
        var (group, answer) = await visit.Open(db, slug, _ => visit.Is(Role.Director));
        return answer ?? Show(await Fresh(GroupActs.Dated(visit, group).With("purpose", group.Purpose), group, people, programmes));
    }

    public static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, People people, Programmes programmes, HttpContext http)
    {
        var (group, answer) = await visit.Open(db, slug, _ => visit.Is(Role.Director));
        if (answer is not null)
        {
            return answer;
        }

        var form = await Form.Read(http.Request);
        if (await db.GroupSlug(form.Once) is { } sent)
        {
            return visit.Go($"/desk/groups/{sent}");
        }

        var (name, purpose, reason) = (form.Localized("name", max: 120), form.Localized("purpose", max: 5000), form.Localized("reason", max: 1000));
        var on = form.Date("on");
        var actions = form.All("actions").Distinct().ToList();
        var members = form.All("members").Select(m => Guid.TryParse(m, out var id) ? id : Guid.Empty).ToHashSet();
        var address = await db.FreeSlug(name.SourceValue);
        var phase = group.Phase;
        if (await form.Change(db, group, Form.VersionOf, () =>
            {
                var (born, link) = group.SplitOff(form.Once, address, name, purpose, actions, [.. members], reason, on!.Value, visit.Act);
                phase = born.Phase;
                db.Add(born);
                db.Add(link);
            }))
        {
            return visit.Done($"/desk/groups/{address}", T("evo.split.done", PhaseName(phase)), T("act.pair"), Href.To($"/desk/groups/{address}/pair"));
        }

        return Show(await Fresh(form, (await db.Group(group.Id))!, people, programmes), form);
    }

    private static async Task<View> Fresh(Form form, Group group, People people, Programmes programmes) =>
        new(form, group, await people.Cards(group.Present.Select(m => m.PersonId)), await programmes.Current());

    private Group Group => Model.Group;

    private IReadOnlyList<(string, string)> Actions =>
        [.. Group.PresentActions.Order(StringComparer.Ordinal).Select(a => (a, $"{a} · {Model.Programme.Action(a)?.Title.Read(Language.Content).Value}"))];

    private IReadOnlyList<(string, string)> Members =>
        [.. Group.Present.OrderBy(m => m.College).Select(m => (m.PersonId.ToString(), string.Join(" · ", new[] { Model.People.NameOf(m.PersonId) ?? "–", T($"collegeone.{m.College}"), Group.CoLeadOf(m.PersonId) is null ? null : T("evo.split.leads") }.OfType<string>())))];
}
