using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Passerelle.Territory.Map;

/// <summary>
/// The territory as one inline SVG in a figure. Every commune is a link that says its name, side and value;
/// the compact variant (a card beside a group) links the highlighted communes alone. The same facts in a
/// table are the page's to show.
/// </summary>
public partial class CommuneMap
{
    /// <summary>Letter sizes, in units of the view box, for a wide figure, a middling one and a phone's (see map.css).</summary>
    private static readonly (string Name, double Size, double Mark)[] Widths = [("wide", 16, 4), ("middle", 24, 6), ("narrow", 37, 8)];

    [Parameter, EditorRequired] public MapDrawing Drawing { get; set; } = null!;

    [Parameter, EditorRequired] public IReadOnlyList<MapCommune> Communes { get; set; } = [];

    /// <summary>What the map shows, as its heading and its accessible name.</summary>
    [Parameter, EditorRequired] public string Title { get; set; } = "";

    [Parameter] public string? Description { get; set; }

    /// <summary>What the shades mean; without it the legend names the sides.</summary>
    [Parameter] public MapLegend? Legend { get; set; }

    [Parameter] public bool Compact { get; set; }

    /// <summary>How many names are tried, the weightiest first; those that find no room are left to the links.</summary>
    [Parameter] public int Names { get; set; } = 60;

    /// <summary>Begins the ids inside; two maps on one page need two.</summary>
    [Parameter] public string Id { get; set; } = "map";

    private IReadOnlyList<(MapCommune Commune, MapShape Shape)> Silent { get; set; } = [];

    private IReadOnlyList<(MapCommune Commune, MapShape Shape)> Linked { get; set; } = [];

    private bool ByValue => Legend is not null;

    private bool AnyHighlighted { get; set; }

    private bool AnyMarked { get; set; }

    protected override void OnParametersSet()
    {
        var order = StringComparer.Create(CultureInfo.CurrentUICulture, ignoreCase: true);
        var drawn = Communes.Select(c => (Commune: c, Shape: Drawing.Find(c.Code)!)).Where(c => c.Shape is not null)
            .OrderBy(c => c.Commune.Name, order).ThenBy(c => c.Commune.Code, StringComparer.Ordinal).ToArray();
        AnyHighlighted = Array.Exists(drawn, c => c.Commune.Highlighted);
        AnyMarked = !Compact && Array.Exists(drawn, c => c.Commune.Border);
        Linked = Compact ? [.. drawn.Where(c => c.Commune.Highlighted)] : drawn;
        Silent = Compact ? [.. drawn.Where(c => !c.Commune.Highlighted)] : [];
    }

    private MarkupString Labels(double size, double mark)
    {
        var weighty = Communes.OrderByDescending(c => c.Weight).Take(Names).Select(c => new MapName(c.Code, c.Name, c.Weight)).ToArray();
        var room = Compact ? 0 : mark;
        return new(Drawing.Written($"{N(size)} {N(room)} {string.Join('|', weighty.Select(n => n.Code + n.Text))}", () => string.Concat(MapLabels.Place(Drawing, weighty, size, room).Select(Label))));
    }

    private static string Label(MapLabel label) =>
        $"<text{(label.Great ? " class=\"map-great\"" : "")} x=\"{N(label.X)}\" y=\"{N(label.Y)}\">{System.Net.WebUtility.HtmlEncode(label.Text)}</text>";

    private string ShapeClass(MapCommune commune)
    {
        var fill = ByValue ? commune.Shade is { } shade ? $"map-shade-{Math.Clamp(shade, 0, Choropleth.Shades - 1)}" : "map-none" : $"map-{commune.Side}";
        return $"map-commune {fill}{(commune.Highlighted ? " map-on" : "")}";
    }

    private static string Spoken(MapCommune commune) => string.Join(", ", new[]
    {
        commune.Name, commune.SideName, commune.Border ? MapTexts.T("label.border") : null, commune.Value,
    }.Where(t => !string.IsNullOrEmpty(t)));

    private IEnumerable<(string Side, string Name)> SideNames() =>
        Communes.GroupBy(c => c.Side, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.First().SideName));

    private string? SourceText() => Drawing.Source switch
    {
        MapSource.Schematic => Compact ? null : MapTexts.T("source.schematic"),
        _ when Drawing.Credit is { Length: > 0 } credit => MapTexts.T("source.official", credit),
        _ => null,
    };

    private static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
