using System.Text.RegularExpressions;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Dashboard;

public sealed class HomeAfterMergersTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task The_figures_follow_the_register_when_communes_merge()
    {
        await platform.MoveTo(new DateTimeOffset(2025, 1, 2, 9, 0, 0, TimeSpan.FromHours(1)));
        var figures = (await platform.Visitor().Get("/fr")).Html.QuerySelectorAll(".home-ground dd").Select(d => Digits(d.TextContent)).ToList();
        Assert.Equal(["2181502", "153", "14", "3"], figures);
    }

    private static string Digits(string text) => Regex.Replace(text, "[^0-9]", "", RegexOptions.None, TimeSpan.FromSeconds(1));
}
