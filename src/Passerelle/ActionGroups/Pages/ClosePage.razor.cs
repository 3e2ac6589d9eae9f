using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>Closes a group as completed or abandoned. The page says what will happen, and what still stands in the way.</summary>
public sealed partial class ClosePage
{
    public sealed record View(Form Form, Group Group, IReadOnlyList<string> Objections);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, IEnumerable<ClosingObjections> objections)
    {
        var (group, answer) = await visit.Open(db, slug, visit.MayWrite);
        return answer
            ?? (group.IsActive ? Show(new(GroupActs.Dated(visit, group), group, await Of(objections, group, null))) : visit.Go($"/desk/groups/{slug}/life"));
    }

    public static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, IEnumerable<ClosingObjections> objections, HttpContext http)
    {
        var (group, answer) = await visit.Open(db, slug, visit.MayWrite);
        if (answer is not null)
        {
            return answer;
        }

        var form = await Form.Read(http.Request);
        var end = form.Choice<Phase>("end");
        if (end is { } reached && group.Phase == reached)
        {
            return visit.Go($"/desk/groups/{slug}");
        }

        var reason = form.Localized("reason", max: 1000, optional: end == Phase.Completed);
        var on = form.Date("on");
        if (await form.SaveAlone(db, async () => Form.VersionOf((await db.Group(group.Id))!), async () =>
            {
                group.MustBe(form.Version);
                group.Close(end!.Value, reason, on!.Value, visit.Act);
                if (await Of(objections, group, end) is { Count: > 0 })
                {
                    throw new RuleBroken(T("evo.close.objections"));
                }
            }, taken: T("rule.race")))
        {
            return visit.Done($"/desk/groups/{slug}", T("evo.close.done"), T("desk.public"), Href.To($"/groups/{slug}"));
        }

        return Show(new(form, (await db.Group(group.Id))!, await Of(objections, group, end)), form);
    }

    private static async Task<IReadOnlyList<string>> Of(IEnumerable<ClosingObjections> objections, Group group, Phase? end)
    {
        List<string> all = [];
        foreach (var one in objections)
        {
            all.AddRange(await one.Of(group.Id, end));
        }

        return all;
    }

    private static IReadOnlyList<(string, string)> Ends => [(nameof(Phase.Completed), PhaseName(Phase.Completed)), (nameof(Phase.Abandoned), PhaseName(Phase.Abandoned))];

    private static Dictionary<string, string> Notes => new() { [nameof(Phase.Completed)] = T("evo.close.completed"), [nameof(Phase.Abandoned)] = T("evo.close.abandoned") };
}
