using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Accounts;
using Passerelle.Tests.Host;
using static Passerelle.Tests.Accounts.FakeProvider;

namespace Passerelle.Tests.Accounts;

public sealed class NoOutsideTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task By_default_there_is_no_provider_outside()
    {
        Assert.Null((await platform.Visitor().Get("/fr/sign-in")).Html.QuerySelector("a[href*='/sign-in/with/']"));
        Assert.Equal(404, (int)(await platform.Visitor().Get("/fr/sign-in/with/franceconnect")).Status);
        Assert.Null((await (await platform.As("citizen")).Get("/fr/me/security")).Html.QuerySelector("#outsides"));
    }
}

public sealed class AwayPlatform : TestPlatform
{
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["OpenIdConnect:Providers:0:Key"] = "away",
        ["OpenIdConnect:Providers:0:Name"] = "AwayID",
        ["OpenIdConnect:Providers:0:Authority"] = Address,
        ["OpenIdConnect:Providers:0:ClientId"] = Client,
    };

    protected override void Configure(IServiceCollection services) =>
        services.Configure<OpenIdConnectOptions>("outside-away", o => o.BackchannelHttpHandler = new FakeProvider { Away = true });
}

public sealed class AwayTests(AwayPlatform platform) : IClassFixture<AwayPlatform>
{
    [Fact]
    public async Task A_provider_that_does_not_answer_is_said_and_the_other_ways_stay()
    {
        var guest = platform.Visitor();
        var answer = await guest.Get("/fr/sign-in/with/away");
        Assert.Equal("/fr/sign-in", answer.Location);
        Assert.Contains("AwayID ne répond pas", (await guest.Follow(answer)).Html.QuerySelector(".banner.wrong")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Key", "France Connect")]
    [InlineData("Authority", "http://id.example")]
    [InlineData("ClientId", "")]
    public void A_setting_that_is_not_in_order_stops_the_start_and_is_named(string key, string value)
    {
        var settings = new Dictionary<string, string?>
        {
            ["OpenIdConnect:Providers:0:Key"] = "away",
            ["OpenIdConnect:Providers:0:Name"] = "AwayID",
            ["OpenIdConnect:Providers:0:Authority"] = Address,
            ["OpenIdConnect:Providers:0:ClientId"] = Client,
            [$"OpenIdConnect:Providers:0:{key}"] = value,
        };
        var error = Assert.Throws<InvalidOperationException>(() => OutsideProviders.Of(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()));
        Assert.Contains("OpenIdConnect:Providers", error.Message, StringComparison.Ordinal);
    }
}
