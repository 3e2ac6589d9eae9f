using System.Net;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Programme;

public sealed class ProgrammePagesTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task The_programme_of_the_year_shows_axes_themes_sub_themes_and_actions_in_order()
    {
        var page = await platform.Visitor().Get("/fr/programme");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Programme 2021", page.Html.QuerySelector("h1")!.TextContent);
        Assert.Equal(["Un bassin de vie durable", "Un bassin de vie solidaire", "Un bassin de vie innovant"], page.Html.QuerySelectorAll("main h2").Select(h => h.TextContent.Trim()));
        var order = new[] { "Économie circulaire", "Le Parc bleu", "Voir le Parc bleu", "Une signalétique commune sur les chemins de halage", "Mobilités durables", "Emploi" };
        var places = order.Select(words => page.Main.IndexOf(words, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Contains("3 axes, 16 thèmes et 26 actions prioritaires", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_programme_reads_in_dutch_and_on_en_in_the_official_language_with_its_own_mark()
    {
        Assert.Contains("De repaircafés van de drie deelregio’s verbinden", (await platform.Visitor().Get("/nl/programme")).Main, StringComparison.Ordinal);
        var english = await platform.Visitor("nl").Get("/en/programme/themes/parc-bleu");
        Assert.Equal("Het Blauwe Park", english.Html.QuerySelector("h1")!.TextContent);
        Assert.Equal("nl", english.Html.QuerySelector("h1")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task Another_year_is_one_link_away_and_a_year_that_is_not_there_is_not_found()
    {
        var guest = platform.Visitor();
        var page = await guest.Get("/fr/programme");
        Assert.NotNull(page.Html.QuerySelector("a[href='/fr/programme/2020']"));
        Assert.Contains("Jalonner douze traversées cyclables", (await guest.Get("/fr/programme/2020")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.Get("/fr/programme/2019")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.Get("/nl/programme/themes/bestaat-niet")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.Get("/nl/programme/axes/bestaat-niet")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.Get("/fr/programme/actions/Z9.9")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.Get("/fr/programme/orientations/O99")).Status);
    }

    [Fact]
    public async Task An_axis_leads_to_its_themes_and_a_theme_cites_what_each_action_carries_out()
    {
        var guest = platform.Visitor();
        var axis = await guest.Get("/nl/programme/axes/durable");
        Assert.NotNull(axis.Html.QuerySelector("a[href='/nl/programme/themes/qualite-de-l-air']"));
        var theme = await guest.Get("/nl/programme/themes/qualite-de-l-air");
        Assert.Contains("De lucht meten in scholen van de drie deelregio’s", theme.Main, StringComparison.Ordinal);
        Assert.Contains("De luchtkwaliteit aan beide zijden van de grens met dezelfde methodes meten", theme.Main, StringComparison.Ordinal);
        Assert.Contains("Algemene Vergadering, 21 juni 2019", theme.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_thread_leads_from_the_orientation_to_theme_and_action_and_back()
    {
        var guest = platform.Visitor();
        var trace = await guest.Get("/fr/programme/trace");
        var row = trace.Html.QuerySelectorAll("main tbody tr").First(r => r.TextContent.Contains("D3a.1", StringComparison.Ordinal));
        Assert.NotNull(row.QuerySelector("a[href='/fr/programme/orientations/O3']"));
        Assert.NotNull(row.QuerySelector("a[href='/fr/programme/themes/voir-le-parc-bleu']"));

        var orientation = await guest.Get("/fr/programme/orientations/O3");
        Assert.Equal(3, orientation.Html.QuerySelectorAll("main a[href^='/fr/programme/actions/']").Length);
        var action = await guest.Get("/fr/programme/actions/D3a.1");
        Assert.NotNull(action.Html.QuerySelector("main a[href='/fr/programme/orientations/O3']"));
        Assert.NotNull(action.Html.QuerySelector("main a[href='/fr/programme/themes/voir-le-parc-bleu']"));
    }

    [Fact]
    public async Task Every_orientation_names_the_body_that_decided_it_as_its_own_page_does_and_that_page_leads_back()
    {
        var guest = platform.Visitor();
        foreach (var code in (string[])["O1", "O3", "O13"])
        {
            var decided = (await guest.Get("/nl/programme/orientations/" + code)).Html.QuerySelector("main a[href^='/nl/bodies/']")!;
            var body = await guest.Get(decided.GetAttribute("href")!);
            Assert.Equal(body.Html.QuerySelector("h1")!.TextContent.Trim(), decided.TextContent.Trim());
            Assert.NotNull(body.Html.QuerySelector($"section:has(#decided-heading) a[href='/nl/programme/orientations/{code}']"));
        }

        var theme = await guest.Get("/fr/programme/themes/economie-circulaire");
        Assert.NotEmpty(theme.Html.QuerySelectorAll("blockquote a[href='/fr/bodies/assembly']"));
        Assert.NotEmpty((await guest.Get("/fr/programme/trace")).Html.QuerySelectorAll("tbody a[href='/fr/bodies/assembly']"));
    }

    [Fact]
    public async Task An_action_without_an_active_group_is_an_alert_to_the_director_alone()
    {
        Assert.NotNull((await (await platform.As("director")).Get("/fr/desk")).Html.QuerySelector("main a[href='/fr/programme/actions/I6.1']"));
        Assert.Null((await (await platform.As("coordinator")).Get("/fr/desk")).Html.QuerySelector("main a[href='/fr/programme/actions/I6.1']"));
    }

    [Fact]
    public async Task What_changes_in_a_year_is_told_by_its_codes()
    {
        var page = await platform.Visitor().Get("/fr/programme/2021/changes");
        Assert.Equal(["2", "2", "1", "58"], page.Html.QuerySelectorAll("main .stats dd").Select(d => d.TextContent.Trim()));
        string Under(string heading) => page.Html.QuerySelectorAll("main section").First(s => s.QuerySelector("h2")!.TextContent == heading).TextContent;
        Assert.Contains("D2.2", Under("Nouveau"), StringComparison.Ordinal);
        Assert.Contains("I6.1", Under("Nouveau"), StringComparison.Ordinal);
        Assert.Contains("D4.3", Under("Terminé"), StringComparison.Ordinal);
        Assert.Contains("Médias sans frontières", Under("Renommé"), StringComparison.Ordinal);
        Assert.Contains("Émissions TV transfrontalières", Under("Renommé"), StringComparison.Ordinal);
        Assert.Contains("Installer des capteurs d’air près des écoles", Under("Renommé"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_of_an_action_that_ended_still_answers_and_says_so()
    {
        var page = await platform.Visitor().Get("/fr/programme/actions/D4.3");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Cette action figurait au programme 2020", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sitemap_lists_each_public_page_of_the_programme_in_each_language_and_each_answers()
    {
        var guest = platform.Visitor();
        var sitemap = (await guest.Get("/sitemap.xml")).Text;
        foreach (var path in (string[])["/fr/programme", "/nl/programme/2020", "/en/programme/themes/voir-le-parc-bleu", "/nl/programme/actions/D4.3", "/fr/programme/orientations/O13", "/fr/programme/2021/changes", "/nl/programme/axes/innovant"])
        {
            Assert.Contains(path + "</loc>", sitemap, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await guest.Get(path)).Status);
        }
    }

    [Fact]
    public async Task The_actions_of_a_year_are_a_file_with_all_languages()
    {
        var file = await platform.Visitor().Get("/fr/programme/2021/actions.csv");
        Assert.Equal("text/csv", file.Response.Content.Headers.ContentType!.MediaType);
        var lines = file.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(27, lines.Length);
        Assert.Contains(lines, l => l.Contains("D1.2", StringComparison.Ordinal) && l.Contains("Relier les cafés-réparation", StringComparison.Ordinal) && l.Contains("De repaircafés", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_year_changes_is_a_file_with_all_languages()
    {
        var reader = platform.Visitor();
        Assert.NotNull((await reader.Get("/nl/programme/2021/changes")).Html.QuerySelector("a[href='/nl/programme/2021/changes.xlsx']"));
        var lines = (await reader.Get("/nl/programme/2021/changes.csv")).Text.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("change;item;code;before_fr;before_nl;after_fr;after_nl;date;by", lines[0]);
        Assert.Contains(lines, l => l.StartsWith("Ended;Action;D4.3;", StringComparison.Ordinal));
        Assert.Equal(200, (int)(await reader.Get("/nl/programme/2021/changes.xlsx")).Status);
        Assert.Equal(404, (int)(await reader.Get("/nl/programme/1999/changes.csv")).Status);
    }

    [Fact]
    public async Task A_page_of_the_programme_takes_no_query_once_the_programme_is_known()
    {
        var guest = platform.Visitor();
        await guest.Get("/fr/programme/axes/solidaire");
        var (answer, queries) = await guest.Count("/fr/programme/axes/solidaire?fresh=1");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.InRange(queries, 0, 5);
    }
}
