using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Passerelle.Platform.Localization;
using Passerelle.Territory.Map;
using Xunit;

namespace Passerelle.Tests.Territory.Map;

public class CommuneMapTests
{
    private static readonly MapDrawing Drawing = MapDrawing.Schematic(SchematicMapTests.Grid());

    [Theory]
    [InlineData("fr", "Commune 21, Côté flemish, à la frontière")]
    [InlineData("nl", "Commune 21, Côté flemish, aan de grens")]
    [InlineData("en", "Commune 21, Côté flemish, on the border")]
    public async Task Every_commune_is_a_link_that_says_name_side_and_border(string language, string spoken)
    {
        var map = await Render(Communes(), language);
        Assert.Equal(25, map.QuerySelectorAll("svg a[href]").Length);
        var link = map.QuerySelector("svg a[href='/c/21']")!;
        Assert.Equal(spoken, link.GetAttribute("aria-label"));
        Assert.Equal(spoken, link.QuerySelector("title")!.TextContent);
    }

    [Fact]
    public async Task Links_come_in_the_order_of_names()
    {
        var map = await Render([.. Communes().Select(c => c with { Name = c.Code == "44" ? "Écaussinnes" : c.Code == "00" ? "Zwevegem" : $"Fleurus {c.Code}" })]);
        var names = map.QuerySelectorAll("svg a").Select(a => a.GetAttribute("aria-label")!.Split(',')[0]).ToArray();
        Assert.Equal(("Écaussinnes", "Zwevegem"), (names[0], names[^1]));
    }

    [Fact]
    public async Task The_compact_map_links_the_highlighted_communes_alone()
    {
        var map = await Render([.. Communes().Select(c => c with { Highlighted = c.Code is "11" or "22" })], compact: true);
        Assert.Equal(["/c/11", "/c/22"], map.QuerySelectorAll("svg a").Select(a => a.GetAttribute("href")));
        Assert.Equal(23, map.QuerySelectorAll("[aria-hidden=true] > path.map-commune").Length);
        Assert.Empty(map.QuerySelectorAll(".map-drawing .map-mark"));
    }

    [Fact]
    public async Task A_compact_map_of_a_few_communes_fills_the_sides_around_them_and_names_them_beside_their_shapes()
    {
        MapCommune[] few = [.. Communes().Where(c => c.Code is "11" or "34").Select(c => c with { Highlighted = true })];
        var map = await Render(few, compact: true);
        Assert.Equal(["map-side-1", "map-side-2", "map-side-3"], map.QuerySelectorAll(".map-drawing g[aria-hidden] > path.map-commune").Select(p => p.ClassList[1]));
        Assert.Equal(["map-side-2", "map-side-3"], map.QuerySelectorAll(".map-link path").Select(p => p.ClassList[1]));
        Assert.Equal(["Commune 11", "Commune 34"], map.QuerySelectorAll(".map-names-narrow text").Select(t => t.TextContent).Order());
        foreach (var text in map.QuerySelectorAll(".map-names-narrow text"))
        {
            var bounds = Drawing.Find(text.TextContent[^2..])!.Bounds;
            var y = double.Parse(text.GetAttribute("y")!, System.Globalization.CultureInfo.InvariantCulture);
            var x = double.Parse(text.GetAttribute("x")!, System.Globalization.CultureInfo.InvariantCulture);
            Assert.False(x > bounds.Left && x < bounds.Right && y > bounds.Top && y < bounds.Bottom, text.OuterHtml);
        }
    }

    [Fact]
    public async Task Communes_at_the_border_are_deeper_in_colour_and_marked()
    {
        var map = await Render(Communes());
        Assert.Equal(10, map.QuerySelectorAll(".map-link .map-edge").Length);
        Assert.All(map.QuerySelectorAll(".map-link:has(.map-edge)"), a => Assert.EndsWith("à la frontière", a.GetAttribute("aria-label"), StringComparison.Ordinal));
    }

    [Fact]
    public void Sides_come_in_the_order_of_the_pack()
    {
        var drawing = MapDrawing.Schematic(SchematicMapTests.Grid(), ["walloon", "french", "flemish"]);
        Assert.Equal(["walloon", "french", "flemish"], drawing.Sides.Select(s => s.Side));
    }

    [Fact]
    public async Task The_legend_has_a_word_for_each_side_and_line_and_mark()
    {
        var map = await Render(Communes());
        Assert.Equal(
            ["Côté flemish", "Côté french", "Côté walloon", "La frontière", "Limite entre versants", "Commune à la frontière"],
            map.QuerySelectorAll(".map-legend li").Select(l => l.TextContent.Trim()));
        Assert.Equal(10, map.QuerySelectorAll(".map-drawing .map-mark").Length);
    }

    [Fact]
    public async Task Values_replace_sides_and_what_has_none_is_hatched()
    {
        var legend = new MapLegend("Groupes", [new MapLegendEntry(0, "1"), new MapLegendEntry(5, "4"), new MapLegendEntry(null, "aucun")]);
        var map = await Render([.. Communes().Select(c => c with { Shade = c.Code == "33" ? null : 5, Value = "4 groupes" })], legend: legend);
        Assert.Equal(24, map.QuerySelectorAll("svg a .map-shade-5").Length);
        Assert.NotNull(map.QuerySelector("svg a[href='/c/33'] [fill^=url]"));
        Assert.EndsWith(", 4 groupes", map.QuerySelector("svg a")!.GetAttribute("aria-label"));
        Assert.Empty(map.QuerySelectorAll("[class*=map-side-]:not(.map-side-line)"));
    }

    [Fact]
    public async Task Names_are_text_and_nothing_carries_style_or_script()
    {
        var map = await Render([.. Communes().Select(c => c with { Name = c.Code == "22" ? "<b>&</b>" : c.Name, Weight = c.Code == "22" ? 9 : 1 })]);
        Assert.Contains(map.QuerySelectorAll("svg text"), t => t.TextContent == "<b>&</b>");
        Assert.Empty(map.QuerySelectorAll("[style], script, style, b"));
    }

    [Fact]
    public void Names_never_touch_one_another_or_a_mark()
    {
        var labels = MapLabels.Place(Drawing, Drawing.Shapes.Select((s, i) => new MapName(s.Code, $"Commune {s.Code}", i)), 24, 6);
        Assert.NotEmpty(labels);
        foreach (var (i, a) in labels.Index())
        {
            Assert.DoesNotContain(labels.Skip(i + 1), b => Math.Abs(a.Y - b.Y) < 18 && Math.Abs(a.X - b.X) < 100);
        }
    }

    [Fact]
    public async Task A_commune_that_is_not_drawn_is_left_out()
    {
        var map = await Render([.. Communes(), new MapCommune("99999", "Nulle part", "/c/99999", "french", "Côté french")]);
        Assert.Equal(25, map.QuerySelectorAll("svg a").Length);
    }

    private static MapCommune[] Communes() =>
        [.. SchematicMapTests.Grid().Select(s => new MapCommune(s.Code, $"Commune {s.Code}", $"/c/{s.Code}", s.Side, $"Côté {s.Side}", s.Border, Weight: 1))];

    private static async Task<IElement> Render(MapCommune[] communes, string language = "fr", bool compact = false, MapLegend? legend = null)
    {
        using var _ = Language.In(language);
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            ["Drawing"] = Drawing,
            ["Communes"] = communes,
            ["Title"] = "Carte",
            ["Compact"] = compact,
            ["Legend"] = legend,
        });
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<CommuneMap>(parameters)).ToHtmlString());
        return new HtmlParser().ParseDocument(html).QuerySelector("figure")!;
    }
}
