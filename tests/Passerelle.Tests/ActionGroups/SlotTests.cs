using Microsoft.Extensions.DependencyInjection;
using Passerelle.ActionGroups;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;
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

    [Theory]
    [InlineData("/fr/groups?theme=S6")]
    [InlineData("/fr/groups/langage-clair")]
    [InlineData("/fr/programme/themes/$theme")]
    [InlineData("/fr/programme/actions/$action")]
    [InlineData("/fr/territory/communes/$commune")]
    public async Task A_missing_college_shows_wherever_the_group_is_shown(string address)
    {
        var group = await platform.Group("langage-clair");
        var theme = (await platform.Scope(s => s.GetService<Programmes>().Current())).Theme(group.Theme!)!.Slug;
        var page = await platform.Visitor().Get(address.Replace("$theme", theme, StringComparison.Ordinal).Replace("$action", group.PresentActions.First(), StringComparison.Ordinal).Replace("$commune", group.Communes[0], StringComparison.Ordinal));
        Assert.Equal(200, (int)page.Status);
        var shown = page.Path.EndsWith("langage-clair", StringComparison.Ordinal) ? page.Main
            : string.Concat(page.Html.QuerySelectorAll("main li, main article, main tr, main p, main dd, main section").Where(e => e.QuerySelector("a[href='/fr/groups/langage-clair']") is not null).Select(e => e.TextContent));
        Assert.True(shown.Contains("Un collège manque", StringComparison.OrdinalIgnoreCase) || shown.Contains("Aucun membre", StringComparison.Ordinal), shown);
    }

    [Theory]
    [InlineData("fr", "jeudi 4 février 2021 à 18 h 30, Agence")]
    [InlineData("nl", "donderdag 4 februari 2021 om 18.30 uur, Agentschap")]
    public async Task The_page_of_a_commune_says_when_the_groups_that_touch_it_meet_next(string language, string when)
    {
        var page = await platform.Visitor().Get($"/{language}/territory/communes/34027");
        var card = page.Html.QuerySelector($"main article:has(a[href='/{language}/groups/parc-bleu'])")!.TextContent.Replace('\u00a0', ' ').Replace('\u202f', ' ');
        Assert.Contains(when, card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_a_commune_names_every_group_that_touches_it_however_many()
    {
        var busiest = (await platform.Scope(s => s.GetService<GroupShelf>().Read(default).AsTask())).Shown
            .SelectMany(g => g.Communes.Select(c => (Commune: c, g.Slug))).GroupBy(p => p.Commune).MaxBy(g => g.Count())!;
        var page = await platform.Visitor().Get("/fr/territory/communes/" + busiest.Key);
        Assert.Empty(busiest.Select(g => g.Slug).Except(page.Html.QuerySelectorAll("section:has(#commune-groups) h3 a").Select(a => a.GetAttribute("href")![11..])));
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
        await platform.Deliver();
        await visitor.Get("/fr/groups/parc-bleu");
        platform.Services.GetRequiredService<Generations>().Raise("person.changed");
        var (answer, queries) = await visitor.Count("/fr/groups/parc-bleu?fresh=1");
        Assert.Equal(200, (int)answer.Status);
        Assert.InRange(queries, 1, 5);
        Assert.Equal(0, (await visitor.Count("/fr/groups/parc-bleu?fresh=2")).Queries); // asked for lately
    }
}
