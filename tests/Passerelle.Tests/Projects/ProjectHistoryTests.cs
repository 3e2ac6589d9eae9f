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
        Assert.Equal(303, (int)(await coordinator.Fill($"/fr/desk/projects/{slug}/stages/{second}/close", ("end", "Done"), ("reason.fr", "Le relevé existait déjà."), ("reason.nl", "De opmeting bestond al."))).Status);
        Assert.Equal(303, (int)(await coordinator.Fill($"/fr/desk/projects/{slug}/stages/{first}/close", ("end", "Done"))).Status);
        var (fr, nl) = (await platform.Visitor().Get($"/fr/projects/{slug}/history"), await platform.Visitor().Get($"/nl/projects/{slug}/history"));
        foreach (var (language, page, why) in new[] { ("fr", fr, "Le relevé existait déjà."), ("nl", nl, "De opmeting bestond al.") })
        {
            foreach (var path in new[] { $"/desk/projects/{slug}", $"/projects/{slug}", $"/projects/{slug}/plan" })
            {
                var row = (await coordinator.Get($"/{language}{path}")).Html.QuerySelectorAll("main table tbody tr").Single(r => r.QuerySelector("th")!.TextContent.Contains("Dessiner", StringComparison.Ordinal));
                Assert.Contains(why, row.QuerySelector("td")!.TextContent, StringComparison.Ordinal);
            }

            var told = page.Html.QuerySelectorAll("main .timeline li").Single(l => l.TextContent.Contains("Dessiner", StringComparison.Ordinal) && l.QuerySelector("p") is not null);
            Assert.Contains(why, told.TextContent, StringComparison.Ordinal);
            Assert.Contains(why, (await platform.Visitor().Get($"/{language}/projects/{slug}/history.csv")).Text, StringComparison.Ordinal);
        }

        Assert.Contains("a clos une étape : « Relever »", fr.Main, StringComparison.Ordinal);
        Assert.Contains("heeft een fase afgesloten: «Relever (nl)»", nl.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("…", fr.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_that_waits_for_its_translation_is_marked_as_what_it_is_wherever_it_stands()
    {
        var slug = await _projects.Begin("En attente");
        var id = await _stages.Plan(slug, "Relever", "2021-02-01", "2021-02-10");
        var coordinator = await platform.As("coordinator");
        Assert.Equal(303, (int)(await coordinator.Fill($"/nl/desk/projects/{slug}/stages/{id}/close", ("end", "Dropped"), ("reason.source", "nl"), ("reason.nl", "Te duur."), ("reason.desk", "true"))).Status);
        foreach (var page in new[] { $"/fr/projects/{slug}", $"/fr/projects/{slug}/plan", $"/fr/projects/{slug}/history", $"/fr/desk/projects/{slug}", $"/fr/desk/projects/{slug}/board" })
        {
            var words = (await coordinator.Get(page)).Html.QuerySelectorAll("main [lang=nl]").Single(e => e.TextContent.Contains("Te duur.", StringComparison.Ordinal));
            Assert.NotNull(words.ParentElement!.QuerySelector(".txt-tag, .txt-note"));
        }
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
