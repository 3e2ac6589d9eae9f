using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Events;
using Passerelle.Platform.Pack;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;
using Passerelle.Projects.Contract;
using Passerelle.Projects.Pages;

namespace Passerelle.Projects;

/// <summary>The projects of the groups: stages, budget, proof of the result.</summary>
public static class ProjectsModule
{
    private static readonly string[] ShownBy = ["project", "stage", "group", "programme", "territory", "person", "link", "presentation"];
    private static readonly string[] Histories = ["project", "stage", "link", "presentation", "group", "person"];

    public static IServiceCollection AddProjects(this IServiceCollection services) => services
        .AddSingleton<ProjectList>()
        .AddSingleton<ProjectFigures>()
        .AddScoped<ProjectNews>()
        .AddSingleton<ProjectParties>()
        .AddSingleton<CarrierWorks, ProgrammeSlots>()
        .AddScoped(p => new LinksForPartners(p.GetRequiredService<LinkBook>()))
        .AddScoped<ClosingObjections, ProjectObjections>()
        .AddEventHandler<WhenThingsEnd>()
        .AddEventHandler<WhenGroupsMerge>()
        .AddEventHandler<WhenEvidenceMoves>()
        .AddEventHandler<WhenChargesChange>()
        .AddSingleton<StageShelf>()
        .AddScoped<PackPart, ProjectsPack>()
        .AddScoped<IPersonalData, ProjectsPersonalData>()
        .AddLinks()
        .AddPresentations();

    public static void MapProjects(this Site site)
    {
        var (pages, registry) = (site.Pages, site.Registry);
        registry.EventWords["project."] = Texts.Source;
        registry.EventWords["stage."] = Texts.Source;
        registry.EventSubjects["stage."] = ProjectHistory.Stages;
        registry.EventSubjects["link."] = ProjectHistory.Links;
        registry.EventSubjects["presentation."] = ProjectHistory.Presentations;
        registry.Navigation.Add(new(() => Texts.T("projects"), "/projects", 25));
        registry.Navigation.Add(new(() => Texts.T("results"), "/results", 26));
        registry.Slots.AddRange([.. ProjectSlots.All, ProgrammeSlots.OfProject]);
        registry.Workspace.Add(new(() => Texts.T("projects"), "/desk/projects", 20, For: who => who.Is(Role.Director, Role.Coordinator)));
        registry.MapTextHomes();
        registry.Sitemap.Add(async (db, stop) => ["/projects", "/results", .. (await db.Set<Project>().Select(p => p.Slug).ToListAsync(stop)).SelectMany(s => new[] { $"/projects/{s}", $"/projects/{s}/plan", $"/projects/{s}/history" })]);

        pages.MapGet("/projects", ProjectsPage.Get).Cached(ShownBy);
        pages.MapGet("/projects/{slug}", ProjectPage.Get).Cached(ShownBy);
        pages.MapGet("/projects/{slug}/plan", PlanPage.Get).Cached(ShownBy);
        pages.MapGet("/projects/{slug}/history", ProjectHistoryPage.Get).Cached(Histories);
        pages.MapGet("/projects/{slug}/history.csv", ProjectHistoryPage.GetCsv).Cached(Histories);
        pages.MapGet("/projects/{slug}/history.xlsx", ProjectHistoryPage.GetExcel).Cached(Histories);
        pages.MapGet("/projects/{slug}/files/{id:guid}", EvidenceFile.Get).WithoutCharter();
        pages.MapGet("/results", ResultsPage.Get).Cached(ShownBy);
        pages.MapGet("/desk/tasks/new", AskTaskPage.Get);
        pages.MapPost("/desk/tasks/new", AskTaskPage.Post);
        pages.MapGet("/desk/projects", ProjectsDesk.Get);
        pages.MapGet("/desk/projects/new", BeginPage.Get);
        pages.MapPost("/desk/projects/new", BeginPage.Post);
        pages.MapGet("/desk/projects/{slug}", ProjectDesk.Get);
        pages.MapGet("/desk/projects/{slug}/board", BoardPage.Get);
        pages.MapPost("/desk/projects/{slug}/board", BoardPage.Post);
        pages.MapGet("/desk/projects/{slug}/texts", DescribePage.Get);
        pages.MapPost("/desk/projects/{slug}/texts", DescribePage.Post);
        pages.MapGet("/desk/projects/{slug}/around", AroundPage.Get);
        pages.MapPost("/desk/projects/{slug}/around", AroundPage.Post);
        site.MapStages();
        site.MapBudget();
        site.MapResult();
        site.MapLinks();
        site.MapPresentations();
    }

    private static void MapBudget(this Site site)
    {
        var budget = site.Pages.MapGroup("/desk/projects/{slug}/budget");
        budget.MapGet("", BudgetPage.Get);
        budget.MapGet("/new", BudgetLinePage.GetNew);
        budget.MapPost("/new", BudgetLinePage.PostNew);
        budget.MapGet("/{id:guid}", BudgetLinePage.Get);
        budget.MapPost("/{id:guid}", BudgetLinePage.Post);
        budget.MapGet("/{id:guid}/strike", StrikePage.Get);
        budget.MapPost("/{id:guid}/strike", StrikePage.Post);
    }

    /// <summary>What the project promised, what shows it, and how it ends.</summary>
    private static void MapResult(this Site site)
    {
        var project = site.Pages.MapGroup("/desk/projects/{slug}");
        project.MapGet("/life", MovePage.Get);
        project.MapPost("/life", MovePage.Post);
        project.MapGet("/criterion", CriterionPage.Get);
        project.MapPost("/criterion", CriterionPage.Post);
        project.MapGet("/proofs/new", ProvePage.Get);
        project.MapPost("/proofs/new", ProvePage.Post);
        project.MapGet("/proofs/{id:guid}", JudgePage.Get);
        project.MapPost("/proofs/{id:guid}", JudgePage.Post);
        project.MapGet("/proofs/{id:guid}/withdraw", WithdrawPage.Get);
        project.MapPost("/proofs/{id:guid}/withdraw", WithdrawPage.Post);
        project.MapGet("/sign", SignPage.Get);
        project.MapPost("/sign", SignPage.Post);
        project.MapGet("/complete", CompletePage.Get);
        project.MapPost("/complete", CompletePage.Post);
        project.MapGet("/abandon", AbandonPage.Get);
        project.MapPost("/abandon", AbandonPage.Post);
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
    }
}
