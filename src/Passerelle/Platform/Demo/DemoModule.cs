using Passerelle.Platform.Web;

namespace Passerelle.Platform.Demo;

/// <summary>What only the demonstration has: a clock to move, and the mails it would have sent.</summary>
internal static class DemoModule
{
    public static void MapDemo(this Site site)
    {
        site.App.MapGet("/demo/clock", ClockPage.Get);
        site.App.MapPost("/demo/clock", ClockPage.Post);
        site.App.MapGet("/demo/mail", MailPage.Get);
        site.App.MapGet("/demo/mail/{id:guid}", MailPage.GetOne);
        site.Registry.Footer.Add(new(() => WebTexts.T("demo.mail"), "/demo/mail", 90));
    }
}
