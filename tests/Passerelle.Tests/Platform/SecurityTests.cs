using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Platform.Email;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Platform;

public sealed class SecurityTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private static readonly string[] Always = ["Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy"];

    [Fact]
    public async Task Every_unsafe_address_refuses_what_another_site_sends_and_changes_nothing()
    {
        var unsafes = Endpoints.Of(platform).Where(e => e.Methods.Any(m => m is "POST" or "PUT" or "DELETE" or "PATCH")).ToList();
        Assert.True(unsafes.Count > 40, $"Only {unsafes.Count} unsafe addresses were found");
        var administrator = await platform.As("administrator");
        await platform.Deliver();
        var before = await State();
        List<string> let = [];
        foreach (var endpoint in unsafes)
        {
            foreach (var headers in new (string, string)[][]
            {
                [("Sec-Fetch-Site", "cross-site")], [("Sec-Fetch-Site", "same-site")], [("Sec-Fetch-Site", "cross-site"), ("Origin", "http://localhost")],
                [("Origin", "https://elsewhere.example")], [("Origin", "null")], [],
            })
            {
                using var request = new HttpRequestMessage(new HttpMethod(endpoint.Methods.First(m => m != "GET")), endpoint.Sample);
                request.Content = new FormUrlEncodedContent([]);
                foreach (var (name, value) in headers)
                {
                    request.Headers.TryAddWithoutValidation(name, value);
                }

                using var answer = await administrator.Http.SendAsync(request);
                if ((int)answer.StatusCode != 403)
                {
                    let.Add($"{endpoint.Pattern} {string.Join(' ', headers)}: {(int)answer.StatusCode}");
                }
            }
        }

        Assert.Empty(let);
        Assert.Equal(before, await State());
    }

    [Theory]
    [InlineData("/fr")]
    [InlineData("/")]
    [InlineData("/fr/nulle-part")]
    [InlineData("/fr/nulle-part.html")]
    [InlineData("/nowhere.php")]
    [InlineData("/css/base.css")]
    [InlineData("/img/favicon.svg")]
    [InlineData("/health/live")]
    [InlineData("/sitemap.xml")]
    [InlineData("/fr/desk")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        var answer = await platform.Visitor().Get(path);
        Assert.All(Always, h => Assert.True(answer.Response.Headers.Contains(h), h));
        Assert.False(answer.Response.Headers.Contains("Server"));
        var policy = answer.Response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task A_refusal_and_a_form_that_is_not_in_order_carry_them_too()
    {
        var citizen = await platform.As("citizen");
        var refused = await citizen.Get("/fr/desk/deliveries");
        var form = await (await platform.As("coordinator")).Post("/fr/desk/groups/new");
        Assert.Equal((403, 422), ((int)refused.Status, (int)form.Status));
        Assert.All(Always, h => Assert.True(refused.Response.Headers.Contains(h) && form.Response.Headers.Contains(h), h));
    }

    [Fact]
    public async Task Over_https_browsers_are_told_to_stay_there_even_by_a_kept_page()
    {
        var guest = platform.Visitor();
        await guest.Get("/nl/groups");
        for (var i = 0; i < 2; i++)
        {
            var answer = await guest.Get("https://localhost/nl/groups");
            Assert.Contains("max-age=31536000", answer.Response.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
        }

        Assert.False((await guest.Get("/nl/groups")).Response.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Every_cookie_holds_for_the_whole_site_and_no_script_reads_it()
    {
        var guest = platform.Visitor();
        List<string> cookies = [];
        foreach (var answer in new[]
        {
            await guest.Get("/switch/nl/groups"),
            await guest.Post("/demo/sign-in", ("person", "citizen")),
            await guest.Post("/demo/clock", ("now", platform.Clock.LocalNow.AddMinutes(1).ToString("s"))),
            await guest.Fill("/nl/me", ("organisation", "De Brug")),
        })
        {
            cookies.AddRange(answer.Response.Headers.TryGetValues("Set-Cookie", out var set) ? set : []);
        }

        Assert.True(cookies.Count >= 4, string.Join('\n', cookies));
        Assert.All(cookies, c =>
        {
            Assert.Contains("path=/;", c + ";", StringComparison.OrdinalIgnoreCase);
            Assert.Contains("httponly", c, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=lax", c, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task What_somebody_sees_who_is_signed_in_is_kept_by_nothing_on_the_way()
    {
        var citizen = await platform.As("citizen");
        foreach (var path in new[] { "/fr", "/fr/groups", "/fr/me", "/fr/me/history.csv" })
        {
            Assert.Equal("no-cache, private", (await citizen.Get(path)).Response.Headers.CacheControl!.ToString());
        }
    }

    [Fact]
    public async Task Over_https_every_cookie_stays_on_it()
    {
        var guest = platform.Visitor();
        var signedIn = await guest.Post("https://localhost/demo/sign-in", ("person", "citizen"));
        var switched = await guest.Get("https://localhost/switch/nl/groups");
        Assert.All(
            signedIn.Response.Headers.GetValues("Set-Cookie").Concat(switched.Response.Headers.GetValues("Set-Cookie")),
            cookie => Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("https://evil.example")]
    public async Task A_banner_that_somebody_else_wrote_leads_to_no_other_site(string href)
    {
        var banner = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new { Kind = "done", Text = "Forged", LinkText = "Click", LinkHref = href });
        var page = await platform.Visitor().Get("/fr/sign-in", ("Cookie", "passerelle-banner=" + System.Buffers.Text.Base64Url.EncodeToString(banner)));
        Assert.DoesNotContain("evil.example", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fr")]
    [InlineData("/nl/groups")]
    [InlineData("/css/base.css")]
    [InlineData("/sitemap.xml")]
    public async Task HEAD_is_answered_as_GET_without_a_body(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var answer = await platform.Visitor().Http.SendAsync(request);
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    private Task<string> State() => platform.Db(async db =>
        $"{await db.Events.CountAsync()} {await db.Events.MaxAsync(e => e.Number)} {await db.Set<QueuedMail>().CountAsync()} {await db.TextIndex.CountAsync()} {platform.Clock.Today}");
}

/// <summary>The addresses that the application answers, each with an example that its route takes.</summary>
internal sealed record Endpoints(string Pattern, IReadOnlyList<string> Methods, string Sample)
{
    public static IEnumerable<Endpoints> Of(TestPlatform platform) =>
        platform.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>() is { HttpMethods.Count: > 0 })
            .Select(e => new Endpoints("/" + e.RoutePattern.RawText!.TrimStart('/'), e.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods, SampleOf(e)));

    private static string SampleOf(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "language" } => "fr",
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => parameter.ParameterPolicies.Any(p => p.Content == "guid") ? Guid.Empty.ToString()
                : parameter.ParameterPolicies.Any(p => p.Content == "int") ? "2021" : "x",
            _ => "x",
        }))));
}
