using Passerelle.Tests.Host;

namespace Passerelle.Tests.Platform;

/// <summary>What only the demonstration has, and says of itself.</summary>
public sealed class DemonstrationTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Theory]
    [InlineData("fr", "27 janvier 2021")]
    [InlineData("nl", "27 januari 2021")]
    public async Task Every_page_says_which_day_it_plays_for_the_public_in_the_workspace_and_where_something_is_wrong(string language, string day)
    {
        var (visitor, director, citizen) = (platform.Visitor(), await platform.As("director"), await platform.As("citizen"));
        foreach (var path in await PublicPages(language))
        {
            Says(day, await visitor.Get(path), 200);
        }

        foreach (var path in new[] { "/desk", "/desk/dashboard", "/desk/groups", "/desk/programme", "/desk/projects", "/desk/ideas", "/desk/moderation", "/desk/stakeholders", "/desk/links", "/me", "/design/desk", "/design/form" })
        {
            Says(day, await director.Get($"/{language}{path}"), 200);
        }

        Says(day, await visitor.Get($"/{language}/nowhere-at-all"), 404);
        Says(day, await visitor.Get($"/{language}/groups/nowhere-at-all"), 404);
        Says(day, await citizen.Get($"/{language}/desk/groups"), 403);
        Says(day, await visitor.Post($"/{language}/register", ("email", "no address")), 422);
    }

    private static void Says(string day, Answer page, int status)
    {
        Assert.True((int)page.Status == status, $"{page.Path}: {page.Status}");
        var ribbon = page.Html.QuerySelectorAll("aside.ribbon").ToList();
        Assert.True(ribbon.Count == 1 && ribbon[0].TextContent.Contains(day, StringComparison.Ordinal), $"{page.Path} does not say {day}");
    }

    /// <summary>Of the sitemap, one page of each shape.</summary>
    private async Task<IReadOnlyList<string>> PublicPages(string language)
    {
        var map = (await platform.Visitor().Get("/sitemap.xml")).Text;
        var paths = System.Text.RegularExpressions.Regex.Matches(map, $"(?<=<loc>https?://[^/]+)/{language}(/[^<]*)?(?=</loc>)").Select(m => m.Value).ToList();
        Assert.True(paths.Count > 100, $"{paths.Count} pages in {language}");
        return [.. paths.GroupBy(p => (p.Split('/').Length, p.Split('/').ElementAtOrDefault(2), p.Split('/').Length > 4 ? p.Split('/')[^1] : null)).Select(g => g.First()).Take(60)];
    }
}

/// <summary>Outside the demonstration there is no clock to move, no mail to look into, no page of components.</summary>
public sealed class NoDemonstrationTests(EmptyPlatform platform) : IClassFixture<EmptyPlatform>
{
    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    public async Task Its_pages_are_not_there_and_no_page_speaks_of_a_day_that_is_played(string language)
    {
        var guest = platform.Visitor();
        foreach (var path in new[] { "/demo/clock", $"/{language}/demo/clock", $"/{language}/demo/mail", $"/{language}/demo/mail/{Guid.NewGuid()}", $"/{language}/design", $"/{language}/design/desk", $"/{language}/design/form" })
        {
            Assert.True((int)(await guest.Get(path)).Status == 404, path);
        }

        Assert.Equal(404, (int)(await guest.Post("/demo/clock", ("now", "2021-02-01T09:00"))).Status);
        Assert.Equal(404, (int)(await guest.Post("/demo/sign-in", ("person", "director"))).Status);
        foreach (var path in new[] { $"/{language}", $"/{language}/programme", $"/{language}/nowhere-at-all" })
        {
            var page = await guest.Get(path);
            Assert.NotEmpty(page.Html.QuerySelectorAll("main"));
            Assert.Empty(page.Html.QuerySelectorAll(".ribbon, a[href*='/demo/'], a[href*='/design']"));
        }
    }
}
