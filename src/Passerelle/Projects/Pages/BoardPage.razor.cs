using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>The stages of a project in columns. A card moves by its buttons, or drawn with the pointer (js/board.js).</summary>
public sealed partial class BoardPage
{
    /// <summary>The page from which a stage was moved, and to which it leads back.</summary>
    public enum From
    {
        Board,
        List,
    }

    public sealed record View(Form Form, OpenProject Open, StagePlan Plan, IReadOnlyDictionary<Guid, PersonCard> People, Guid? Asked = null);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, GroupList groups, People people)
    {
        var (open, answer) = await visit.Open(db, groups, slug, _ => visit.SignedIn);
        if (answer is not null)
        {
            return answer;
        }

        var plan = await db.Plan(open.Project.Id);
        return May(visit, open, plan) ? Show(await Drawn(Form.Of(), open, plan, people)) : visit.Refuse();
    }

    public static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, GroupList groups, People people, HttpContext http)
    {
        var (open, answer) = await visit.Open(db, groups, slug, _ => visit.SignedIn);
        if (answer is not null)
        {
            return answer;
        }

        var (plan, form) = (await db.Plan(open.Project.Id, track: true), await Form.Read(http.Request));
        var (id, act, from) = (form.Id("stage"), form.Choice<BoardAct>("act"), form.Choice<From>("from", optional: true));
        var back = from == From.List ? $"/desk/projects/{slug}" : $"/desk/projects/{slug}/board";
        if (!May(visit, open, plan) || !(visit.MayGuide(open) || act == BoardAct.PassGate))
        {
            return visit.Refuse();
        }

        var stage = id is { } known ? plan[known] : null;
        if (form.Ok && stage is null)
        {
            return visit.NotFound();
        }

        if (form.Ok && IsThere(stage!, act!.Value))
        {
            return visit.Go(back); // sent twice, or by two people who wanted the same
        }

        if (await form.SaveAlone(db, () => Task.FromResult(Form.Of()), async () =>
            {
                stage!.MustBe(form.Version);
                Do(await db.Set<Project>().AsNoTracking().SingleAsync(p => p.Id == open.Project.Id), stage, act!.Value, plan, visit.Act);
            }))
        {
            return visit.Done(back, T("board.moved", stage!.Title.Read(Language.Content).Value, ColumnName(stage.Column())));
        }

        return form.ErrorOf($"reason.{Language.Content}") is not null
            ? visit.Go($"/desk/projects/{slug}/stages/{id}/close")
            : Show(await Drawn(form, open, await db.Plan(open.Project.Id), people, id), form);
    }

    /// <summary>Who reads the project in the workspace, and who keeps the gate of one of its stages.</summary>
    private static bool May(Visit visit, OpenProject open, StagePlan plan) =>
        visit.MayEnter(open) || plan.Stages.Any(s => s.GateKeeper is { } keeper && keeper == visit.Who?.Id);

    private static bool IsThere(Stage stage, BoardAct act) => act switch
    {
        BoardAct.Begin => stage.State == StageState.Underway,
        BoardAct.PassGate => stage.GatePassedAt is not null,
        BoardAct.Close => stage.State == StageState.Done,
        _ => stage.IsOpen,
    };

    private static void Do(Project project, Stage stage, BoardAct act, StagePlan plan, Act by)
    {
        switch (act)
        {
            case BoardAct.Begin:
                stage.Begin(project, by);
                break;
            case BoardAct.PassGate:
                stage.PassGate(project, by);
                break;
            case BoardAct.Close:
                stage.Close(plan.Before(stage.Id), LocalizedText.Empty(), by);
                break;
            default:
                stage.Reopen(project, by);
                break;
        }
    }

    private static async Task<View> Drawn(Form form, OpenProject open, StagePlan plan, People people, Guid? asked = null) =>
        new(form, open, plan, await people.Cards(plan.Named), asked);

    private Project Project => Model.Open.Project;

    private ILookup<BoardColumn, Stage> Columns => Model.Plan.Stages.ToLookup(s => s.Column());

    internal static string ColumnName(BoardColumn column) => T($"column.{column}");

    /// <summary>Where the card stands now that somebody else moved, when this one was sent.</summary>
    private string? Meanwhile => Model.Form.Conflicted && Model.Asked is { } id && Model.Plan[id] is { } stage
        ? T("board.meanwhile", stage.Title.Read(Language.Content).Value, ColumnName(stage.Column())) : null;
}
