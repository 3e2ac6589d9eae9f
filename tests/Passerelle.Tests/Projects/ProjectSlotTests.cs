using Passerelle.Tests.Host;

namespace Passerelle.Tests.Projects;

/// <summary>Projects on the pages of what they belong to.</summary>
public sealed class ProjectSlotTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Theory]
    [InlineData("/fr/groups/parc-bleu")]
    [InlineData("/nl/groups/mobilites-durables")]
    [InlineData("/fr/programme/themes/parc-bleu")]
    [InlineData("/nl/programme/themes/{other}")]
    [InlineData("/fr/territory/communes/34022")]
    [InlineData("/nl/territory/communes/57062")]
    public async Task A_project_stands_on_the_pages_of_what_it_belongs_to(string address)
    {
        var visitor = platform.Visitor();
        var other = (await visitor.Get("/fr/groups/parc-bleu")).Html.QuerySelector("main a[href^='/fr/programme/themes/']")!.GetAttribute("href")!.Split('/')[^1];
        var page = await visitor.Get(address.Replace("{other}", other, StringComparison.Ordinal));
        Assert.Equal(200, (int)page.Status);
        Assert.NotNull(page.Html.QuerySelector($"main section[aria-labelledby$=-projects] a[href='/{address[1..3]}/projects/jalonnement-lys']"));
    }

    [Fact]
    public async Task A_new_project_shows_at_once_on_the_kept_page_of_its_group()
    {
        var visitor = platform.Visitor();
        await visitor.Get("/fr/groups/parc-bleu");
        var slug = await new ProjectScene(platform).Begin("Tout neuf");
        Assert.NotNull((await visitor.Get("/fr/groups/parc-bleu")).Html.QuerySelector($"main a[href='/fr/projects/{slug}']"));
    }

    [Fact]
    public async Task The_demonstrations_results_are_in_the_navigation_and_say_what_was_achieved()
    {
        var page = await platform.Visitor().Get("/fr");
        Assert.NotNull(page.Html.QuerySelector("header a[href='/fr/results']"));
        var results = await platform.Visitor().Get("/fr/results");
        Assert.Contains("Deux haltes vélo au bord de la Lys", results.Main, StringComparison.Ordinal);
        Assert.Contains("9 octobre 2020", results.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_results_cost_as_many_queries_as_few()
    {
        var scene = new ProjectScene(platform);
        await scene.Completed("Un");
        var visitor = platform.Visitor();
        await visitor.Get("/fr/results?fresh=1"); // what is kept in memory is read once, for this page and others
        var (_, before) = await visitor.Count("/fr/results?fresh=2");
        await scene.Completed("Deux");
        await scene.Completed("Trois");
        await visitor.Get("/fr/results?fresh=3");
        var (answer, after) = await visitor.Count("/fr/results?fresh=4");
        Assert.Contains("Trois", answer.Main, StringComparison.Ordinal);
        Assert.Equal(before, after);
        Assert.InRange(after, 1, 10);
    }
}
