using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Projects.Contract;
using static Passerelle.Participation.Texts;

namespace Passerelle.Participation.Pages;

/// <summary>The Director's yes, with the project if there is one already; and the project that an accepted idea became.</summary>
public sealed partial class AcceptIdeaPage
{
    public sealed record View(Form Form, Idea Idea, IReadOnlyList<Candidate> Projects);

    /// <summary>A project that an idea can have become, and the groups whose project it is.</summary>
    public sealed record Candidate(ProjectCard Card, IReadOnlyCollection<Guid> Owners);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, ProjectList projects, GroupList groups) =>
        await visit.OpenIdea(db, slug, Role.Director) is var (idea, instead) && instead is not null ? instead
        : idea is not { IsShown: true, State: IdeaState.Consented } ? visit.Go($"/desk/ideas/{slug}")
        : Show(new(Form.VersionOf(idea), idea, await Open(idea, projects, groups, visit)));

    public static Task<IResult> Post(string slug, Visit visit, PlatformDb db, ProjectList projects, GroupList groups, HttpContext http) =>
        Do(slug, visit, db, projects, groups, http, [Role.Director], optional: true, (idea, project) =>
        {
            idea.Accept(visit.Act);
            if (project is not null)
            {
                idea.Become(project.Card.Id, project.Owners, visit.Act);
            }
        }, "idea.accepted", "accept.done");

    public static async Task<IResult> GetProject(string slug, Visit visit, PlatformDb db, ProjectList projects, GroupList groups) =>
        await visit.OpenIdea(db, slug) is var (idea, instead) && instead is not null ? instead
        : idea is not { IsShown: true, State: IdeaState.Accepted, ProjectId: null } ? visit.Go($"/desk/ideas/{slug}")
        : Show(new(Form.VersionOf(idea), idea, await Open(idea, projects, groups, visit)));

    public static Task<IResult> PostProject(string slug, Visit visit, PlatformDb db, ProjectList projects, GroupList groups, HttpContext http) =>
        Do(slug, visit, db, projects, groups, http, [], optional: false, (idea, project) => idea.Become(project!.Card.Id, project.Owners, visit.Act), "idea.became-project", "become.done");

    private static async Task<IResult> Do(string slug, Visit visit, PlatformDb db, ProjectList projects, GroupList groups, HttpContext http, string[] roles, bool optional, Action<Idea, Candidate?> act, string name, string said)
    {
        var (idea, instead) = await visit.OpenIdea(db, slug, roles);
        if (instead is not null)
        {
            return instead;
        }

        var (form, open) = (await Form.Read(http.Request), await Open(idea, projects, groups, visit));
        var (project, version) = (form.Id("project", optional), form.Version);
        var chosen = open.FirstOrDefault(p => p.Card.Id == project);
        if (project is not null && chosen is null)
        {
            form.Fail("project", T("rule.idea.noproject"));
        }

        return await form.Save(db, async () => Form.VersionOf(idea = (await db.Idea(slug))!), () =>
            {
                idea.MustBe(form.Version);
                act(idea, chosen);
            })
            || await visit.SentTwice(db, slug, version, name, now => now.State == IdeaState.Accepted && (project is null || now.ProjectId == project))
            ? visit.Done($"/desk/ideas/{slug}", T(said))
            : Show(new(form, (await db.Idea(slug))!, open), form);
    }

    /// <summary>Those under way of the group that wants the idea, by name.</summary>
    private static async Task<IReadOnlyList<Candidate>> Open(Idea idea, ProjectList projects, GroupList groups, Visit visit)
    {
        var known = await groups.All(visit.Http.RequestAborted);
        return [.. (await projects.All(visit.Http.RequestAborted)).Where(p => p.IsOpen).Select(p => new Candidate(p, p.Owners(known)))
            .Where(p => idea.GroupId is not { } wanted || p.Owners.Contains(wanted)).OrderBy(p => p.Card.Here, StringComparer.CurrentCulture)];
    }
}
