using System.Security.Claims;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Passerelle.Platform;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Accounts;

/// <summary>A provider of identities outside, such as FranceConnect or itsme: section «OpenIdConnect:Providers» of the settings.</summary>
public sealed class OutsideProvider
{
    /// <summary>Its name in addresses and in the accounts that are linked to it. Never given to another provider later.</summary>
    public string Key { get; set; } = "";

    /// <summary>What the button says.</summary>
    public string Name { get; set; } = "";
    public string Authority { get; set; } = "";
    public string ClientId { get; set; } = "";
    public string? ClientSecret { get; set; }
    public string Scope { get; set; } = "openid email profile";

    /// <summary>The assurance asked for, where the provider wants it said.</summary>
    public string? AcrValues { get; set; }

    public string Scheme => "outside-" + Key;

    public string CallbackPath => "/sign-in/with/" + Key;
}

/// <summary>The providers that the operator set up; none by default.</summary>
internal sealed partial class OutsideProviders(IReadOnlyList<OutsideProvider> all)
{
    public IReadOnlyList<OutsideProvider> All => all;

    public OutsideProvider? Find(string key) => all.FirstOrDefault(p => p.Key == key);

    public static OutsideProviders Of(IConfiguration settings)
    {
        var all = settings.GetSection("OpenIdConnect:Providers").Get<List<OutsideProvider>>() ?? [];
        foreach (var wrong in all.Where(p => !Plain().IsMatch(p.Key) || p.Name.Length == 0 || p.ClientId.Length == 0 || !IsSafe(p.Authority)))
        {
            throw new InvalidOperationException($"OpenIdConnect:Providers «{wrong.Key}»: Key (small letters, digits, hyphens), Name, Authority (https) and ClientId must be filled");
        }

        return all.DistinctBy(p => p.Key).Count() == all.Count ? new(all) : throw new InvalidOperationException("OpenIdConnect:Providers: a Key stands twice");
    }

    private static bool IsSafe(string authority) =>
        Uri.TryCreate(authority, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback);

    [GeneratedRegex("^[a-z0-9-]{1,40}$")]
    private static partial Regex Plain();
}

/// <summary>
/// The code flow with PKCE, answered by a plain GET: it passes the rule against cross-site requests and the Lax
/// cookies that hold state and nonce go with it.
/// </summary>
internal static class OutsideSetup
{
    public static void AddOutside(this AuthenticationBuilder builder, OutsideProviders providers)
    {
        builder.Services.AddSingleton(providers);
        foreach (var provider in providers.All)
        {
            builder.AddOpenIdConnect(provider.Scheme, provider.Name, o => Configure(o, provider));
        }
    }

    private static void Configure(OpenIdConnectOptions options, OutsideProvider provider)
    {
        options.SignInScheme = IdentityConstants.ExternalScheme;
        (options.Authority, options.ClientId, options.ClientSecret) = (provider.Authority, provider.ClientId, provider.ClientSecret);
        options.RequireHttpsMetadata = !new Uri(provider.Authority).IsLoopback;
        (options.ResponseType, options.ResponseMode, options.UsePkce) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query, true);
        options.Scope.Clear();
        provider.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList().ForEach(options.Scope.Add);
        (options.GetClaimsFromUserInfoEndpoint, options.MapInboundClaims, options.SaveTokens, options.DisableTelemetry) = (true, false, false, true);
        options.CallbackPath = provider.CallbackPath;
        (options.RemoteSignOutPath, options.SignedOutCallbackPath) = (default, default);
        Shape(options.CorrelationCookie, "passerelle-state.");
        Shape(options.NonceCookie, "passerelle-nonce.");
        options.Events.OnRedirectToIdentityProvider = asked =>
        {
            // The address that is registered with the provider, whatever the request says its host is.
            asked.ProtocolMessage.RedirectUri = asked.HttpContext.RequestServices.GetRequiredService<PlatformOptions>().PublicUrl + provider.CallbackPath;
            asked.ProtocolMessage.AcrValues = provider.AcrValues;
            asked.ProtocolMessage.UiLocales = Language.Interface;
            return Task.CompletedTask;
        };
        options.Events.OnTicketReceived = received =>
        {
            received.Principal = Kept(received.Principal!, provider);
            return Task.CompletedTask;
        };
        options.Events.OnRemoteFailure = failed => Failed(failed, provider);
    }

    private static void Shape(CookieBuilder cookie, string name) =>
        (cookie.Name, cookie.Path, cookie.HttpOnly, cookie.SameSite, cookie.SecurePolicy) = (name, "/", true, SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);

    /// <summary>What we go on with: who it is there, and what fills in the registration.</summary>
    private static ClaimsPrincipal Kept(ClaimsPrincipal all, OutsideProvider provider) => new(new ClaimsIdentity(
        new[] { "sub", "email", "given_name", "family_name" }
            .Select(name => (name, Value: all.FindFirstValue(name)))
            .Where(c => c.Value is not null)
            .Select(c => new Claim(c.name, Clean.Line(c.Value!)))
            .Append(new(Outsider.ProviderClaim, provider.Key)),
        provider.Scheme));

    private static async Task Failed(RemoteFailureContext failed, OutsideProvider provider)
    {
        var http = failed.HttpContext;
        http.RequestServices.GetRequiredService<ILogger<OutsideProvider>>().LogWarning(failed.Failure, "{Provider} did not sign in", provider.Key);
        if (failed.Properties?.RedirectUri?.Split('/') is ["", var language, ..] && Language.IsInterface(language))
        {
            Language.Set(language, Language.Content);
        }

        failed.HandleResponse();
        await http.RequestServices.GetRequiredService<Visit>().Go("/sign-in", new("wrong", Texts.T("outside.failed", provider.Name))).ExecuteAsync(http);
    }
}
