using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Accounts;

public sealed class LimitedPlatform : TestPlatform
{
    public const int PerAccount = 3;
    public const int PerAddress = 25;

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Limits:Off"] = "false",
        ["Limits:SignInsPerAccount"] = PerAccount.ToString(),
        ["Limits:SignInsPerAddress"] = PerAddress.ToString(),
    };
}

public sealed class LimitTests(LimitedPlatform platform) : IClassFixture<LimitedPlatform>
{
    [Fact]
    public async Task An_account_is_limited_strictly_and_a_hall_that_shares_an_address_generously()
    {
        var one = AccountSteps.NewAddress();
        for (var i = 0; i < LimitedPlatform.PerAccount; i++)
        {
            Assert.Equal(303, (int)(await platform.Visitor().Post("/fr/sign-in", ("email", one))).Status);
        }

        var refused = await platform.Visitor().Post("/fr/sign-in", ("email", one.ToUpperInvariant()));
        Assert.Equal(429, (int)refused.Status);
        Assert.NotEmpty(refused.Html.QuerySelectorAll("main h1"));
        Assert.Equal(LimitedPlatform.PerAccount, (await platform.MailsTo(one)).Count);

        // Everybody else in the hall still gets in, until the address itself has had enough.
        for (var i = LimitedPlatform.PerAccount + 1; i < LimitedPlatform.PerAddress; i++)
        {
            Assert.Equal(303, (int)(await platform.Visitor().Post("/fr/sign-in", ("email", AccountSteps.NewAddress()))).Status);
        }

        var full = await platform.Visitor().Post("/nl/sign-in", ("email", AccountSteps.NewAddress()));
        Assert.Equal(429, (int)full.Status);
        Assert.True(full.Response.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        Assert.Equal("nl", full.Html.DocumentElement.GetAttribute("lang"));

        // No way round: each form that signs in or registers counts.
        foreach (var path in new[] { "/fr/sign-in/password", "/fr/register", "/fr/sign-in/code", "/fr/passkey/ask", "/fr/passkey/sign-in", "/fr/sign-in/link/x", "/fr/sign-in/outside" })
        {
            Assert.Equal(429, (int)(await platform.Visitor().Post(path)).Status);
        }

        // Reading is not limited.
        Assert.Equal(200, (int)(await platform.Visitor().Get("/fr/sign-in")).Status);
    }

    [Fact]
    public void Every_form_outside_the_workspace_is_limited()
    {
        // What somebody does with their own account once they are in, and the demonstration's; and an application by its
        // own link, which is never refused for rate: see RateTests.
        string[] ones = ["/me", "/sign-out", "/demo/", "/applications/{token}/"];
        var free = platform.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") == true && e.Metadata.GetMetadata<EnableRateLimitingAttribute>() is null)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Select(p => p.StartsWith("/{language", StringComparison.Ordinal) ? p[(p.IndexOf('}', StringComparison.Ordinal) + 1)..] : p)
            .Where(p => !p.StartsWith("/desk/", StringComparison.Ordinal) && !p.StartsWith("/people/", StringComparison.Ordinal) && !ones.Any(o => p.StartsWith(o, StringComparison.Ordinal)));
        Assert.Empty(free);
    }
}
