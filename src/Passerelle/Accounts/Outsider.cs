using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Passerelle.Accounts;

/// <summary>Who a provider says that the browser's owner is, while the cookie that keeps it holds.</summary>
internal sealed record Outsider(OutsideProvider Provider, string Subject, string? Email, string? Given, string? Family)
{
    public const string ProviderClaim = "provider";

    /// <summary>The longest subject that the table keeps; OpenID Connect allows more, nobody known uses it.</summary>
    private const int LongestSubject = 128;

    /// <summary>What the person recognises it by.</summary>
    public string Label => Email is null ? Provider.Name : $"{Provider.Name} ({Email})";

    public static async Task<Outsider?> Of(HttpContext http)
    {
        var found = (await http.AuthenticateAsync(IdentityConstants.ExternalScheme)).Principal;
        return found?.FindFirstValue("sub") is { Length: > 0 and <= LongestSubject } subject
            && http.RequestServices.GetRequiredService<OutsideProviders>().Find(found.FindFirstValue(ProviderClaim) ?? "") is { } provider
            ? new(provider, subject, found.FindFirstValue("email"), found.FindFirstValue("given_name"), found.FindFirstValue("family_name"))
            : null;
    }

    public static Task Forget(HttpContext http) => http.SignOutAsync(IdentityConstants.ExternalScheme);
}
