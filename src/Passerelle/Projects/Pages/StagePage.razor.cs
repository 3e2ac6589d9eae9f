using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>Plans a stage, or changes one: dates, owner, what it waits for, its gate.</summary>
public sealed partial class StagePage
{
    public sealed record View(Form Form, OpenProject Open, StagePlan Plan, Stage? Stage, IReadOnlyList<PersonCard> People);

    private sealed record Typed(LocalizedText Title, LocalizedText Yields, LocalizedText Gate, DateOnly? Start, DateOnly? Due, Guid? Owner, Guid? Keeper, IReadOnlyList<Guid> Before);

    public static Task<IResult> GetNew(string slug, Visit visit, PlatformDb db, GroupList groups, People people) => Get(slug, null, visit, db, groups, people);

    public static async Task<IResult> Get(string slug, Guid? id, Visit visit, PlatformDb db, GroupList groups, People people)
    {
        var (open, answer) = await visit.Open(db, groups, slug, visit.MayGuide, whileOpen: true);
        if (answer is not null)
        {
            return answer;
        }

        var plan = await db.Plan(open.Project.Id);
        if (id is { } known && plan[known] is null)
        {
            return visit.NotFound();
        }

        var asked = id is null ? await visit.AskedOf(db, open) : null;
        return asked is { Question.Outcome: not Outcome.Open } settled ? visit.Go(settled.Presentation.Path()) : Show(await Fresh(id is { } one ? Filled(plan, plan[one]!) : Form.Of(("start", visit.Today.Iso())).WithTitle(asked?.Question), open, plan, id, people));
    }

    public static Task<IResult> PostNew(string slug, Visit visit, PlatformDb db, GroupList groups, People people, HttpContext http) => Post(slug, null, visit, db, groups, people, http);

    public static async Task<IResult> Post(string slug, Guid? id, Visit visit, PlatformDb db, GroupList groups, People people, HttpContext http)
    {
        var (open, answer) = await visit.Open(db, groups, slug, visit.MayGuide);
        if (answer is not null)
        {
            return answer;
        }

        var (project, form) = (open.Project, await Form.Read(http.Request));
        var plan = await db.Plan(project.Id, track: true);
        if (id is { } known && plan[known] is null)
        {
            return visit.NotFound();
        }

        if (id is null && plan[form.Once] is not null)
        {
            return visit.Go($"/desk/projects/{slug}");
        }

        var stage = id is { } one ? plan[one] : null;
        (Presentation Presentation, Question Question)? asked = null;
        var typed = Read(form, stage, Known(open, stage));
        var saved = await form.SaveAlone(db, async () => await db.Plan(project.Id) is var now && id is { } again && now[again] is { } theirs ? Filled(now, theirs) : Form.Of(), async () =>
        {
            stage?.MustBe(form.Version);
            var written = Write(stage, form.Once, project, plan, typed, visit.Act);
            if (stage is null)
            {
                db.Add(written);
                asked = await visit.AskedOf(db, open); // settled otherwise meanwhile: its own rule says so
                asked?.Presentation.Plan(asked.Value.Question.Id, written.Id, visit.Act);
            }

            Depend(db, project, plan, written, typed.Before, visit.Act);
            if (stage is not null)
            {
                StageCircle.MustNotBe(await db.Circle(stage.Id, [.. typed.Before.Where(b => plan[b] is not null)]), "before"); // nor through the links of other projects
            }
        });
        return saved && asked is { } question
            ? visit.Done(question.Presentation.Path(), T("question.staged", typed.Title.Read(Language.Content).Value))
            : saved
            ? visit.Done($"/desk/projects/{slug}", T("stage.saved", typed.Title.Read(Language.Content).Value), T("stage.another"), project.Desk("/stages/new"))
            : Show(await Fresh(form, open, await db.Plan(project.Id), id, people), form);
    }

    private static Typed Read(Form form, Stage? stage, IReadOnlySet<Guid> known) => new(
        form.Localized("title", stage?.Title, 160), form.Localized("yields", stage?.Yields, 300, optional: true), form.Localized("gate", stage?.Gate, 300, optional: true),
        form.Date("start"), form.Date("due"), Person(form, "owner", known), Person(form, "gatekeeper", known),
        [.. form.All("before").Select(b => Guid.TryParse(b, out var id) ? id : Guid.Empty).Where(b => b != Guid.Empty).Distinct()]);

    private static Guid? Person(Form form, string field, IReadOnlySet<Guid> known)
    {
        var person = form.Id(field, optional: true);
        if (person is { } id && !known.Contains(id))
        {
            form.Fail(field, T("rule.owner"));
        }

        return person;
    }

    /// <summary>Who can be chosen: the people of the group, and who is chosen already, though they may have left it.</summary>
    private static HashSet<Guid> Known(OpenProject open, Stage? stage) =>
        [.. open.Circle.Everybody, .. open.Circle.Pair(), .. new[] { stage?.Owner, stage?.GateKeeper }.OfType<Guid>()];

    private static Stage Write(Stage? stage, Guid id, Project project, StagePlan plan, Typed typed, Act act)
    {
        if (stage is null)
        {
            stage = project.Plan(id, plan, typed.Title, typed.Yields, typed.Owner, typed.Start!.Value, typed.Due!.Value, act);
        }
        else
        {
            stage.Describe(typed.Title, typed.Yields, typed.Owner, act);
            stage.Reschedule(typed.Start!.Value, typed.Due!.Value, act);
        }

        if (!typed.Gate.HasSameWords(stage.Gate) || (!typed.Gate.IsEmpty && typed.Keeper != stage.GateKeeper))
        {
            stage.SetGate(typed.Gate, typed.Keeper, act);
        }

        return stage;
    }

    /// <summary>The rows that say what the stage waits for, made and removed with the act that checks them.</summary>
    private static void Depend(PlatformDb db, Project project, StagePlan plan, Stage stage, IReadOnlyList<Guid> before, Act act)
    {
        var (gone, fresh) = project.Depend(plan, stage, before, act);
        db.RemoveRange(gone);
        db.AddRange(fresh);
    }

    private static async Task<View> Fresh(Form form, OpenProject open, StagePlan plan, Guid? id, People people)
    {
        var stage = id is { } one ? plan[one] : null;
        var cards = await people.Cards(Known(open, stage));
        return new(form, open, plan, stage, [.. cards.Values.Where(c => !c.Erased || c.Id == stage?.Owner || c.Id == stage?.GateKeeper).OrderBy(c => c.Name, StringComparer.CurrentCulture)]);
    }

    private static Form Filled(StagePlan plan, Stage stage)
    {
        var form = Form.VersionOf(stage).With("title", stage.Title).With("yields", stage.Yields).With("gate", stage.Gate)
            .With("start", stage.Start.Iso()).With("due", stage.Due.Iso())
            .With("owner", stage.Owner?.ToString()).With("gatekeeper", stage.GateKeeper?.ToString());
        form.SetAll("before", plan.Before(stage.Id).Select(s => s.Id.ToString()));
        return form;
    }

    private string? Baseline => Model.Stage is { } s && (s.Start, s.Due) != (s.BaselineStart, s.BaselineDue)
        ? T("stage.baseline", Say.LongDate(s.BaselineStart), Say.LongDate(s.BaselineDue)) : null;

    private IReadOnlyList<(string, string)> People => [.. Model.People.Select(p => (p.Id.ToString(), p.Name))];

    private IReadOnlyList<(string, string)> Precede =>
        [.. (Model.Stage is { } stage ? Model.Plan.Stages.Where(s => s.Id != stage.Id) : Model.Plan.Stages).Select(s => (s.Id.ToString(), s.Title.Read(Language.Content).Value))];

    private static Dictionary<string, string> Labels => new()
    {
        ["start"] = T("stage.start"),
        ["due"] = T("stage.due"),
        ["before"] = T("stage.before"),
        ["owner"] = T("stage.owner"),
        ["gatekeeper"] = T("stage.gatekeeper"),
        ["title"] = T("stage.title"),
    };
}
