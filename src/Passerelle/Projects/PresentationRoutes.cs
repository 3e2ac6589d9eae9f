using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Events;
using Passerelle.Platform.Pack;
using Passerelle.Platform.Web;
using Passerelle.Projects.Pages;

namespace Passerelle.Projects;

/// <summary>The presentations of projects and groups, by those who lead the groups.</summary>
internal static class PresentationRoutes
{
    public static IServiceCollection AddPresentations(this IServiceCollection services) => services
        .AddSingleton<PresentationShelf>()
        .AddScoped<PresentationDesk>()
        .AddScoped<PresentationNotices>()
        .AddEventHandler<PresentationFollowing>()
        .AddEventHandler<WhenPresentationsFall>()
        .AddSingleton<IAtStart, PresentationsAtStart>()
        .AddScoped<PackPart, PresentationsPack>();

    public static void MapPresentations(this Site site)
    {
        var registry = site.Registry;
        registry.EventWords["presentation."] = Texts.Source;
        registry.Slots.AddRange(PresentationSlots.All);
        registry.Workspace.Add(new(() => Texts.T("presentations"), "/desk/presentations", 22, For: who => who.Is(PresentationAccess.Agency)));
        site.Pages.MapGet("/presentations/{id:guid}/files/{file:guid}", PresentationFile.Get).WithoutCharter();

        var desk = site.Pages.MapGroup("/desk/presentations");
        desk.MapGet("", PresentationsDesk.Get);
        desk.MapGet("/new", PresentationPlanPage.Get);
        desk.MapPost("/new", PresentationPlanPage.Post);

        var one = desk.MapGroup("/{id:guid}");
        one.MapGet("", PresentationPage.Get);
        one.MapPost("/publish", PresentationPage.Publish);
        one.MapGet("/change", PresentationChangePage.Get);
        one.MapPost("/change", PresentationChangePage.Post);
        one.MapGet("/delegate", PresentationDelegatePage.Get);
        one.MapPost("/delegate", PresentationDelegatePage.Post);
        one.MapGet("/slides", PresentationSlidesPage.Get);
        one.MapPost("/slides", PresentationSlidesPage.Post);
        one.MapGet("/ready", PresentationReadyPage.Get);
        one.MapPost("/ready", PresentationReadyPage.Post);
        one.MapGet("/given", PresentationGivenPage.Get);
        one.MapPost("/given", PresentationGivenPage.Post);
        one.MapGet("/cancel", PresentationCancelPage.Get);
        one.MapPost("/cancel", PresentationCancelPage.Post);
        one.MapGet("/questions/new", PresentationAskPage.Get);
        one.MapPost("/questions/new", PresentationAskPage.Post);
        one.MapGet("/questions/{question:guid}", PresentationAnswerPage.Get);
        one.MapPost("/questions/{question:guid}", PresentationAnswerPage.Post);
    }
}
