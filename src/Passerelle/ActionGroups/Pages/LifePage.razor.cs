using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>Where a group stands in its life: move it on, pause it, take it up again; from here one closes it.</summary>
public sealed partial class LifePage
{
    public sealed record View(Form Form, Group Group, LineageView? Lineage);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, LineageReading lineage)
    {
        var (group, answer) = await visit.Open(db, slug, visit.MayWrite);
        return answer ?? Show(new(GroupActs.Dated(visit, group), group, await lineage.Of(group.Id)));
    }

    public static Task<IResult> Move(string slug, Visit visit, PlatformDb db, LineageReading lineage, HttpContext http) =>
        Do(slug, visit, db, lineage, http, (group, form) =>
        {
            var phase = form.Choice<Phase>("phase");
            return (() => group.MoveTo(phase!.Value, visit.Today, visit.Act), () => T("life.moved", PhaseName(group.Phase)));
        });

    public static Task<IResult> Pause(string slug, Visit visit, PlatformDb db, LineageReading lineage, HttpContext http) =>
        Do(slug, visit, db, lineage, http, (group, form) =>
        {
            var (on, reason) = (form.Date("on"), form.Localized("reason", max: 1000));
            return (() => group.Pause(reason, on!.Value, visit.Act), () => T("life.paused.done"));
        });

    public static Task<IResult> Reopen(string slug, Visit visit, PlatformDb db, LineageReading lineage, HttpContext http) =>
        Do(slug, visit, db, lineage, http, (group, form) =>
        {
            var on = form.Date("on");
            return (() => group.Reopen(on!.Value, visit.Act), () => T(group.IsAction && !group.PresentActions.Any() ? "life.reopened.bare" : "life.reopened", PhaseName(group.Phase)));
        });

    private static async Task<IResult> Do(string slug, Visit visit, PlatformDb db, LineageReading lineage, HttpContext http, Func<Group, Form, (Action Act, Func<string> Said)> read)
    {
        var (group, answer) = await visit.Open(db, slug, visit.MayWrite);
        if (answer is not null)
        {
            return answer;
        }

        var form = await Form.Read(http.Request);
        var (act, said) = read(group, form);
        if (await form.Change(db, group, Filled, act))
        {
            return visit.Done($"/desk/groups/{slug}", said());
        }

        var stored = (await db.Group(group.Id))!;
        if (!form.Has("on"))
        {
            form.Set("on", visit.Today.Iso()); // another form of this page was sent
        }

        return Show(new(form, stored, await lineage.Of(stored.Id)), form);
    }

    private static Form Filled(Group group) => Form.VersionOf(group);

    private Group Group => Model.Group;

    private string At(string page) => Href.To($"/desk/groups/{Group.Slug}/{page}");

    private IReadOnlyList<(string, string)> Phases =>
        [.. new[] { Phase.Imagine, Phase.Develop, Phase.Complete }.Where(p => p != Group.Phase).Select(p => (p.ToString(), PhaseName(p)))];
}
