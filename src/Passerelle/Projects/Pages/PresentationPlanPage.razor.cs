using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Bodies.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Web;
using Passerelle.Projects.Contract;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>Plans a presentation of a project or of a group's work. Without one of them in the address one chooses the group.</summary>
public sealed partial class PresentationPlanPage
{
    public sealed record View(Form Form, GroupCard? Group, IReadOnlyList<GroupCard> Groups, IReadOnlyList<ProjectCard> Projects, IReadOnlyList<BodyCard> Bodies, IReadOnlyList<PersonCard> People);

    internal static async Task<IResult> Get(Visit visit, PresentationDesk desk, GroupList groups, ProjectList projects, People people)
    {
        var (group, circle, answer) = await Find(visit, desk, groups, projects);
        return answer ?? Show(await Fresh(Form.Of(("project", visit.Query("project"))), group!, circle!, desk, projects, people));
    }

    internal static async Task<IResult> Post(Visit visit, PresentationDesk desk, GroupList groups, ProjectList projects, People people, HttpContext http)
    {
        var (group, circle, answer) = await Find(visit, desk, groups, projects);
        if (answer is not null)
        {
            return answer;
        }

        var form = await Form.Read(http.Request);
        var once = form.Once;
        if (await desk.Load(once) is { } before)
        {
            return visit.Go(before.Path()); // sent twice
        }

        var view = await Fresh(form, group!, circle!, desk, projects, people);
        var project = view.Projects.FirstOrDefault(p => p.Slug == form["project"]);
        if (project is null && form["project"].Length > 0)
        {
            form.Fail("project", T("rule.presentation.project"));
        }

        var arrangement = form.Arrangement(visit, null, view.Bodies.Select(b => b.Id));
        var done = await form.Add(desk.Db, async () =>
        {
            if (!await groups.IsActive(group!.Id))
            {
                throw new RuleBroken(T("rule.presentation.group"));
            }

            if (project is not null && !await desk.Presents(group.Id, project.Id))
            {
                throw new RuleBroken(T("rule.presentation.project"), "project"); // abandoned meanwhile
            }

            return Presentation.Plan(once, group.Id, project?.Id, arrangement, await desk.FactsOf(group.Id, project?.Id), visit.Act);
        });
        return done
            ? visit.Done($"/desk/presentations/{once}", T("presentation.planned"), T("slides.add"), Href.To($"/desk/presentations/{once}/slides"))
            : Show(view, form);
    }

    /// <summary>The group that the address names, for who plans for it; or the choice among one's own.</summary>
    private static async Task<(GroupCard? Group, GroupCircle? Circle, IResult? Answer)> Find(Visit visit, PresentationDesk desk, GroupList groups, ProjectList projects)
    {
        var stop = visit.Http.RequestAborted;
        if (visit.Query("project") is null && visit.Query("group") is null)
        {
            var own = await desk.Own();
            return (null, null, own.Count == 0 ? visit.Refuse() : Show(new(Form.Of(), null, own, [], [], [])));
        }

        var group = visit.Query("project") is { } slug
            ? (await projects.All(stop)).FirstOrDefault(p => p.Slug == slug) is { } project ? (await groups.All(stop)).GetValueOrDefault(project.LeadGroup) : null
            : await groups.BySlug(visit.Query("group")!, stop);
        if (group is not { IsAction: true })
        {
            return (null, null, visit.NotFound());
        }

        var circle = await groups.Circle(group.Id, stop);
        return (group, circle, !visit.MayPlan(circle) ? visit.Refuse() : !group.IsActive ? visit.Go($"/groups/{group.Slug}") : null);
    }

    private static async Task<View> Fresh(Form form, GroupCard group, GroupCircle circle, PresentationDesk desk, ProjectList projects, People people)
    {
        var presented = (await projects.All()).Where(p => p.LeadGroup == group.Id && p.Phase != Phase.Abandoned).OrderBy(p => !p.IsOpen).ThenBy(p => p.Here, StringComparer.CurrentCulture);
        var pair = await people.Cards(circle.Pair());
        return new(form, group, [], [.. presented], await desk.Bodies(), [.. circle.Pair().Select(p => pair.GetValueOrDefault(p)).OfType<PersonCard>()]);
    }
}
