using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>Which priority actions a group carries: one to three, each carried by one active group alone.</summary>
public sealed partial class ActionsPage
{
    public sealed record View(Form Form, Group Group, ProgrammeView Programme, IReadOnlyDictionary<string, string> Taken);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, Programmes programmes)
    {
        var (group, answer) = await visit.Open(db, slug, g => visit.MayWrite(g) && g.IsAction);
        return answer ?? Show(await Fresh(Filled(group), group, db, programmes));
    }

    public static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, Programmes programmes, HttpContext http)
    {
        var (group, answer) = await visit.Open(db, slug, g => visit.MayWrite(g) && g.IsAction);
        if (answer is not null)
        {
            return answer;
        }

        var form = await Form.Read(http.Request);
        var view = await Fresh(form, group, db, programmes);
        var actions = form.All("actions").Where(a => view.Programme.Action(a) is not null || group.PresentActions.Contains(a)).Distinct().ToList();
        if (!await form.Change(db, group, Filled, () => group.Carry(actions, view.Taken, visit.Today, visit.Act)))
        {
            return Show(await Fresh(form, (await db.Group(group.Id))!, db, programmes), form);
        }

        return actions.Count > Group.ManyActions
            ? visit.Go($"/desk/groups/{slug}", new FrameBanner("attention", T("evo.actions.many", actions.Count)))
            : visit.Done($"/desk/groups/{slug}", N("evo.actions.done", actions.Count));
    }

    private static async Task<View> Fresh(Form form, Group group, PlatformDb db, Programmes programmes)
    {
        var taken = await db.Set<CarriedAction>().AsNoTracking().Where(a => a.Until == null && a.GroupId != group.Id)
            .Join(db.Set<Group>(), a => a.GroupId, g => g.Id, (a, g) => new { a.Action, g.Name }).ToListAsync();
        return new(form, group, await programmes.Current(), taken.ToDictionary(t => t.Action, t => t.Name.Read(Language.Content).Value, StringComparer.Ordinal));
    }

    private static Form Filled(Group group)
    {
        var form = Form.VersionOf(group);
        form.SetAll("actions", group.PresentActions);
        return form;
    }

    private Group Group => Model.Group;

    /// <summary>Those it carries, then those that nobody does.</summary>
    private IReadOnlyList<(string, string)> Options =>
        [.. Group.PresentActions.Order(StringComparer.Ordinal)
            .Concat(Model.Programme.Actions.Select(a => a.Code).Where(a => !Model.Taken.ContainsKey(a) && !Group.PresentActions.Contains(a)))
            .Select(a => (a, Words(a)))];

    private string Words(string action) => Model.Programme.Action(action) is { } known
        ? $"{action} · {known.Title.Read(Language.Content).Value}{(Group.PresentActions.Contains(action) ? "" : $" ({T("evo.actions.free")})")}"
        : action;
}
