using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Territory.Contract;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Territory;

public sealed class TerritoryPageTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const char Thin = '\u202f';

    [Theory]
    [InlineData("/fr/territory", "abc", "«\u00a0abc\u00a0» n’est pas une date")]
    [InlineData("/nl/territory", "2021-02-31", "«2021-02-31» is geen datum")]
    [InlineData("/nl/territory/communes", "9999-01-01", "«9999-01-01» is geen datum")]
    [InlineData("/fr/territory/sides/walloon", "abc", "«\u00a0abc\u00a0» n’est pas une date")]
    public async Task A_day_that_is_none_is_said_at_its_field_and_today_is_shown(string path, string on, string said)
    {
        var page = await platform.Visitor().Get($"{path}?on={on}");
        Assert.Contains(said, page.ErrorAt("on"), StringComparison.Ordinal);
        Assert.Equal("true", page.Html.QuerySelector("#on")!.GetAttribute("aria-invalid"));
        Assert.Equal(platform.Clock.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), page.Html.QuerySelector("#on")!.GetAttribute("value"));
        Assert.Null((await platform.Visitor().Get($"{path}?on=2021-02-03")).ErrorAt("on"));
    }

    [Fact]
    public async Task The_territory_counts_its_figures_and_shows_the_declared_ones_with_the_reason()
    {
        var page = await platform.Visitor().Get("/fr/territory");
        var figures = page.Html.QuerySelectorAll("dl.stats dd").Select(d => d.TextContent.Replace(Thin, ' ').Replace('\u00a0', ' ')).ToArray();
        Assert.Equal(["155", "2 181 502", "3 625,6 km²", "14"], figures);
        Assert.Contains("au 1er janvier 2020", page.Html.QuerySelector("dl.stats")!.TextContent, StringComparison.Ordinal);
        var communes = page.Html.QuerySelectorAll("#declared-heading ~ div tbody tr")[0];
        Assert.Equal(["155", "157"], communes.QuerySelectorAll("td.n").Select(d => d.TextContent));
        Assert.Contains("Hellemmes et Lomme", communes.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Totals_are_those_of_the_day_asked_for()
    {
        var page = await platform.Visitor().Get("/nl/territory?on=2025-01-01");
        Assert.Equal(["153", "2.181.502", "3.625,6\u00a0km²", "14"], page.Html.QuerySelectorAll("dl.stats dd").Select(d => d.TextContent));
        Assert.Contains("Het grondgebied zoals het is op 1 januari 2025", page.Main, StringComparison.Ordinal);
        Assert.Contains("Meulebeke en Tielt worden op 1 januari 2025 samen de gemeente Tielt", page.Main, StringComparison.Ordinal);
        Assert.Contains("Ruiselede en Wingene", page.Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-12-31", 155)]
    [InlineData("2025-01-01", 153)]
    [InlineData("1900-13-77", 155)]
    [InlineData("1950-01-01", 155)]
    public async Task The_map_has_every_commune_of_the_day_as_a_link_with_words_and_the_table_the_same(string on, int count)
    {
        var page = await platform.Visitor().Get("/nl/territory?on=" + on);
        var links = page.Html.QuerySelectorAll("figure.map svg a");
        Assert.Equal(count, links.Length);
        Assert.All(links, l => Assert.False(string.IsNullOrWhiteSpace(l.GetAttribute("aria-label"))));
        var rows = page.Html.QuerySelectorAll("details.figures tbody th[scope=row] a");
        Assert.Equal(links.Select(l => l.GetAttribute("href")).Order(), rows.Select(r => r.GetAttribute("href")).Order());
    }

    [Theory]
    [InlineData("fr", "touche le pays voisin hors du territoire", "Commune qui touche le pays voisin hors du territoire")]
    [InlineData("nl", "raakt het buurland buiten het grondgebied", "Gemeente die het buurland buiten het grondgebied raakt")]
    [InlineData("en", "touches the neighbouring country outside the territory", "Commune that touches the neighbouring country outside the territory")]
    public async Task Communes_that_touch_the_neighbouring_country_outside_the_territory_have_a_mark_of_their_own(string language, string words, string legend)
    {
        string[] codes = ["33021", "33039", "51009", "57064", "57072", "57093"];
        var page = await platform.Visitor().Get($"/{language}/territory");
        var told = page.Html.QuerySelectorAll("figure.map svg a").Where(a => a.GetAttribute("aria-label")!.EndsWith(", " + words, StringComparison.Ordinal));
        Assert.Equal(codes, told.Select(a => a.GetAttribute("href")![^5..]).Order());
        Assert.Equal(codes.Length, page.Html.QuerySelector(".map-drawing .map-outer")!.GetAttribute("d")!.Count(c => c == 'M'));
        Assert.Equal(legend, page.Html.QuerySelector(".map-legend li:has(.map-outer)")!.TextContent.Trim());
        Assert.Equal(codes, page.Html.QuerySelectorAll("details.figures tbody tr").Where(r => r.LastElementChild!.TextContent.Trim() == words).Select(r => r.QuerySelector("td")!.TextContent).Order());
    }

    [Fact]
    public async Task The_map_can_be_coloured_by_density_and_says_what_it_finds()
    {
        var page = await platform.Visitor().Get("/en/territory?show=density");
        Assert.StartsWith("Density goes from ", page.Html.QuerySelector(".map-title")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.Html.QuerySelectorAll(".map-shade-5"));
        Assert.Contains("inhabitants per km²", page.Html.QuerySelector("figure.map svg a")!.GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("french", "95", "versant français")]
    [InlineData("flemish", "37", "versant flamand")]
    [InlineData("walloon", "23", "versant wallon")]
    public async Task A_side_has_its_own_figures(string side, string count, string name)
    {
        var page = await platform.Visitor().Get("/fr/territory/sides/" + side);
        Assert.Equal(count, page.Html.QuerySelector("dl.stats dd")!.TextContent);
        Assert.Equal(name, page.Html.QuerySelector("h1")!.TextContent, ignoreCase: true);
        Assert.Equal(int.Parse(count, System.Globalization.CultureInfo.InvariantCulture), page.Html.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(page.Html.QuerySelectorAll("tbody th a").Select(a => a.TextContent), page.Html.QuerySelectorAll(".commune-names a").Select(a => a.TextContent));
    }

    [Fact]
    public async Task A_commune_is_named_in_the_language_of_the_page_with_its_local_name_behind()
    {
        var guest = platform.Visitor();
        Assert.Equal("Courtrai", (await guest.Get("/fr/territory/communes/34022")).Html.QuerySelector("h1")!.TextContent);
        Assert.Equal("Kortrijk", (await guest.Get("/nl/territory/communes/34022")).Html.QuerySelector("h1")!.TextContent);
        var table = await guest.Get("/fr/territory/communes?q=courtrai");
        Assert.Equal("nl", table.Html.QuerySelectorAll("tbody th").First(t => t.TextContent.Contains("Courtrai", StringComparison.Ordinal)).QuerySelector("span")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_commune_shows_its_neighbours_across_the_border_and_its_mayor_when_known()
    {
        var menen = await platform.Visitor().Get("/nl/territory/communes/34027");
        Assert.Contains("/nl/territory/communes/59279", menen.Html.QuerySelectorAll("section:has(#across-heading) a").Select(a => a.GetAttribute("href")));
        Assert.Contains("Burgemeester", menen.Main, StringComparison.Ordinal);
        Assert.Contains("Lieven", menen.Html.QuerySelector("section:has(#mayor-heading)")!.TextContent, StringComparison.Ordinal);
        var tielt = await platform.Visitor().Get("/nl/territory/communes/37015");
        Assert.Contains("Het platform weet niet", tielt.Html.QuerySelector("section:has(#mayor-heading)")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merged_commune_keeps_its_page_and_its_successor_names_its_parts()
    {
        var guest = platform.Visitor();
        var part = await guest.Get("/fr/territory/communes/37007");
        Assert.Contains("/fr/territory/communes/37022", part.Html.QuerySelectorAll(".timeline a").Select(a => a.GetAttribute("href")));
        var whole = await guest.Get("/fr/territory/communes/37022");
        Assert.Contains("Cette commune n’existe qu’à partir du 1er janvier 2025", whole.Main, StringComparison.Ordinal);
        Assert.Equal(["/fr/territory/communes/37007", "/fr/territory/communes/37015"], whole.Html.QuerySelectorAll(".timeline a").Select(a => a.GetAttribute("href")!));
    }

    [Fact]
    public async Task The_neighbours_of_a_merged_commune_are_those_of_its_parts_without_the_parts()
    {
        var communes = platform.Services.GetRequiredService<Communes>();
        var before = await communes.On(new(2024, 12, 31));
        var after = await communes.On(new(2025, 1, 1));
        string[] parts = ["37007", "37015"];
        var lengths = parts.SelectMany(before.Neighbours).Where(n => !parts.Contains(n.Commune.Code)).ToList();
        var merged = after.Neighbours("37022");
        Assert.NotEmpty(merged);
        Assert.DoesNotContain(merged, n => parts.Contains(n.Commune.Code));
        Assert.Equal(lengths.Sum(n => n.SharedKm), merged.Sum(n => n.SharedKm), 1);
        Assert.All(merged, n => Assert.True(n.Commune.IsOn(new(2025, 1, 1))));
        Assert.Contains(after.Neighbours("37021"), n => n.Commune.Code == "37022");
        Assert.Empty(after.Neighbours("37015"));
    }

    [Fact]
    public async Task Who_adjoins_whom_across_the_border_is_mutual()
    {
        var list = await platform.Services.GetRequiredService<Communes>().On(new(2021, 1, 27));
        Assert.Equal(22 * 2, list.All.Sum(c => list.AcrossTheBorder(c.Code).Count));
        Assert.All(list.All, c => Assert.All(list.AcrossTheBorder(c.Code), n => Assert.Contains(c, list.AcrossTheBorder(n.Code))));
    }

    [Fact]
    public async Task Partners_stand_by_level_with_the_communes_that_are_counted()
    {
        var guest = platform.Visitor();
        var list = await guest.Get("/fr/territory/partners");
        Assert.Equal(14, list.Html.QuerySelectorAll("article.card").Length);
        var wvi = await guest.Get("/fr/territory/partners/WVI");
        Assert.Contains("25 communes représentées", wvi.Main, StringComparison.Ordinal);
        Assert.Contains("Le nombre déclaré par le groupement (25) est le même", wvi.Main, StringComparison.Ordinal);
        Assert.Equal(25, wvi.Html.QuerySelectorAll("section:has(#communes-heading) tbody tr").Length);
    }

    [Theory]
    [InlineData("/fr/territory/communes/99999")]
    [InlineData("/nl/territory/sides/breton")]
    [InlineData("/en/territory/partners/NATO")]
    [InlineData("/nl/bodies/senate")]
    public async Task What_is_not_there_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await platform.Visitor().Get(path)).Status);

    [Fact]
    public async Task The_sitemap_lists_every_page_of_the_territory()
    {
        var map = (await platform.Visitor().Get("/sitemap.xml")).Text;
        Assert.All(["/fr/territory", "/nl/territory/communes/34022", "/en/territory/partners/MEL", "/nl/territory/sides/walloon", "/fr/bodies/assembly"],
            path => Assert.Contains(path + "<", map, StringComparison.Ordinal));
    }
}
