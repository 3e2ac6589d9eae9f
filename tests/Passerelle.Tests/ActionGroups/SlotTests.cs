using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

public sealed class SlotTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Theory]
    [InlineData("/fr/territory/communes/34027")]
    [InlineData("/nl/programme/axes/{axis}")]
    [InlineData("/fr/programme/themes/{theme}")]
    [InlineData("/nl/programme/actions/{action}")]
    public async Task A_group_stands_on_the_pages_of_what_it_belongs_to(string address)
    {
        var visitor = platform.Visitor();
        var group = await visitor.Get("/fr/groups/parc-bleu");
        string Last(string part) => group.Html.QuerySelector($"main a[href^='/fr/programme/{part}/']")!.GetAttribute("href")!.Split('/')[^1];
        var page = await visitor.Get(address.Replace("{axis}", Last("axes"), StringComparison.Ordinal).Replace("{theme}", Last("themes"), StringComparison.Ordinal).Replace("{action}", Last("actions"), StringComparison.Ordinal));
        Assert.Equal(200, (int)page.Status);
        Assert.NotNull(page.Html.QuerySelector($"main a[href='/{address[1..3]}/groups/parc-bleu']"));
    }

    [Fact]
    public async Task The_home_page_shows_the_latest_news_and_the_next_dates()
    {
        var page = await platform.Visitor().Get("/nl");
        Assert.NotEmpty(page.Html.QuerySelectorAll("main a[href*='/posts/']"));
        Assert.NotEmpty(page.Html.QuerySelectorAll("main time.tile"));
        Assert.All(page.Html.QuerySelectorAll("main a[href*='/posts/']"), a => Assert.StartsWith("/nl/groups/", a.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_groups_page_takes_five_queries_at_most()
    {
        var visitor = platform.Visitor();
        await visitor.Get("/fr/groups/parc-bleu");
        var (answer, queries) = await visitor.Count("/fr/groups/parc-bleu?fresh=1");
        Assert.Equal(200, (int)answer.Status);
        Assert.InRange(queries, 1, 5);
    }
}
