using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>Closes a stage as done or dropped, also when its project has ended.</summary>
public sealed partial class StageEndPage
{
    public enum StageEnd
    {
        Done,
        Dropped,
    }

    public sealed record View(Form Form, OpenProject Open, StagePlan Plan, Stage Stage);

    public static async Task<IResult> Get(string slug, Guid id, Visit visit, PlatformDb db, GroupList groups)
    {
        var (open, answer) = await visit.Open(db, groups, slug, visit.MayGuide);
        if (answer is not null)
        {
            return answer;
        }

        var plan = await db.Plan(open.Project.Id);
        return plan[id] is not { } stage ? visit.NotFound()
            : !stage.IsOpen ? visit.Go($"/desk/projects/{slug}")
            : Show(new(Form.VersionOf(stage).With("end", nameof(StageEnd.Done)), open, plan, stage));
    }

    public static async Task<IResult> Post(string slug, Guid id, Visit visit, PlatformDb db, GroupList groups, HttpContext http)
    {
        var (open, answer) = await visit.Open(db, groups, slug, visit.MayGuide);
        if (answer is not null)
        {
            return answer;
        }

        var plan = await db.Plan(open.Project.Id, track: true);
        if (plan[id] is not { } stage)
        {
            return visit.NotFound();
        }

        var form = await Form.Read(http.Request);
        var (end, reason) = (form.Choice<StageEnd>("end"), form.Localized("reason", max: 1000, optional: true));
        if (end is { } wanted && stage.State == (wanted == StageEnd.Done ? StageState.Done : StageState.Dropped))
        {
            return visit.Go($"/desk/projects/{slug}"); // sent twice
        }

        return await form.Save(db, async () => Form.VersionOf((await db.Plan(open.Project.Id))[id]!), () =>
            {
                stage.MustBe(form.Version);
                if (end == StageEnd.Dropped)
                {
                    stage.Drop(reason, visit.Act);
                }
                else
                {
                    stage.Close(plan.Before(id), reason, visit.Act);
                }
            })
            ? visit.Done($"/desk/projects/{slug}", T("stage.closed", stage.Title.Read(Language.Content).Value))
            : Show(new(form, open, plan, stage), form);
    }
}
