using Microsoft.AspNetCore.Components;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Web;
using Passerelle.Recruitment.Selection.Pages;

namespace Passerelle.Recruitment.Selection;

/// <summary>Choosing among those who applied: admissibility by two jurors, scorecards, ranking, decision. Confidential from end to end.</summary>
internal static class SelectionModule
{
    public static IServiceCollection AddSelection(this IServiceCollection services) => services
        .AddScoped<IPersonalData, SelectionData>();

    public static void MapSelection(this Site site)
    {
        site.Registry.EventWords["selection."] = SelectionTexts.Source;
        // The page of a vacancy in the workspace is for its panel alone, as the applications are.
        site.Registry.Slots.Add(new("vacancy", 10, (_, slug, _) => Task.FromResult<RenderFragment?>(Slots.Draw<SelectionCard>((nameof(SelectionCard.Slug), slug)))));
        var all = site.Pages.MapGroup("/desk/recruitment/{slug}/applications");
        all.MapGet("", ApplicationsPage.Get);
        all.MapPost("/anonymous", ApplicationsPage.Post);
        all.MapGet("/ranking", RankingPage.Get);
        var one = all.MapGroup("/{number:int}");
        one.MapGet("", DossierPage.Get);
        one.MapGet("/documents/{document:guid}", DossierPage.Document);
        one.MapGet("/open", OpenPage.Get);
        one.MapPost("/open", OpenPage.Post);
        one.MapGet("/admissibility", VerdictsPage.Get);
        one.MapPost("/admissibility", VerdictsPage.Post);
        one.MapGet("/settle/{code}", SettlePage.Get);
        one.MapPost("/settle/{code}", SettlePage.Post);
        one.MapPost("/settle/{code}/agree", SettlePage.Agree);
        one.MapGet("/conflict", ConflictPage.Get);
        one.MapPost("/conflict", ConflictPage.Post);
        one.MapGet("/scorecard", ScorecardPage.Get);
        one.MapPost("/scorecard", ScorecardPage.Post);
        one.MapGet("/decision", DecisionPage.Get);
        one.MapPost("/decision", DecisionPage.Post);
    }
}
