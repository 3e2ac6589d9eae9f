using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Projects;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Projects;

/// <summary>What the history of a project tells, on its page and in files.</summary>
public sealed class ProjectHistoryTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private readonly ProjectScene _projects = new(platform);
    private readonly StageScene _stages = new(platform);

    [Fact]
    public async Task A_stage_closed_before_what_it_waits_for_says_why_and_history_says_which_stage()
    {
        var slug = await _projects.Begin("Motifs");
        var first = await _stages.Plan(slug, "Relever", "2021-02-01", "2021-02-10");
        var second = await _stages.Plan(slug, "Dessiner", "2021-02-11", "2021-02-20", first);
        var coordinator = await platform.As("coordinator");
        Assert.Equal(303, (int)(await coordinator.Fill($"/fr/desk/projects/{slug}/stages/{second}/close", ("end", "Done"), ("reason", "Le relevé existait déjà."))).Status);
        Assert.Equal(303, (int)(await coordinator.Fill($"/fr/desk/projects/{slug}/stages/{first}/close", ("end", "Done"))).Status);
        foreach (var page in new[] { $"/fr/desk/projects/{slug}", $"/fr/projects/{slug}", $"/fr/projects/{slug}/plan" })
        {
            var row = (await coordinator.Get(page)).Html.QuerySelectorAll("main table tbody tr").Single(r => r.QuerySelector("th")!.TextContent.Contains("Dessiner", StringComparison.Ordinal));
            Assert.Contains("Le relevé existait déjà.", row.QuerySelector("td")!.TextContent, StringComparison.Ordinal);
        }

        var (fr, nl) = ((await platform.Visitor().Get($"/fr/projects/{slug}/history")).Main, (await platform.Visitor().Get($"/nl/projects/{slug}/history")).Main);
        Assert.Contains("a clos une étape : « Dessiner » – Le relevé existait déjà.", fr, StringComparison.Ordinal);
        Assert.Contains("a clos une étape : « Relever »", fr, StringComparison.Ordinal);
        Assert.Contains("heeft een fase afgesloten: «Relever (nl)»", nl, StringComparison.Ordinal);
        Assert.DoesNotContain("…", fr, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_history_names_the_links_and_presentations_that_it_tells_of()
    {
        var visitor = platform.Visitor();
        var name = await platform.Db(db => db.Set<Project>().Where(p => p.Slug == "jalonnement-lys").Select(p => p.Name).SingleAsync());
        foreach (var (language, planned, accepted) in new[] { ("fr", $"a prévu une présentation : « {name.Read("fr").Value} – Bureau", "a accepté un lien transversal"), ("nl", $"heeft een voorstelling gepland: «{name.Read("nl").Value} – Bureau", "dwarsverband aanvaard") })
        {
            var main = (await visitor.Get($"/{language}/projects/jalonnement-lys/history")).Main;
            Assert.Contains(planned, main, StringComparison.Ordinal);
            Assert.Matches($@"{accepted}[^«]*\([^)]*\) ?: «[^»]*{System.Text.RegularExpressions.Regex.Escape(name.Read(language).Value)}", main);
        }
    }

    [Fact]
    public async Task A_history_is_taken_away_as_files_and_stands_in_the_sitemap()
    {
        var slug = await _projects.Begin("Emporter");
        await _stages.Plan(slug, "Relever", "2021-02-01", "2021-02-10");
        var (visitor, coordinator) = (platform.Visitor(), await platform.As("coordinator"));
        var page = await visitor.Get($"/fr/projects/{slug}/history");
        Assert.NotNull(page.Html.QuerySelector($"main a[href='/fr/projects/{slug}/history.csv']"));
        Assert.NotNull(page.Html.QuerySelector($"main a[href='/fr/projects/{slug}/history.xlsx']"));
        var csv = await visitor.Get($"/fr/projects/{slug}/history.csv");
        Assert.Equal("text/csv", csv.Response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("a planifié une étape : « Relever »", csv.Text.Replace('\u00A0', ' '), StringComparison.Ordinal);
        var line = csv.Text.Split('\n')[0];
        Assert.Equal(line.Split(';').Length + 3, (await coordinator.Get($"/fr/projects/{slug}/history.csv")).Text.Split('\n')[0].Split(';').Length);
        var excel = await visitor.Get($"/nl/projects/{slug}/history.xlsx");
        Assert.Equal((200, (byte)'P'), ((int)excel.Status, excel.Bytes[0]));
        Assert.Equal(404, (int)(await visitor.Get("/fr/projects/nulle-part/history.csv")).Status);
        Assert.Contains($"/fr/projects/{slug}/history<", (await visitor.Get("/sitemap.xml")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plan_of_a_project_prints_on_A3()
    {
        var visitor = platform.Visitor();
        var page = await visitor.Get("/fr/projects/jalonnement-lys/plan");
        var sheet = page.Html.QuerySelectorAll("link[rel=stylesheet]").Select(l => l.GetAttribute("href")!).Single(h => h.Contains("/css/stages", StringComparison.Ordinal));
        var css = await visitor.Get(sheet);
        Assert.Equal(200, (int)css.Status);
        Assert.Matches(@"@page plan \{ size: A3 landscape", css.Text);
        Assert.Matches(@"page: plan;", css.Text); // and the chart stands on such a page
    }
}
