using Microsoft.AspNetCore.Http.HttpResults;
using Passerelle.Platform.Web;
using Passerelle.Platform.Web.Design;

namespace Passerelle.Platform.Demo;

/// <summary>What only the demonstration has: a clock to move, the mails it would have sent, the components to look at.</summary>
internal static class DemoModule
{
    public static void MapDemo(this Site site)
    {
        site.App.MapGet("/demo/clock", ClockPage.Get);
        site.App.MapPost("/demo/clock", ClockPage.Post);
        site.Pages.MapGet("/demo/clock", ClockPage.Get);
        site.Pages.MapGet("/demo/mail", MailPage.Get);
        site.Pages.MapGet("/demo/mail/{id:guid}", MailPage.GetOne);
        site.Pages.MapGet("/design", IResult () => new RazorComponentResult<DesignPage>());
        site.Pages.MapGet("/design/desk", IResult () => new RazorComponentResult<DesignDesk>());
        site.Pages.MapGet("/design/form", IResult (string? kind) => new RazorComponentResult<DesignDeskForm>(new { Danger = kind == "danger" }));
        site.Registry.Footer.Add(new(() => WebTexts.T("demo.mail"), "/demo/mail", 90));
    }
}
