using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Passerelle.Platform;
using Passerelle.Platform.Data;

namespace Passerelle.Accounts;

/// <summary>Identity over our context: cookies, password rules, second factor, passkeys.</summary>
internal static class IdentitySetup
{
    /// <summary>The page cache passes by requests that carry it.</summary>
    private const string Cookie = "passerelle";

    public static void AddIdentity(this IServiceCollection services, IConfiguration settings)
    {
        services.AddDataProtection().SetApplicationName("passerelle");
        // The framework reads the keys as the host starts, which is before the database is migrated; KeysAtStart does so after.
        services.Remove(services.Single(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Name == "DataProtectionHostedService"));
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeyShelfSetup>().AddSingleton<IAtStart, KeysAtStart>();
        var authentication = services.AddAuthentication(IdentityConstants.ApplicationScheme);
        authentication.AddOutside(OutsideProviders.Of(settings));
        authentication.AddIdentityCookies(cookies =>
        {
            cookies.ApplicationCookie!.Configure(o => Shape(o, Cookie, TimeSpan.FromDays(14)));
            cookies.TwoFactorUserIdCookie!.Configure(o => Shape(o, Cookie + "-second", TimeSpan.FromMinutes(10)));
            cookies.TwoFactorRememberMeCookie!.Configure(o => Shape(o, Cookie + "-known", TimeSpan.FromDays(14)));
            cookies.ExternalCookie!.Configure(o => Shape(o, Cookie + "-outside", TimeSpan.FromMinutes(20)));
        });
        services.AddIdentityCore<Person>(o =>
        {
            o.Password = new() { RequiredLength = PasswordRules.Shortest, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
            o.Lockout = new() { MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15) };
            o.User = new() { AllowedUserNameCharacters = "" };
            o.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        })
            .AddUserStore<UserOnlyStore<Person, PlatformDb, Guid>>()
            .AddSignInManager<SignIns>()
            .AddPasswordValidator<PasswordRules>()
            .AddTokenProvider<OnceCodes>(TokenOptions.DefaultAuthenticatorProvider);
        // A passkey stands for two factors, so the device must have made sure of its owner.
        services.Configure<IdentityPasskeyOptions>(o =>
        {
            (o.UserVerificationRequirement, o.ResidentKeyRequirement) = ("required", "required");
            o.ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && asked.Origin == $"{asked.HttpContext.Request.Scheme}://{asked.HttpContext.Request.Host}");
        });
        services.AddScoped(p => (SignIns)p.GetRequiredService<SignInManager<Person>>());
        // It would read the keys before the database is migrated; KeysAtStart does so afterwards.
        services.Remove(services.Single(s => s.ImplementationType?.Name == "DataProtectionHostedService"));
    }

    private static void Shape(CookieAuthenticationOptions options, string name, TimeSpan life)
    {
        options.Cookie.Name = name;
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = life;
        options.SlidingExpiration = true;
        // The stamp is compared with each request, by VisitorStep; who may not is told by the pages.
        options.Events = new();
    }
}

/// <summary>Long rather than odd, and not what everybody would guess of this person.</summary>
internal sealed class PasswordRules : IPasswordValidator<Person>
{
    public const int Shortest = 12;
    public const int Longest = 128;

    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password)
    {
        var typed = password ?? "";
        string[] guesses = [user.GivenName, user.FamilyName, user.Email?.Split('@')[0] ?? "", "passerelle", "motdepasse", "wachtwoord", "password", "123456", "azerty", "qwerty"];
        var bare = guesses.Where(g => g.Length > 2).Aggregate(typed, (left, guess) => left.Replace(guess, "", StringComparison.OrdinalIgnoreCase));
        return Task.FromResult(
            typed.Length > Longest ? Failed("long")
            : bare.Distinct().Count() < 5 ? Failed("easy")
            : IdentityResult.Success);
    }

    private static IdentityResult Failed(string code) => IdentityResult.Failed(new IdentityError { Code = code, Description = Texts.T("password." + code) });
}
