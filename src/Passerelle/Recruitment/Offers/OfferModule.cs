using Passerelle.Accounts.Contract;
using Passerelle.Platform.Events;
using Passerelle.Platform.Web;
using Passerelle.Recruitment.Offers.Pages;

namespace Passerelle.Recruitment.Offers;

/// <summary>From the offer to the end: contract, letters, closing, and what is forgotten when.</summary>
internal static class OfferModule
{
    public static IServiceCollection AddOffers(this IServiceCollection services) => services
        .AddScoped<DirectorTasks>()
        .AddScoped<Letters>()
        .AddScoped<Closing>()
        .AddEventHandler<WhenOfferEnds>()
        .AddScoped<Retention>();

    public static void MapOffers(this Site site)
    {
        site.Registry.EventWords["offer."] = OfferTexts.Source;
        site.Registry.EventWords["telling."] = OfferTexts.Source;
        var one = site.Pages.MapGroup("/desk/recruitment/{slug}");
        one.MapGet("/applications/{number:int}/offer", MakeOfferPage.Get);
        one.MapPost("/applications/{number:int}/offer", MakeOfferPage.Post);
        one.MapGet("/closing", ClosingPage.Get);
        one.MapPost("/closing/letters", ClosingPage.SendLetters);
        one.MapPost("/closing/close", ClosingPage.Close);
        one.MapPost("/closing/{number:int}/back", ClosingPage.CameBack);
        one.MapPost("/closing/{number:int}/address", ClosingPage.SendAgain);
        one.MapPost("/closing/{number:int}/deliver", ClosingPage.DeliverAgain);
        one.MapPost("/closing/{number:int}/otherwise", ClosingPage.ToldOtherwise);
        one.MapGet("/report", ReportPage.Get);
        one.MapGet("/report/pdf", ReportPage.Pdf);
        one.MapGet("/copies", CopiesPage.Get);
        one.MapPost("/copies", CopiesPage.Post);
        var own = site.Pages.MapGroup("/applications/{token}/offer").WithoutCharter().NeverStored();
        own.MapGet("", AnswerPage.Get);
        own.MapPost("", AnswerPage.Post);
        own.MapGet("/pdf", AnswerPage.Pdf);
    }
}
