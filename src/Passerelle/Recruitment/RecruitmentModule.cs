using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Kernels.Inspection;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;
using Passerelle.Platform.Pack;
using Passerelle.Platform.Web;
using Passerelle.Recruitment.Interviews;
using Passerelle.Recruitment.Offers;
using Passerelle.Recruitment.Pages;
using Passerelle.Recruitment.Selection;

namespace Passerelle.Recruitment;

/// <summary>Filling a post by published rules: the vacancy, applying without an account, and choosing.</summary>
public static class RecruitmentModule
{
    public static IServiceCollection AddRecruitment(this IServiceCollection services) => services
        .AddSingleton<InspectionPool>()
        .AddScoped<DocumentDesk>()
        .AddScoped<ApplicationDesk>()
        .AddScoped<PostDesk>()
        .AddScoped<Erasure>()
        .AddEventHandler<WhenAmended>()
        .AddSingleton(services => RetentionRules.Of(services.GetRequiredService<PlatformOptions>()))
        .AddSingleton<IAtStart, RetentionRules.AtStart>()
        .AddScoped<PackPart, RetentionRules.Part>()
        .AddScoped<PackPart, VacanciesPack>()
        .AddSelection()
        .AddOffers()
        .AddInterviews();

    public static void MapRecruitment(this Site site)
    {
        var registry = site.Registry;
        registry.EventWords["vacancy."] = Texts.Source;
        registry.EventWords["application."] = Texts.Source;
        registry.Navigation.Add(new(() => Texts.T("jobs"), "/jobs", 80));
        registry.Workspace.Add(new(() => Texts.T("desk"), "/desk/recruitment", 70, For: who => who.Is(Role.Director, Role.Juror)));
        registry.MapTextHomes();
        registry.Sitemap.Add(async (db, stop) =>
            ["/jobs", "/jobs/archive", "/jobs/privacy", .. (await db.Set<Vacancy>().Where(v => v.State != VacancyState.Draft).Select(v => v.Slug).ToListAsync(stop)).Select(s => "/jobs/" + s)]);
        site.MapJobs();
        site.MapApplications();
        site.MapDesk();
        site.MapSelection();
        site.MapOffers();
        site.MapInterviews();
    }

    /// <summary>What everybody reads, and the ways in. Nobody accepts a charter to apply.</summary>
    private static void MapJobs(this Site site)
    {
        site.Pages.MapGet("/jobs", JobsPage.Get).Cached("vacancy", "text.translated");
        site.Pages.MapGet("/jobs/archive", JobsPage.Archive).Cached("vacancy", "text.translated");
        site.Pages.MapGet("/jobs/privacy", PrivacyPage.Get).Cached("vacancy");
        site.Pages.MapGet("/jobs/{slug}", JobPage.Get).Cached("vacancy", "text.translated");
        var pages = site.Pages.MapGroup("/jobs").WithoutCharter();
        pages.MapGet("/{slug}/pdf", JobPage.Pdf);
        pages.MapGet("/{slug}/apply", ApplyPage.Get);
        pages.MapPost("/{slug}/apply", ApplyPage.Post).RequireRateLimiting(Limits.PublicForm);
        pages.MapGet("/lost-link", LostLinkPage.Get);
        pages.MapPost("/lost-link", LostLinkPage.Post).RequireRateLimiting(Limits.PublicForm);
    }

    /// <summary>An application by its own link. Never limited by rate: a whole library may share one address.</summary>
    private static void MapApplications(this Site site)
    {
        var one = site.Pages.MapGroup("/applications/{token}").WithoutCharter().NeverStored();
        one.MapGet("", ApplicationPage.Get);
        one.MapPost("/proof", ApplicationPage.Prove);
        one.MapGet("/facts", FactsPage.Get);
        one.MapPost("/facts", FactsPage.Post);
        one.MapPost("/cv", ApplicationPage.PutCv);
        one.MapPost("/letter", ApplicationPage.PutLetter);
        one.MapGet("/documents/{document:guid}", ApplicationPage.Document);
        one.MapPost("/documents/{document:guid}/remove", ApplicationPage.Remove);
        one.MapGet("/send", SendPage.Get);
        one.MapPost("/send", SendPage.Post);
        one.MapGet("/needs", NeedsPage.Get);
        one.MapPost("/needs", NeedsPage.Post);
        one.MapGet("/data", CandidateData.Get);
        one.MapGet("/withdraw", EndPage.GetWithdraw);
        one.MapPost("/withdraw", EndPage.Withdraw);
        one.MapGet("/erase", EndPage.GetErase);
        one.MapPost("/erase", EndPage.Erase);
    }

    /// <summary>The Director's pages; jurors see the dossier.</summary>
    private static void MapDesk(this Site site)
    {
        var desk = site.Pages.MapGroup("/desk/recruitment");
        desk.MapGet("", RecruitmentDesk.Get);
        desk.MapGet("/new", WordsPage.GetNew);
        desk.MapPost("/new", WordsPage.PostNew);
        var one = desk.MapGroup("/{slug}");
        one.MapGet("", DossierPage.Get);
        one.MapPost("/publish", DossierPage.Publish);
        one.MapPost("/panel", DossierPage.Seat);
        one.MapPost("/panel/{person:guid}/release", DossierPage.Release);
        one.MapGet("/words", WordsPage.Get);
        one.MapPost("/words", WordsPage.Post);
        one.MapGet("/rules", RulesPage.Get);
        one.MapPost("/rules", RulesPage.Post);
        one.MapGet("/demands", DemandsPage.Get);
        one.MapPost("/demands", DemandsPage.Post);
        one.MapGet("/judged", JudgedPage.Get);
        one.MapPost("/judged", JudgedPage.Post);
        one.MapGet("/letters", LettersPage.Get);
        one.MapPost("/letters", LettersPage.Post);
        one.MapGet("/post", PostPage.Get);
        one.MapPost("/post", PostPage.Post);
        one.MapGet("/post/{number:int}", HalvesPage.Get);
        one.MapGet("/post/{number:int}/facts", PostFactsPage.Get);
        one.MapPost("/post/{number:int}/facts", PostFactsPage.Post);
        one.MapPost("/post/{number:int}/letter", HalvesPage.PostLetter);
        one.MapPost("/post/{number:int}/copy", HalvesPage.PostCopy);
        one.MapGet("/history", VacancyHistoryPage.Get);
    }
}
