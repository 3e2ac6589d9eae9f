using Passerelle.Platform.Localization;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Territory;

/// <summary>The communes in a table: found, filtered, sorted, on pages, and taken away.</summary>
public sealed class CommuneListTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task Communes_are_filtered_and_sorted_by_links()
    {
        var guest = platform.Visitor();
        var page = await guest.Get("/fr/territory/communes?sort=population&dir=desc");
        Assert.StartsWith("Lille", page.Html.QuerySelector("tbody th")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal("descending", page.Html.QuerySelector("th[aria-sort]")!.GetAttribute("aria-sort"));
        Assert.Equal("-population", page.Html.QuerySelector("#sort option[selected]")!.GetAttribute("value"));
        Assert.StartsWith("Lannoy", (await guest.Get("/fr/territory/communes?sort=-density")).Html.QuerySelector("tbody th")!.TextContent.Trim(), StringComparison.Ordinal);
        var names = (await guest.Get("/fr/territory/communes?side=walloon")).Html.QuerySelectorAll("tbody th a").Select(a => a.TextContent).ToArray();
        Assert.Equal(23, names.Length);
        Assert.Equal(names.Order(StringComparer.Create(Language.Culture("fr"), ignoreCase: true)), names);
    }

    [Theory]
    [InlineData("rijs", "Lille")]
    [InlineData("LILL", "Lille Marquette-lez-Lille Saint-André-lez-Lille")]
    [InlineData("villeneuve d'a", "Villeneuve-d'Ascq")]
    [InlineData("baroeul", "Marcq-en-Barœul Mons-en-Barœul")]
    [InlineData("59350", "Lille")]
    [InlineData("ijsel", "")]
    [InlineData("?!", "")]
    public async Task A_commune_is_found_by_the_first_letters_of_a_word_of_its_name_in_either_language(string typed, string found)
    {
        var page = await platform.Visitor().Get("/fr/territory/communes?q=" + Uri.EscapeDataString(typed));
        Assert.Equal(found, string.Join(' ', page.Html.QuerySelectorAll("tbody th a").Select(a => a.TextContent)));
        Assert.Equal(typed, page.Html.QuerySelector("main input[name=q]")!.GetAttribute("value"));
        Assert.Equal(found.Length == 0, page.Html.QuerySelector(".empty") is not null);
    }

    [Fact]
    public async Task Communes_stand_on_pages_or_all_on_one_and_what_is_asked_for_stays_in_the_links()
    {
        var guest = platform.Visitor();
        async Task<int> Rows(string query) => (await guest.Get("/nl/territory/communes" + query)).Html.QuerySelectorAll("tbody tr").Length;
        Assert.Equal(24, await Rows(""));
        Assert.Equal(155 - 6 * 24, await Rows("?page=7"));
        Assert.Equal(155 - 6 * 24, await Rows("?page=900"));
        Assert.Equal(155, await Rows("?page=all"));
        var page = await guest.Get("/nl/territory/communes?q=e&side=french&sort=-area&on=2025-03-01");
        var links = page.Html.QuerySelectorAll(".filters a:not([href*='side='])").Skip(1).Concat(page.Html.QuerySelectorAll("thead a, .pager a, a[href*='page=all'], a[href*='.csv']")).ToList();
        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            var href = link.GetAttribute("href")!;
            Assert.All(["q=e", "on=2025-03-01", "side=french"], asked => Assert.Contains(asked, href, StringComparison.Ordinal));
        }

        Assert.Equal(["on", "side"], page.Html.QuerySelectorAll("form[role=search] input[type=hidden]").Select(i => i.GetAttribute("name")!).Where(n => n is "on" or "side").Order());
    }

    [Fact]
    public async Task What_is_shown_can_be_taken_away_as_csv_and_excel()
    {
        var guest = platform.Visitor();
        var csv = await guest.Get("/nl/territory/communes.csv?side=flemish&sort=population&dir=desc");
        Assert.Equal("text/csv", csv.Response.Content.Headers.ContentType!.MediaType);
        var lines = csv.Text.TrimStart('\uFEFF').Trim().Split('\n');
        Assert.Equal(38, lines.Length);
        Assert.StartsWith("34022;Kortrijk;Kortrijk;Vlaamse deelregio;77109;", lines[1], StringComparison.Ordinal);
        Assert.Equal(156, (await guest.Get("/nl/territory/communes.csv")).Text.Trim().Split('\n').Length);
        var excel = await guest.Get("/nl/territory/communes.xlsx?side=flemish");
        Assert.Equal([(byte)'P', (byte)'K'], excel.Bytes[..2]);
    }
}
