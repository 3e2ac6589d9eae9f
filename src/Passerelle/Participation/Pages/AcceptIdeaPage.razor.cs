using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Projects.Contract;
using static Passerelle.Participation.Texts;

namespace Passerelle.Participation.Pages;

/// <summary>The Director's yes, with the project if there is one already; and the project that an accepted idea became.</summary>
public sealed partial class AcceptIdeaPage
{
    public sealed record View(Form Form, Idea Idea, IReadOnlyList<ProjectCard> Projects);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, ProjectList projects) =>
        await visit.OpenIdea(db, slug, Role.Director) is var (idea, instead) && instead is not null ? instead
        : idea.State != IdeaState.Consented ? visit.Go($"/desk/ideas/{slug}")
        : Show(new(Form.VersionOf(idea), idea, await Open(projects, visit)));

    public static Task<IResult> Post(string slug, Visit visit, PlatformDb db, ProjectList projects, HttpContext http) =>
        Do(slug, visit, db, projects, http, [Role.Director], optional: true, (idea, project) =>
        {
            idea.Accept(visit.Act);
            if (project is { } id)
            {
                idea.Become(id, visit.Act);
            }
        }, "accept.done");

    public static async Task<IResult> GetProject(string slug, Visit visit, PlatformDb db, ProjectList projects) =>
        await visit.OpenIdea(db, slug) is var (idea, instead) && instead is not null ? instead
        : idea is not { State: IdeaState.Accepted, ProjectId: null } ? visit.Go($"/desk/ideas/{slug}")
        : Show(new(Form.VersionOf(idea), idea, await Open(projects, visit)));

    public static Task<IResult> PostProject(string slug, Visit visit, PlatformDb db, ProjectList projects, HttpContext http) =>
        Do(slug, visit, db, projects, http, [], optional: false, (idea, project) => idea.Become(project!.Value, visit.Act), "become.done");

    private static async Task<IResult> Do(string slug, Visit visit, PlatformDb db, ProjectList projects, HttpContext http, string[] roles, bool optional, Action<Idea, Guid?> act, string said)
    {
        var (idea, instead) = await visit.OpenIdea(db, slug, roles);
        if (instead is not null)
        {
            return instead;
        }

        var (form, open) = (await Form.Read(http.Request), await Open(projects, visit));
        var project = form.Id("project", optional);
        if (project is { } id && open.All(p => p.Id != id))
        {
            form.Fail("project", T("rule.idea.noproject"));
        }

        return await form.Save(db, async () => Form.VersionOf(idea = (await db.Idea(slug))!), () =>
            {
                idea.MustBe(form.Version);
                act(idea, project);
            })
            ? visit.Done($"/desk/ideas/{slug}", T(said))
            : Show(new(form, (await db.Idea(slug))!, open), form);
    }

    /// <summary>Those that an idea can have become, by name.</summary>
    private static async Task<IReadOnlyList<ProjectCard>> Open(ProjectList projects, Visit visit) =>
        [.. (await projects.All(visit.Http.RequestAborted)).Where(p => p.IsOpen).OrderBy(p => p.Here, StringComparer.CurrentCulture)];
}
