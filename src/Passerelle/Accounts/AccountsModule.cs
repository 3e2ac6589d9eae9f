using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Pack;
using Passerelle.Platform.Web;

namespace Passerelle.Accounts;

/// <summary>People with an account: how they sign in, what they are, what they may see of themselves.</summary>
public static class AccountsModule
{
    public static WebApplicationBuilder AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddIdentity();
        services.AddScoped<People>().AddScoped<EventWording>().AddScoped<SignInLinks>().AddScoped<Charter>().AddSingleton<CharterShelf>();
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
        site.Registry.EventWords["person."] = Texts.Source;
        site.Registry.EventWords["charter."] = Texts.Source;
    }
}
