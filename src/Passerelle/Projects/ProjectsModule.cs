using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Pack;
using Passerelle.Platform.Web;
using Passerelle.Projects.Contract;
using Passerelle.Projects.Pages;

namespace Passerelle.Projects;

/// <summary>The projects of the groups: stages, budget, proof of the result.</summary>
public static class ProjectsModule
{
    private static readonly string[] ShownBy = ["project", "stage", "group", "programme", "territory", "person"];

    public static IServiceCollection AddProjects(this IServiceCollection services) => services
        .AddSingleton<ProjectList>()
        .AddScoped<PackPart, ProjectsPack>();

    public static void MapProjects(this Site site)
    {
        var (pages, registry) = (site.Pages, site.Registry);
        registry.EventWords["project."] = Texts.Source;
        registry.EventWords["stage."] = Texts.Source;
        registry.Navigation.Add(new(() => Texts.T("projects"), "/projects", 25));
        registry.Workspace.Add(new(() => Texts.T("projects"), "/desk/projects", 20, For: who => who.Is(Role.Director, Role.Coordinator)));
        registry.Sitemap.Add(async (db, stop) => ["/projects", .. (await db.Set<Project>().Select(p => p.Slug).ToListAsync(stop)).Select(s => $"/projects/{s}")]);

        pages.MapGet("/projects", ProjectsPage.Get).Cached(ShownBy);
        pages.MapGet("/projects/{slug}", ProjectPage.Get).Cached(ShownBy);
        pages.MapGet("/projects/{slug}/history", ProjectHistoryPage.Get).Cached("project", "stage", "person");
        pages.MapGet("/desk/projects", ProjectsDesk.Get);
        pages.MapGet("/desk/projects/new", BeginPage.Get);
        pages.MapPost("/desk/projects/new", BeginPage.Post);
        pages.MapGet("/desk/projects/{slug}", ProjectDesk.Get);
        pages.MapGet("/desk/projects/{slug}/texts", DescribePage.Get);
        pages.MapPost("/desk/projects/{slug}/texts", DescribePage.Post);
        site.MapStages();
    }

    private static void MapStages(this Site site)
    {
        var stages = site.Pages.MapGroup("/desk/projects/{slug}/stages");
        stages.MapGet("/new", StagePage.GetNew);
        stages.MapPost("/new", StagePage.PostNew);
        stages.MapGet("/{id:guid}", StagePage.Get);
        stages.MapPost("/{id:guid}", StagePage.Post);
        stages.MapGet("/{id:guid}/close", StageEndPage.Get);
        stages.MapPost("/{id:guid}/close", StageEndPage.Post);
        foreach (var act in new[] { "begin", "pass-gate", "reopen" })
        {
            stages.MapPost($"/{{id:guid}}/{act}", (string slug, Guid id, Visit visit, Platform.Data.PlatformDb db, ActionGroups.Contract.GroupList groups, HttpContext http) => StageEndPage.Act(slug, id, act, visit, db, groups, http));
        }
    }
}
