using Passerelle.Tests.Host;
using Xunit;

namespace Passerelle.Tests.Projects;

/// <summary>A project's stages in time, as everybody sees them.</summary>
public sealed class GanttTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private readonly ProjectScene _projects = new(platform);
    private readonly StageScene _stages = new(platform);

    [Fact]
    public async Task The_plan_is_drawn_for_everybody_in_both_languages_with_the_same_rows_in_its_table()
    {
        var slug = await _projects.Begin("Planning dessiné");
        var first = await _stages.Plan(slug, "Relever", "2021-02-01", "2021-02-10");
        await _stages.Plan(slug, "Dessiner", "2021-02-11", "2021-02-20", first);
        foreach (var (language, due, critical) in new[] { ("fr", "20 février 2021", "chemin critique"), ("nl", "20 februari 2021", "kritiek pad") })
        {
            var page = await platform.Visitor().Get($"/{language}/projects/{slug}/plan");
            Assert.Equal(200, (int)page.Status);
            Assert.Contains(due, page.Html.QuerySelector(".gantt-finding")!.TextContent, StringComparison.Ordinal);
            var names = page.Html.QuerySelectorAll(".gantt-sheet .gantt-name").Select(n => n.TextContent).ToList();
            Assert.Equal(2, names.Count);
            Assert.StartsWith(language == "fr" ? "1. Relever" : "1. Relever (nl)", names[0], StringComparison.Ordinal);
            Assert.EndsWith(critical, names[1], StringComparison.Ordinal);
            var rows = page.Html.QuerySelectorAll("main table tbody tr");
            Assert.Equal(2, rows.Length);
            Assert.Contains("Relever", rows[1].QuerySelector("td:last-child")!.TextContent, StringComparison.Ordinal);
            Assert.Single(page.Html.QuerySelectorAll(".gantt-sheet .gantt-link"));
        }
    }

    [Fact]
    public async Task Every_sheet_has_a_name_and_a_description_and_the_drawing_scrolls_by_keyboard()
    {
        var slug = await _projects.Begin("Accessible");
        await _stages.Plan(slug, [.. Enumerable.Range(1, 16).Select(n => ($"Étape {n}", new DateOnly(2021, 2, 1), new DateOnly(2021, 2, n)))]);
        var page = await platform.Visitor().Get($"/nl/projects/{slug}/plan");
        var sheets = page.Html.QuerySelectorAll("svg.gantt-sheet");
        Assert.Equal(2, sheets.Length);
        Assert.All(sheets, s => Assert.NotEqual("", page.Html.GetElementById(s.GetAttribute("aria-labelledby")!)!.TextContent));
        Assert.All(sheets, s => Assert.Contains("tabel", page.Html.GetElementById(s.GetAttribute("aria-describedby")!)!.TextContent, StringComparison.Ordinal));
        Assert.Equal("Fasen 15 tot 16 van 16", sheets[1].QuerySelector("title")!.TextContent);
        var box = page.Html.QuerySelector(".gantt-box")!;
        Assert.Equal("0", box.GetAttribute("tabindex"));
        Assert.NotNull(box.GetAttribute("aria-label"));
        Assert.DoesNotContain("style=", page.Html.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Late_is_said_in_words_in_the_drawing_and_above_it()
    {
        var slug = await _projects.Begin("En retard");
        await _stages.Plan(slug, "Poser", "2021-01-04", "2021-01-05");
        var page = await platform.Visitor().Get($"/fr/projects/{slug}/plan");
        Assert.Contains("1 étape est en retard.", page.Main, StringComparison.Ordinal);
        Assert.Contains("en retard", page.Html.QuerySelector(".gantt-sheet .gantt-name")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Html.QuerySelector(".gantt-sheet .gantt-late"));
    }

    [Fact]
    public async Task Drawings_are_written_with_points_whatever_the_readers_language()
    {
        var slug = await _projects.Begin("Virgules");
        await _stages.Plan(slug, "Poser", "2021-01-04", "2021-03-05");
        var page = await platform.Visitor().Get($"/fr/projects/{slug}/plan");
        var drawn = page.Html.QuerySelectorAll(".gantt-sheet rect");
        Assert.NotEmpty(drawn);
        foreach (var rect in drawn)
        {
            Assert.All(new[] { "x", "y", "width", "height" }, a => Assert.True(double.TryParse(rect.GetAttribute(a), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _), rect.OuterHtml));
        }
    }

    [Fact]
    public async Task Without_stages_the_page_says_so_and_without_a_project_there_is_none()
    {
        var slug = await _projects.Begin("Vide");
        Assert.Contains("Er is nog geen fase gepland.", (await platform.Visitor().Get($"/nl/projects/{slug}/plan")).Main, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await platform.Visitor().Get("/nl/projects/bestaat-niet/plan")).Status);
    }

    [Fact]
    public async Task The_three_views_lead_to_each_other_and_the_board_only_for_who_works_on_it()
    {
        var slug = await _projects.Begin("Trois vues");
        await _stages.Plan(slug, "Poser", "2021-02-01", "2021-02-05");
        var coordinator = await platform.As("coordinator");
        foreach (var path in new[] { $"/fr/desk/projects/{slug}", $"/fr/desk/projects/{slug}/board", $"/fr/projects/{slug}/plan" })
        {
            var links = (await coordinator.Get(path)).Html.QuerySelectorAll("main .filters a").Select(a => a.GetAttribute("href")).ToList();
            Assert.Equal([$"/fr/desk/projects/{slug}", $"/fr/desk/projects/{slug}/board", $"/fr/projects/{slug}/plan"], links);
        }

        var seen = (await platform.Visitor().Get($"/fr/projects/{slug}/plan")).Html.QuerySelectorAll("main .filters a").Select(a => a.GetAttribute("href")).ToList();
        Assert.Equal([$"/fr/projects/{slug}", $"/fr/projects/{slug}/plan"], seen);
    }

    [Fact]
    public async Task The_plan_is_in_the_sitemap()
    {
        var slug = await _projects.Begin("Plan du site");
        Assert.Contains($"/fr/projects/{slug}/plan", (await platform.Visitor().Get("/sitemap.xml")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_hundred_stages_cost_as_many_queries_as_one()
    {
        var (small, large) = (await _projects.Begin("Petit"), await _projects.Begin("Grand"));
        await _stages.Plan(small, "Poser", "2021-02-01", "2021-02-05");
        var ids = await _stages.Plan(large, [.. Enumerable.Range(0, 500).Select(n => ($"Étape {n}", new DateOnly(2021, 2, 1).AddDays(n), new DateOnly(2021, 2, 4).AddDays(n)))]);
        await _stages.Chain(large, ids);
        await platform.Deliver(); // what is kept in memory is read again after these events, once
        var coordinator = await platform.As("coordinator");
        foreach (var pattern in new[] { "/fr/projects/{0}/plan", "/fr/desk/projects/{0}/board", "/fr/desk/projects/{0}" })
        {
            var (at, of) = (pattern.Replace("{0}", small, StringComparison.Ordinal), pattern.Replace("{0}", large, StringComparison.Ordinal));
            await coordinator.Get(at);
            var (_, few) = await coordinator.Count(at);
            var (page, many) = await coordinator.Count(of);
            Assert.Equal((200, few), ((int)page.Status, many));
            Assert.InRange(many, 1, 14);
            Assert.Contains("Étape 499", page.Main, StringComparison.Ordinal);
        }
    }
}
