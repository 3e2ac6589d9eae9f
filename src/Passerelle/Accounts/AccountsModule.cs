using Passerelle.Accounts.Contract;
using Passerelle.Platform.Pack;
using Passerelle.Platform.Web;

namespace Passerelle.Accounts;

/// <summary>People with an account: how they sign in, what they are, what they may see of themselves.</summary>
public static class AccountsModule
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<People>().AddScoped<EventWording>().AddScoped<SignInLinks>().AddScoped<Charter>().AddSingleton<CharterShelf>();
        services.AddScoped<PackPart, CharterPack>().AddScoped<PackPart, PeoplePack>();
        return services;
    }

    public static void MapAccounts(this Site site)
    {
        site.Registry.EventWords["person."] = Texts.Source;
        site.Registry.EventWords["charter."] = Texts.Source;
    }
}
