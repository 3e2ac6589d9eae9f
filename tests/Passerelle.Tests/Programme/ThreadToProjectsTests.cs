using Passerelle.Tests.Host;

namespace Passerelle.Tests.Programme;

/// <summary>The thread goes on from the group to its projects, and from a project back to what was decided.</summary>
public sealed class ThreadToProjectsTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Project = "jalonnement-lys";

    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    public async Task An_action_an_orientation_and_the_trace_lead_to_the_projects_of_the_group_that_carries_it(string language)
    {
        var guest = platform.Visitor();
        var link = $"a[href='/{language}/projects/{Project}']";
        var action = await guest.Get($"/{language}/programme/actions/D3c.1");
        Assert.NotNull(action.Html.QuerySelector($".prog-chain > li:last-child {link}"));
        Assert.NotNull((await guest.Get($"/{language}/programme/orientations/O3")).Html.QuerySelector($"main .prog-actions {link}"));
        foreach (var from in new[] { "orientation", "group" })
        {
            var rows = (await guest.Get($"/{language}/programme/trace?from={from}")).Html.QuerySelectorAll("tbody tr").Where(r => r.QuerySelector($"a[href='/{language}/programme/actions/D3c.1']") is not null).ToList();
            Assert.All(rows, r => Assert.NotNull(r.QuerySelector($"td {link}")));
            Assert.NotEmpty(rows);
        }
    }

    [Theory]
    [InlineData("fr", "Dans le programme")]
    [InlineData("nl", "In het programma")]
    public async Task A_project_leads_to_the_theme_and_the_priority_actions_of_its_group(string language, string title)
    {
        var thread = (await platform.Visitor().Get($"/{language}/projects/{Project}")).Html.QuerySelector("main .trace-line")!;
        Assert.Equal(title, thread.QuerySelector("h2")!.TextContent);
        Assert.NotNull(thread.QuerySelector($"a[href='/{language}/programme/actions/D3c.1']"));
        var theme = thread.QuerySelector($"a[href^='/{language}/programme/themes/']")!.GetAttribute("href")!;
        Assert.Equal(200, (int)(await platform.Visitor().Get(theme)).Status);
    }

    [Theory]
    [InlineData("fr", "pas encore de projet")]
    [InlineData("nl", "nog geen project")]
    public async Task A_group_without_a_project_says_so_and_an_action_without_a_group_says_nothing_of_projects(string language, string words)
    {
        var guest = platform.Visitor();
        var rows = (await guest.Get($"/{language}/programme/trace")).Html.QuerySelectorAll("tbody tr").ToList();
        Assert.Contains(words, rows.First(r => r.QuerySelector("a[href$='/groups/langage-clair']") is not null).TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(words, rows.First(r => r.QuerySelector(".prog-carrier.none") is not null).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_of_it_is_kept_in_memory()
    {
        var director = await platform.As("director"); // whose pages are not kept
        foreach (var path in new[] { "/fr/programme/actions/D3c.1", "/fr/programme/orientations/O3", "/fr/programme/trace" })
        {
            await director.Get(path);
            Assert.InRange((await director.Count(path)).Queries, 0, 3);
        }
    }
}
