using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Tasks.Contract;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>Who coordinates or leads a group asks somebody of it for a small thing, on a project, a stage or a presentation.</summary>
public sealed partial class AskTaskPage
{
    /// <param name="Name">What it is about.</param>
    /// <param name="Desk">Its page in the workspace, without language.</param>
    /// <param name="Public">Where everybody can read of it.</param>
    /// <param name="Circle">The people of the group.</param>
    /// <param name="IsOver">It has ended, or was cancelled: nothing is asked there any more.</param>
    public sealed record Subject(LocalizedText Name, string Desk, string Public, GroupCircle Circle, bool IsOver);

    public sealed record View(Form Form, Subject About, IReadOnlyList<PersonCard> People);

    /// <summary>The form about a thing of the workspace.</summary>
    public static string For(string about) => Href.To("/desk/tasks/new") + "?about=" + Uri.EscapeDataString(about);

    internal static async Task<IResult> Get(Visit visit, PlatformDb db, PresentationDesk desk, GroupList groups, People people)
    {
        var (about, answer) = await Find(visit, db, desk, groups);
        return answer ?? (about.IsOver ? visit.Go(about.Desk) : Show(await Fresh(Form.Of(), about, people)));
    }

    internal static async Task<IResult> Post(Visit visit, PlatformDb db, PresentationDesk desk, GroupList groups, People people, TaskDesk tasks, HttpContext http)
    {
        var (about, answer) = await Find(visit, db, desk, groups);
        if (answer is not null)
        {
            return answer;
        }

        var form = await Form.Read(http.Request);
        var view = await Fresh(form, about, people);
        var (what, owner, due) = (form.Localized("what", max: 160), form.Id("owner"), form.Date("due"));
        var asked = view.People.FirstOrDefault(p => p.Id == owner);
        if (owner is not null && asked is null)
        {
            form.Fail("owner", T("rule.owner"));
        }

        if (due < visit.Today)
        {
            form.Fail("due", T("rule.question.due"));
        }

        return await form.SaveAlone(db, () => Task.FromResult(Form.Of()), async () =>
            {
                var (now, _) = await Find(visit, db, desk, groups);
                if (now.IsOver)
                {
                    throw new RuleBroken(T("rule.asktask.over", now.Name.Read(Language.Content).Value));
                }

                var works = now.Circle.Coordinators.Contains(asked!.Id) || now.Circle.IsLedBy(asked.Id);
                await tasks.AskFor(form.Once, asked.Id, what, works ? now.Desk : now.Public, due!.Value, visit.Act);
            })
            ? visit.Done(about.Desk, T("asktask.done", asked!.Name))
            : Show(view, form);
    }

    private static async Task<(Subject About, IResult? Answer)> Find(Visit visit, PlatformDb db, PresentationDesk desk, GroupList groups)
    {
        var about = visit.Query("about") ?? "";
        var found = OfProject().Match(about) is { Success: true } project ? await Project(db, groups, project.Groups[1].Value, Guid.TryParse(project.Groups[2].Value, out var stage) ? stage : null)
            : OfPresentation().Match(about) is { Success: true } presentation ? await Presented(desk, Guid.Parse(presentation.Groups[1].Value))
            : null;
        return found is null ? (null!, visit.SignedIn ? visit.NotFound() : visit.Refuse()) : (found, visit.MayPlan(found.Circle) ? null : visit.Refuse());
    }

    private static async Task<Subject?> Project(PlatformDb db, GroupList groups, string slug, Guid? stage)
    {
        if (await db.Set<Project>().AsNoTracking().FirstOrDefaultAsync(p => p.Slug == slug) is not { } project)
        {
            return null;
        }

        var circle = await groups.Circle(project.LeadGroup);
        return stage is not { } id ? new(project.Name, $"/desk/projects/{slug}", $"/projects/{slug}", circle, !project.IsOpen)
            : await db.Set<Stage>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == id && s.ProjectId == project.Id) is { } found
            ? new(found.Title, $"/desk/projects/{slug}/stages/{id}", $"/projects/{slug}/plan", circle, !project.IsOpen || !found.IsOpen)
            : null;
    }

    private static async Task<Subject?> Presented(PresentationDesk desk, Guid id)
    {
        if (await desk.Load(id) is not { } presentation)
        {
            return null;
        }

        var open = (await desk.With([presentation]))[0];
        return new(open.Subject, presentation.Path(), open.Project is { } project ? $"/projects/{project.Slug}" : $"/groups/{open.Group.Slug}", open.Circle, presentation.State == PresentationState.Cancelled);
    }

    private static async Task<View> Fresh(Form form, Subject about, People people)
    {
        var cards = await people.Cards(about.Circle.Everybody.Concat(about.Circle.Pair()));
        return new(form, about, [.. cards.Values.Where(c => !c.Erased).OrderBy(c => c.Name, StringComparer.CurrentCulture)]);
    }

    [GeneratedRegex("^/desk/projects/([a-z0-9-]{1,80})(?:/stages/([0-9a-f-]{36}))?$")]
    private static partial Regex OfProject();

    [GeneratedRegex("^/desk/presentations/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$")]
    private static partial Regex OfPresentation();
}
