using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Accounts.Pages;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;
using Passerelle.Platform.Web;
using Passerelle.Platform;

namespace Passerelle.Accounts;

/// <summary>People with an account: how they sign in, what they are, what they may see of themselves.</summary>
public static class AccountsModule
{
    public static WebApplicationBuilder AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddIdentity(builder.Configuration);
        services.AddScoped<People>().AddScoped<EventWording>().AddScoped<SignInLinks>().AddScoped<Charter>().AddSingleton<CharterShelf>();
        services.AddScoped<AccountMails>().AddScoped<IPersonalData, OwnData>();
        services.AddScoped<PackPart, CharterPack>().AddScoped<PackPart, PeoplePack>();
        services.AddSingleton<IAtStart, FirstAdministrator>();
        var limits = builder.Configuration.GetSection("Limits");
        services.Configure<LimitOptions>(limits).AddSingleton<Limits>();
        services.AddRateLimiter(o => Limits.Configure(o, limits.Get<LimitOptions>() ?? new()));
        return builder;
    }

    /// <summary>Who asks, and how often they may; after routing.</summary>
    public static WebApplication UseAccounts(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseMiddleware<VisitorStep>();
        app.UseRateLimiter();
        return app;
    }

    public static void MapAccounts(this Site site)
    {
        MapSignIn(site);
        MapMe(site);
        MapDesk(site);
        site.Pages.MapGet("/charter", CharterPage.Get).Cached("charter");
        site.Pages.MapPost("/charter", CharterPage.Post).RequireRateLimiting(Limits.PublicForm).WithoutCharter();
        if (site.Options.Demo)
        {
            site.App.MapPost("/demo/sign-in", DemoSignIn.Post);
        }

        site.Registry.EventWords["person."] = Texts.Source;
        site.Registry.EventWords["charter."] = Texts.Source;
        site.Registry.Footer.Add(new(() => Texts.T("charter"), "/charter", 40));
        site.Registry.TextHomes[nameof(CharterVersion)] = new("charter", () => Texts.T("charter"), 70, async (services, ids, stop) =>
        {
            var wanted = ids.ToList();
            var found = await services.GetRequiredService<PlatformDb>().Set<CharterVersion>().AsNoTracking().Where(c => wanted.Contains(c.Id)).Select(c => c.Id).ToListAsync(stop);
            return found.ToDictionary(id => id, _ => new TextPlace(LocalizedText.Worded(() => Texts.T("charter")), "/charter"));
        })
        {
            Markdown = [nameof(CharterVersion.Text)],
        };
        site.Registry.Sitemap.Add((_, _) => Task.FromResult<IReadOnlyList<string>>(["/charter"]));
    }

    private static void MapSignIn(Site site)
    {
        var pages = site.Pages.MapGroup("").WithoutCharter();
        pages.MapGet("/sign-in", SignInPage.Get);
        pages.MapGet("/sign-in/sent", SentPage.Get);
        pages.MapGet("/sign-in/link/{token}", LinkPage.Get);
        pages.MapGet("/sign-in/code", CodePage.Get);
        pages.MapGet("/sign-in/with/{provider}", OutsidePage.Start).RequireRateLimiting(Limits.SignIn);
        pages.MapGet("/sign-in/outside", OutsidePage.Get);
        pages.MapGet("/register", RegisterPage.Get);
        pages.MapGet("/first-administrator/{token}", FirstAdministratorPage.Get);
        pages.MapPost("/sign-out", async (Visit visit, SignIns signIns) =>
        {
            await signIns.SignOutAsync();
            return visit.Done("/", Texts.T("signout.done"));
        });

        var limited = pages.MapGroup("").RequireRateLimiting(Limits.SignIn);
        limited.MapPost("/sign-in", SignInPage.PostLink);
        limited.MapPost("/sign-in/password", SignInPage.PostPassword);
        limited.MapPost("/sign-in/link/{token}", LinkPage.Post);
        limited.MapPost("/sign-in/code", CodePage.Post);
        limited.MapPost("/sign-in/outside", OutsidePage.Post);
        limited.MapPost("/register", RegisterPage.Post);
        limited.MapPost("/first-administrator/{token}", FirstAdministratorPage.Post);
        limited.MapPost("/passkey/ask", Passkeys.Ask);
        limited.MapPost("/passkey/sign-in", Passkeys.SignIn);
        limited.MapPost("/passkey/make", Passkeys.Make);
        limited.MapPost("/passkey/add", Passkeys.Add);
    }

    private static void MapMe(Site site)
    {
        site.Pages.MapGet("/me", MePage.Get);
        site.Pages.MapPost("/me", MePage.Post);
        // Whoever does not want the charter can still look after the account, take the data along and go.
        var pages = site.Pages.MapGroup("").WithoutCharter();
        pages.MapGet("/me/email", AddressPage.Get);
        pages.MapPost("/me/email", AddressPage.Post).RequireRateLimiting(Limits.SignIn);
        pages.MapGet("/me/security", SecurityPage.Get);
        pages.MapPost("/me/security/password", SecurityPage.PostPassword);
        pages.MapPost("/me/security/password/remove", SecurityPage.PostPasswordRemoved);
        pages.MapPost("/me/security/passkey/remove", SecurityPage.PostKeyRemoved);
        pages.MapPost("/me/security/outside/remove", OutsidePage.PostRemoved);
        pages.MapPost("/me/security/sign-out-everywhere", SecurityPage.PostEverywhere);
        pages.MapGet("/me/security/code", SecondPage.Get);
        pages.MapPost("/me/security/code", SecondPage.Post);
        pages.MapPost("/me/security/code/begin", SecondPage.Begin);
        pages.MapPost("/me/security/code/off", SecondPage.Off);
        pages.MapGet("/me/data", DataPage.Get);
        pages.MapGet("/me/data/download", DataPage.Download);
        pages.MapGet("/me/erase", ErasePage.Get);
        pages.MapPost("/me/erase", ErasePage.Post);
        pages.MapGet("/me/history", HistoryPage.Get);
        pages.MapGet("/me/history.csv", HistoryPage.GetCsv);
        pages.MapGet("/me/history.xlsx", HistoryPage.GetExcel);
    }

    private static void MapDesk(Site site)
    {
        var pages = site.Pages;
        pages.MapGet("/people", PeoplePage.Get);
        pages.MapGet("/people/{id:guid}", PersonPage.Get);
        pages.MapPost("/people/{id:guid}/roles", PersonPage.PostGrant);
        pages.MapPost("/people/{id:guid}/roles/{grant:guid}/end", PersonPage.PostEnd);
        pages.MapPost("/people/{id:guid}/sign-out", PersonPage.PostSignOut);
        pages.MapGet("/desk/charter", PublishCharterPage.Get);
        pages.MapPost("/desk/charter", PublishCharterPage.Post);
        pages.MapGet("/desk/deliveries", DeliveriesPage.Get);
        pages.MapPost("/desk/deliveries/event", DeliveriesPage.PostEvent);
        pages.MapPost("/desk/deliveries/mail", DeliveriesPage.PostMail);

        static string Heading() => Texts.T("desk.heading");
        var entries = site.Registry.Workspace;
        entries.Add(new(() => Texts.T("people"), "/people", 910, Heading, who => who.Is(Role.Administrator, Role.Director)));
        entries.Add(new(() => Texts.T("charter"), "/desk/charter", 920, Heading, who => who.Is(Role.Administrator, Role.Director)));
        entries.Add(new(() => Texts.T("deliveries"), "/desk/deliveries", 930, Heading, who => who.Is(Role.Administrator)));
    }
}
