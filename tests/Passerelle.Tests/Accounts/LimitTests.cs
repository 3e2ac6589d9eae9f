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

        // Reading is not limited.
        Assert.Equal(200, (int)(await platform.Visitor().Get("/fr/sign-in")).Status);
    }
}
