using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>Begins a stage, passes its gate, takes it up again; and closes it as done or dropped, on a page of its own.</summary>
public sealed partial class StageEndPage
{
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
            : Show(new(Form.VersionOf(stage).With("end", nameof(StageState.Done)), open, plan, stage));
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
        var (end, reason) = (form.Choice<StageState>("end"), form.Text("reason", 1000, optional: true));
        if (end == stage.State)
        {
            return visit.Go($"/desk/projects/{slug}"); // sent twice
        }

        return await form.Save(db, async () => Form.VersionOf((await db.Plan(open.Project.Id))[id]!), () =>
            {
                stage.MustBe(form.Version);
                if (end == StageState.Dropped)
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

    /// <summary>One of the acts that need no more than a button: begin, pass-gate, reopen.</summary>
    public static async Task<IResult> Act(string slug, Guid id, string act, Visit visit, PlatformDb db, GroupList groups, HttpContext http)
    {
        var (open, answer) = await visit.Open(db, groups, slug, o => visit.MayGuide(o) || act == "pass-gate");
        if (answer is not null)
        {
            return answer;
        }

        var plan = await db.Plan(open.Project.Id, track: true);
        if (plan[id] is not { } stage)
        {
            return visit.NotFound();
        }

        if (act == "pass-gate" && (visit.Who is not { } who || stage.GateKeeper != who.Id))
        {
            return visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        var done = await form.Save(db, () => Task.FromResult(Form.Of()), () =>
        {
            switch (act)
            {
                case "begin":
                    stage.Begin(visit.Act);
                    break;
                case "pass-gate":
                    stage.PassGate(visit.Act);
                    break;
                default:
                    stage.Reopen(visit.Act);
                    break;
            }
        });
        var path = $"/desk/projects/{slug}";
        return done ? visit.Done(path, T($"stage.{act}.done", stage.Title.Read(Language.Content).Value))
            : visit.Go(path, new FrameBanner("wrong", form.Errors is [var (_, message), ..] ? message : T("stage.meanwhile")));
    }
}
