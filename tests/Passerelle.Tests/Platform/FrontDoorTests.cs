using System.Net;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Platform;

public sealed class FrontDoorTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task The_platform_says_that_it_lives_and_is_ready()
    {
        var guest = platform.Visitor();
        Assert.Equal(HttpStatusCode.OK, (await guest.Get("/health/live")).Status);
        Assert.Equal(HttpStatusCode.OK, (await guest.Get("/health/ready")).Status);
    }

    [Theory]
    [InlineData("nl-BE,nl;q=0.9,fr;q=0.5", "/nl")]
    [InlineData("fr", "/fr")]
    [InlineData("en-GB", "/en")]
    [InlineData("de", "/fr")]
    public async Task The_bare_address_goes_to_the_browsers_language(string accepted, string expected)
    {
        var answer = await platform.Visitor(accepted).Get("/");
        Assert.Equal(HttpStatusCode.Found, answer.Status);
        Assert.Equal(expected, answer.Location);
    }

    [Fact]
    public async Task The_language_chosen_last_goes_before_the_browsers()
    {
        var guest = platform.Visitor("fr");
        var switched = await guest.Get("/switch/nl/demo?x=1");
        Assert.Equal("/nl/demo?x=1", switched.Location);
        Assert.Equal("/nl", (await guest.Get("/")).Location);
    }

    [Theory]
    [InlineData("/nl/bestaat-niet", "Deze pagina bestaat niet")]
    [InlineData("/fr/nulle-part", "Cette page n’existe pas")]
    [InlineData("/en/nowhere", "There is no such page")]
    public async Task A_wrong_address_is_answered_in_its_own_language(string path, string title)
    {
        var answer = await platform.Visitor().Get(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal(title, answer.Html.QuerySelector("h1")!.TextContent);
        Assert.Equal(path[1..3], answer.Html.DocumentElement.GetAttribute("lang"));
    }
}
