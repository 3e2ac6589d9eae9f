using Microsoft.Extensions.Configuration;
using Passerelle.Platform;
using Passerelle.Tests.Accounts;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Platform;

/// <summary>Started with --urls alone.</summary>
public sealed class ElsewherePlatform : TestPlatform
{
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["urls"] = "http://*:6123;http://127.0.0.1:6124" };
}

/// <summary>Outgoing addresses name where the platform listens, unless the operator sets another.</summary>
public sealed class PublicUrlTests(ElsewherePlatform platform) : IClassFixture<ElsewherePlatform>
{
    [Fact]
    public async Task Pages_the_sitemap_and_mails_name_the_first_address_of_urls()
    {
        var page = await platform.Visitor().Get("/fr/groups");
        Assert.Equal("http://localhost:6123/fr/groups", page.Html.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.All(page.Html.QuerySelectorAll("link[hreflang]"), l => Assert.StartsWith("http://localhost:6123/", l.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Contains("<loc>http://localhost:6123/fr/groups</loc>", (await platform.Visitor().Get("/sitemap.xml")).Text, StringComparison.Ordinal);
        var email = AccountSteps.NewAddress();
        await platform.Visitor().Register(email);
        Assert.Contains("http://localhost:6123/fr/sign-in/link/", (await platform.MailsTo(email))[^1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, "http://localhost:5080")]
    [InlineData(null, "http://0.0.0.0:8080", "http://localhost:8080")]
    [InlineData(null, "http://[::]:80", "http://localhost")]
    [InlineData(null, "http://+:5080", "http://localhost:5080")]
    [InlineData(null, "https://passerelle.example;http://localhost:1", "https://passerelle.example")]
    [InlineData(null, "http://127.0.0.1:0", "http://localhost:5080")]
    [InlineData("https://passerelle.example/", "http://127.0.0.1:5081", "https://passerelle.example")]
    public void It_is_the_setting_or_where_the_platform_listens(string? set, string? urls, string expected) =>
        Assert.Equal(expected, Arguments.PublicUrl(new ConfigurationBuilder().AddInMemoryCollection([new("PublicUrl", set), new("urls", urls)]).Build()));
}
