using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Projects.Contract;
using Passerelle.Tasks.Contract;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>Who coordinates or leads a group asks somebody of it for a small thing, on a group, a project, a stage, a proof, a link, a presentation, or what others let it be asked on.</summary>
public sealed partial class AskTaskPage
{
    public sealed record View(Form Form, TaskSubject About, IReadOnlyList<PersonCard> People);

    internal static async Task<IResult> Get(Visit visit, PlatformDb db, PresentationDesk desk, LinkStore store, GroupList groups, IEnumerable<TaskSubjects> others, People people)
    {
        var (about, answer) = await Find(visit, db, desk, store, groups, others);
        return answer ?? (about.IsOver ? visit.Go(about.PathOfAsker(visit)) : Show(await Fresh(Form.Of(), about, people)));
    }

    internal static async Task<IResult> Post(Visit visit, PlatformDb db, PresentationDesk desk, LinkStore store, GroupList groups, IEnumerable<TaskSubjects> others, People people, TaskDesk tasks, HttpContext http)
    {
        var (about, answer) = await Find(visit, db, desk, store, groups, others);
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
                var (now, _) = await Find(visit, db, desk, store, groups, others);
                if (now.IsOver)
                {
                    throw new RuleBroken(T("rule.asktask.over", now.Name.Read(Language.Content).Value));
                }

                await tasks.AskFor(form.Once, asked!.Id, what, now.PathFor(asked.Id), due!.Value, visit.Act);
            })
            ? visit.Done(about.PathOfAsker(visit), T("asktask.done", asked!.Name))
            : Show(view, form);
    }

    private static async Task<(TaskSubject About, IResult? Answer)> Find(Visit visit, PlatformDb db, PresentationDesk desk, LinkStore store, GroupList groups, IEnumerable<TaskSubjects> others)
    {
        var about = visit.Query("about") ?? "";
        var found = OfProject().Match(about) is { Success: true } project ? await Project(db, groups, project.Groups[1].Value, project.Groups[2].Value, Guid.TryParse(project.Groups[3].Value, out var part) ? part : null)
            : OfPresentation().Match(about) is { Success: true } presentation ? await Presented(desk, Guid.Parse(presentation.Groups[1].Value))
            : OfGroup().Match(about) is { Success: true } group ? await Group(groups, group.Groups[1].Value)
            : OfLink().Match(about) is { Success: true } link ? await Linked(visit, store, groups, Guid.Parse(link.Groups[1].Value))
            : await Other(visit, about, others);
        return found is null ? (null!, visit.SignedIn ? visit.NotFound() : visit.Refuse()) : (found, visit.MayPlan(found.Circle) ? null : visit.Refuse());
    }

    private static async Task<TaskSubject?> Other(Visit visit, string about, IEnumerable<TaskSubjects> others)
    {
        foreach (var subjects in others)
        {
            if (await subjects.Find(about, visit) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static async Task<TaskSubject?> Project(PlatformDb db, GroupList groups, string slug, string kind, Guid? part)
    {
        if (await db.Set<Project>().AsNoTracking().Include(p => p.Proofs).FirstOrDefaultAsync(p => p.Slug == slug) is not { } project)
        {
            return null;
        }

        var circle = await groups.Circle(project.LeadGroup);
        return part is not { } id ? new(project.Name, $"/desk/projects/{slug}", $"/projects/{slug}", circle, !project.IsOpen)
            : kind == "proofs" ? project.Proofs.Find(p => p.Id == id) is { } proof
                ? new(proof.Title, $"/desk/projects/{slug}/proofs/{id}", $"/projects/{slug}", circle, !project.IsOpen, ForPair: $"/desk/projects/{slug}")
                : null
            : await db.Set<Stage>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == id && s.ProjectId == project.Id) is { } found
            ? new(found.Title, $"/desk/projects/{slug}/stages/{id}", $"/projects/{slug}/plan", circle, !project.IsOpen || !found.IsOpen)
            : null;
    }

    private static async Task<TaskSubject?> Group(GroupList groups, string slug) =>
        await groups.BySlug(slug) is { } group ? new(group.Name, $"/desk/groups/{slug}", $"/groups/{slug}", await groups.Circle(group.Id), !group.IsActive) : null;

    /// <summary>On a link asks who coordinates an end, somebody of that group; who has both chooses of both.</summary>
    private static async Task<TaskSubject?> Linked(Visit visit, LinkStore store, GroupList groups, Guid id)
    {
        var (opened, answer) = await store.Open(visit, id);
        if (answer is not null)
        {
            return null;
        }

        var (card, ends) = (opened.Card, new[] { opened.Card.From, opened.Card.To });
        var circles = await groups.Circles(ends.Select(e => e.Group).OfType<Guid>());
        var own = ends.Where(e => e.Group is { } group && visit.MayPlan(circles[group])).ToList();
        List<GroupCircle> asked = [.. own.Select(e => circles[e.Group!.Value])];
        var circle = new GroupCircle(Guid.Empty, asked.SelectMany(c => c.Coordinators).ToHashSet(), null, null, asked.SelectMany(c => c.Members.Concat(c.Pair())).ToHashSet());
        return new(LocalizedText.Worded(() => T("link.title", card.From.Here, card.To.Here)), $"/desk/links/{id}", (own.FirstOrDefault() ?? card.From).Path, circle, card.Link.State is not (LinkState.Proposed or LinkState.Accepted));
    }

    private static async Task<TaskSubject?> Presented(PresentationDesk desk, Guid id)
    {
        if (await desk.Load(id) is not { } presentation)
        {
            return null;
        }

        var open = (await desk.With([presentation]))[0];
        return new(open.Subject, presentation.Path(), open.Project is { } project ? $"/projects/{project.Slug}" : $"/groups/{open.Group.Slug}", open.Circle, presentation.State == PresentationState.Cancelled);
    }

    private static async Task<View> Fresh(Form form, TaskSubject about, People people)
    {
        var cards = await people.Cards(about.Circle.Everybody.Concat(about.Circle.Pair()));
        return new(form, about, [.. cards.Values.Where(c => !c.Erased).OrderBy(c => c.Name, StringComparer.CurrentCulture)]);
    }

    [GeneratedRegex("^/desk/projects/([a-z0-9-]{1,80})(?:/(stages|proofs)/([0-9a-f-]{36}))?$")]
    private static partial Regex OfProject();

    [GeneratedRegex("^/desk/groups/([a-z0-9-]{1,80})$")]
    private static partial Regex OfGroup();

    [GeneratedRegex("^/desk/links/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$")]
    private static partial Regex OfLink();

    [GeneratedRegex("^/desk/presentations/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$")]
    private static partial Regex OfPresentation();
}
