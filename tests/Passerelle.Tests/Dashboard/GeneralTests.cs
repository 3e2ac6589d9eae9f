using System.Net;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Tests.ActionGroups;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Dashboard;

/// <summary>The general dashboard on today: its rows, who sees it, what waits, and its files.</summary>
public sealed class GeneralTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task Each_action_group_at_work_has_a_row_that_tells_where_it_stands()
    {
        var page = await (await platform.As("director")).Get("/fr/desk/dashboard");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var atWork = await platform.Db(db => db.Set<Passerelle.ActionGroups.Group>()
            .Where(g => g.Type == GroupKind.Action && g.SuccessorId == null && (g.Phase == Phase.Imagine || g.Phase == Phase.Develop || g.Phase == Phase.Complete)).Select(g => g.Slug).ToListAsync());
        Assert.Equal(atWork.Select(s => $"/fr/desk/groups/{s}").Order(), page.Html.QuerySelectorAll(".table.general tbody th a").Select(a => a.GetAttribute("href")).Order());
        var row = Row(page, "parc-bleu");
        Assert.Contains("Développer", row, StringComparison.Ordinal);
        Assert.Contains("à surveiller", row, StringComparison.Ordinal);
        Assert.Contains("Les bornes attendent l’accord de deux communes", row, StringComparison.Ordinal);
        Assert.Contains("complet", row, StringComparison.Ordinal);
        Assert.Contains("€", row, StringComparison.Ordinal);
        Assert.Contains("incomplet depuis 31 jours", page.Main, StringComparison.Ordinal);
        Assert.Contains("En pause", Row(page, "campus-frontiere"), StringComparison.Ordinal);
        Assert.DoesNotContain("alternance-", page.Main, StringComparison.Ordinal);
        var dutch = await (await platform.As("director")).Get("/nl/desk/dashboard");
        Assert.Contains("De palen wachten op het akkoord van twee gemeenten", Row(dutch, "parc-bleu"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("director", 200)]
    [InlineData("coordinator", 200)]
    [InlineData("communication", 200)]
    [InlineData("body-member", 200)]
    [InlineData("partner", 200)]
    [InlineData("citizen", 403)]
    [InlineData("colead-elected", 403)]
    [InlineData("administrator", 403)]
    public async Task It_is_for_who_steers_and_for_the_bodies(string who, int status)
    {
        var guest = await platform.As(who);
        foreach (var address in new[] { "/nl/desk/dashboard", "/nl/desk/dashboard.csv", "/nl/desk/dashboard.xlsx" })
        {
            Assert.Equal(status, (int)(await guest.Get(address)).Status);
        }
    }

    [Fact]
    public async Task A_member_of_a_body_reads_it_and_is_offered_nothing_to_do()
    {
        foreach (var language in new[] { "fr", "nl" })
        {
            var page = await (await platform.As("body-member")).Get($"/{language}/desk/dashboard");
            Assert.Contains($"/{language}/groups/parc-bleu", page.Html.QuerySelectorAll(".general a").Select(a => a.GetAttribute("href")));
            Assert.Empty(page.Html.QuerySelectorAll("main a[href*='/desk/groups/'], .decisions"));
            Assert.Contains(page.Html.QuerySelectorAll(".desk-nav a"), a => a.GetAttribute("href") == $"/{language}/desk/dashboard");
        }
    }

    [Fact]
    public async Task It_is_narrowed_by_axis_side_and_coordinator()
    {
        var director = await platform.As("director");
        var french = await new MembersScene(platform).Group((g, act) => g.Touch(["59009"], act));
        await platform.Deliver();
        var durable = Slugs(await director.Get("/fr/desk/dashboard?axis=durable"));
        Assert.Contains("qualite-de-l-air", durable);
        Assert.DoesNotContain("emploi-sans-frontiere", durable);
        var mine = Slugs(await director.Get($"/fr/desk/dashboard?coordinator={PackPeople.IdOf("wouter-lannoyaert")}"));
        Assert.Equal(["gardiens-de-l-eau", "mobilites-durables", "observation-dynamique", "television-voisine"], mine.Order());
        var flemish = Slugs(await director.Get("/fr/desk/dashboard?side=flemish"));
        Assert.Contains("parc-bleu", flemish);
        Assert.DoesNotContain(french, flemish);
        Assert.Contains(french, Slugs(await director.Get("/fr/desk/dashboard?side=french")));
    }

    private static readonly string[] Between = ["Duo", "Geledingen", "vastgelegd,", "uitgegeven", "–", "Bijwerken", "Binôme", "Collèges", "engagés,", "dépensés", "Traduction", "en", "cours"];

    [Theory]
    [InlineData("csv", "nl", "axis=durable")]
    [InlineData("xlsx", "nl", "axis=durable")]
    [InlineData("csv", "nl", "on=2020-12-28")]
    [InlineData("csv", "fr", "on=2020-12-28")]
    [InlineData("xlsx", "fr", "on=2020-11-27")]
    public async Task The_files_hold_what_the_screen_shows(string kind, string language, string asked)
    {
        var director = await platform.As("director");
        var page = await director.Get($"/{language}/desk/dashboard?{asked}");
        var file = await director.Get($"/{language}/desk/dashboard.{kind}?{asked}");
        var rows = kind == "csv"
            ? file.Text.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(Cells).ToList()
            : [.. MiniExcelLibs.MiniExcel.Query(new MemoryStream(file.Bytes)).Cast<IDictionary<string, object?>>().Select(r => r.Values.Select(v => v?.ToString() ?? "").ToArray())];
        Assert.Equal(language == "nl" ? "Groep" : "Groupe", rows[0][0]);
        var lines = page.Html.QuerySelectorAll(".general tbody tr").ToList();
        Assert.NotEmpty(lines);
        Assert.Equal(lines.Count, rows.Count - 1);
        foreach (var (line, row) in lines.Zip(rows.Skip(1)))
        {
            var shown = Plain(line.TextContent);
            foreach (var cell in row.Select(c => Plain(c)).Where(c => c.Length > 0).OrderByDescending(c => c.Length))
            {
                var at = shown.IndexOf(cell, StringComparison.Ordinal);
                Assert.True(at >= 0, $"«{cell}» is not on the screen: {line.TextContent}");
                shown = shown.Remove(at, cell.Length);
            }

            // What is left are the words between the figures.
            Assert.All(shown.Split(' ', StringSplitOptions.RemoveEmptyEntries), word => Assert.Contains(word, Between));
        }
    }

    [Theory]
    [InlineData("fr", "2020-11-27", "parc-bleu", "sur les rails", "Le jalonnement avance comme prévu")]
    [InlineData("nl", "2020-12-28", "parc-bleu", "op schema", "De bewegwijzering vordert zoals gepland")]
    [InlineData("fr", "2020-12-28", "mobilites-durables", "incomplet depuis 1 jour", "Les transporteurs n’ont pas rendu leurs comptages")]
    [InlineData("nl", "2020-12-28", "mobilites-durables", "al 1 dag onvolledig", "De vervoerders leverden hun tellingen nog niet")]
    [InlineData("fr", "2020-12-14", "mobilites-durables", "complet", "pas encore dit")]
    [InlineData("nl", "2021-01-06", "parc-bleu", "34.650", "De palen wachten op het akkoord van twee gemeenten")]
    public async Task The_demonstration_shows_last_month_as_it_was_known_then(string language, string day, string slug, params string[] said)
    {
        var page = await (await platform.As("director")).Get($"/{language}/desk/dashboard?on={day}");
        Assert.Equal(15, Slugs(page).Count);
        Assert.All(said, words => Assert.Contains(words, Row(page, slug), StringComparison.Ordinal));
        Assert.Empty(page.Html.QuerySelectorAll(".decisions"));
    }

    [Theory]
    [InlineData("fr", "(facultatif)", "Situation au")]
    [InlineData("nl", "(niet verplicht)", "Stand op")]
    public async Task A_filter_is_not_said_to_be_optional_nor_required(string language, string optional, string day)
    {
        foreach (var (who, path) in new[] { ("director", "/desk/dashboard"), ("administrator", "/people") })
        {
            var form = (await (await platform.As(who)).Get($"/{language}{path}")).Html.QuerySelector("main form.search")!;
            Assert.DoesNotContain(optional, form.TextContent, StringComparison.Ordinal);
            Assert.Empty(form.QuerySelectorAll(".opt, [aria-required]"));
            Assert.NotEmpty(form.QuerySelectorAll("select"));
        }

        Assert.Contains(day, (await (await platform.As("director")).Get($"/{language}/desk/dashboard")).Html.QuerySelector("main form.search label[for=on]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "Les groupes techniques, sans binôme ni projet, sont dans la liste des groupes.")]
    [InlineData("nl", "Technische groepen, zonder duo en zonder project, staan in de lijst van de groepen.")]
    public async Task It_says_where_technical_groups_are(string language, string words)
    {
        foreach (var (who, list) in new[] { ("coordinator", "/desk/groups"), ("body-member", "/groups?kind=technical") })
        {
            var guest = await platform.As(who);
            var page = await guest.Get($"/{language}/desk/dashboard");
            var said = page.Html.QuerySelectorAll("main p").Single(p => Plain(p.TextContent) == words);
            Assert.Equal($"/{language}{list}", said.QuerySelector("a")!.GetAttribute("href"));
            Assert.DoesNotContain("proximite-lys", Slugs(page));
            Assert.Contains("proximite-lys", (await guest.Get($"/{language}{list}")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_asks_ten_queries_at_most_and_so_does_today()
    {
        foreach (var who in new[] { "director", "coordinator", "body-member" })
        {
            var guest = await platform.As(who);
            await guest.Get("/fr/desk/dashboard");
            Assert.InRange((await guest.Count("/fr/desk/dashboard")).Queries, 1, 10);
            await guest.Get("/fr/desk"); // what is kept in memory is read once, for this page and others
            Assert.InRange((await guest.Count("/fr/desk")).Queries, 1, 10);
        }
    }

    [Theory]
    [InlineData("/fr/desk/dashboard?on=hier", "hier")]
    [InlineData("/fr/desk/dashboard?on=2031-01-01", "2031-01-01")]
    public async Task A_day_that_cannot_be_shown_is_said_at_the_field(string address, string typed)
    {
        var page = await (await platform.As("director")).Get(address);
        Assert.Contains(typed, page.ErrorAt("on"), StringComparison.Ordinal);
        Assert.NotEmpty(Slugs(page));
    }

    [Fact]
    public async Task Before_the_first_day_that_was_kept_it_says_so()
    {
        var page = await (await platform.As("director")).Get("/fr/desk/dashboard?on=2015-03-01");
        Assert.Empty(Slugs(page));
        Assert.Contains("conservé", page.Html.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>A line of the file; a cell with a semicolon stands between quotes.</summary>
    private static string[] Cells(string line) =>
        [.. System.Text.RegularExpressions.Regex.Matches(line, "(?:^|;)(?:\"((?:[^\"]|\"\")*)\"|([^;]*))").Select(m => m.Groups[1].Success ? m.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : m.Groups[2].Value)];

    internal static string Row(Answer page, string slug) =>
        Plain(page.Html.QuerySelectorAll(".general tbody tr").Single(r => r.QuerySelector("th a")!.GetAttribute("href")!.EndsWith("/" + slug, StringComparison.Ordinal)).TextContent);

    private static List<string> Slugs(Answer page) => [.. page.Html.QuerySelectorAll(".general tbody th a").Select(a => a.GetAttribute("href")!.Split('/')[^1])];

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
