using Passerelle.Accounts.Contract;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Accounts;

public sealed class DemoSignInTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    public static TheoryData<string> Keys => [.. DemoKeys.All];

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Each_person_of_the_demonstration_comes_in_with_one_button(string key)
    {
        var guest = platform.Visitor();
        var page = await guest.Get("/nl/sign-in");
        Assert.NotNull(page.Html.QuerySelector($"button[name=person][value={key}]"));
        var answer = await guest.Post("/demo/sign-in", ("person", key), ("language", "nl"));
        Assert.Equal(303, (int)answer.Status);
        Assert.True(await guest.IsSignedIn());
    }

    [Theory]
    [InlineData("coordinator", null, "/nl/desk")]
    [InlineData("citizen", null, "/nl")]
    [InlineData("citizen", "/me", "/nl/me")]
    [InlineData("citizen", "/fr/me/history", "/fr/me/history")]
    [InlineData("citizen", "/fr", "/fr")]
    [InlineData("citizen", "https://evil.example/", "/nl")]
    [InlineData("citizen", "//evil.example", "/nl")]
    public async Task It_leads_to_where_one_was_going_or_staff_to_their_work(string key, string? returnPath, string expected)
    {
        var answer = await platform.Visitor().Post("/demo/sign-in", ("person", key), ("return", returnPath), ("language", "nl"));
        Assert.Equal(expected, answer.Location);
    }

    [Fact]
    public async Task Nobody_else_comes_in_that_way()
    {
        foreach (var person in new[] { "", "nobody", "laurent-abadouche", "' OR 1=1" })
        {
            var guest = platform.Visitor();
            Assert.Equal(404, (int)(await guest.Post("/demo/sign-in", ("person", person))).Status);
            Assert.False(await guest.IsSignedIn());
        }
    }
}

public sealed class OutsideTheDemonstrationTests(EmptyPlatform platform) : IClassFixture<EmptyPlatform>
{
    [Fact]
    public async Task There_is_no_demonstration_sign_in()
    {
        Assert.Equal(404, (int)(await platform.Visitor().Post("/demo/sign-in", ("person", "director"))).Status);
        Assert.Empty((await platform.Visitor().Get("/fr/sign-in")).Html.QuerySelectorAll("button[name=person]"));
    }
}
