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
    private const int Tones = 4;
    private const int MostNamed = 6;

    /// <summary>Letter sizes, in units of the view box, for a wide figure, a middling one and a phone's (see map.css).</summary>
    private static readonly (string Name, double Size, double Mark)[] Widths = [("wide", 16, 4), ("middle", 24, 6), ("narrow", 37, 8)];

    private Dictionary<string, int> _tones = [];
    private Dictionary<string, string> _names = [];

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

    private (MapCommune Commune, MapShape Shape)[] Linked { get; set; } = [];

    private bool ByValue => Legend is not null;

    private bool AnyHighlighted { get; set; }

    private bool AnyMarked { get; set; }

    /// <summary>A point without length for each commune on the outer border: its square ends are the mark (see map.css).</summary>
    private string OuterMarks { get; set; } = "";

    protected override void OnParametersSet()
    {
        var order = StringComparer.Create(CultureInfo.CurrentUICulture, ignoreCase: true);
        var drawn = Communes.Select(c => (Commune: c, Shape: Drawing.Find(c.Code)!)).Where(c => c.Shape is not null)
            .OrderBy(c => c.Commune.Name, order).ThenBy(c => c.Commune.Code, StringComparer.Ordinal).ToArray();
        _tones = Drawing.Sides.Index().ToDictionary(s => s.Item.Side, s => s.Index % Tones + 1, StringComparer.Ordinal);
        _names = drawn.DistinctBy(c => c.Commune.Side).ToDictionary(c => c.Commune.Side, c => Territory.Names.Large(c.Commune.SideName), StringComparer.Ordinal);
        AnyHighlighted = Array.Exists(drawn, c => c.Commune.Highlighted);
        AnyMarked = !Compact && Array.Exists(drawn, c => c.Commune.Border);
        OuterMarks = Compact ? "" : string.Concat(drawn.Where(c => c.Commune.OuterBorder).Select(c => $"M{N(c.Shape.Label.X)} {N(c.Shape.Label.Y)}h0"));
        Linked = Compact ? [.. drawn.Where(c => c.Commune.Highlighted)] : drawn;
        Silent = Compact ? [.. drawn.Where(c => !c.Commune.Highlighted)] : [];
    }

    private MarkupString Labels(double size, double mark)
    {
        var names = Written();
        var uncovered = Compact ? Linked.Select(c => c.Shape).ToArray() : [];
        var key = $"{N(size)} {N(mark)} {string.Join('|', names.Select(n => n.Code + n.Text))}/{string.Join('|', uncovered.Select(s => s.Code))}";
        return new(Drawing.Written(key, () => string.Concat(MapLabels.Place(Drawing, names, size, Compact ? 0 : mark, [.. uncovered.Select(s => s.Bounds)]).Select(Label))));
    }

    /// <summary>The names to be tried. A few highlighted communes are named first and beside their shapes; no name covers what a compact map is there to show.</summary>
    private MapName[] Written()
    {
        var few = Compact && Linked.Length <= MostNamed ? Linked.Select(c => c.Commune.Code).ToHashSet(StringComparer.Ordinal) : [];
        return [.. Communes.OrderByDescending(c => few.Contains(c.Code)).ThenByDescending(c => c.Weight).Take(Math.Max(Names, few.Count))
            .Select((c, i) => new MapName(c.Code, c.Name, -i, few.Contains(c.Code)))];
    }

    private static string Label(MapLabel label) =>
        $"<text{(label.Great ? " class=\"map-great\"" : "")} x=\"{N(label.X)}\" y=\"{N(label.Y)}\">{System.Net.WebUtility.HtmlEncode(label.Text)}</text>";

    /// <summary>Which of the four tints and patterns a side has.</summary>
    private int Tone(string side) => _tones.GetValueOrDefault(side, 1);

    private string ShapeClass(MapCommune commune)
    {
        var fill = !ByValue ? $"map-side-{Tone(commune.Side)}{(commune.Border && !Compact ? " map-edge" : "")}"
            : commune.Shade is { } shade ? $"map-shade-{Math.Clamp(shade, 0, Choropleth.Shades - 1)}" : "map-none";
        return $"map-commune {fill}{(commune.Highlighted ? " map-on" : "")}";
    }

    private static string Spoken(MapCommune commune) => string.Join(", ", new[]
    {
        commune.Name, commune.SideName, commune.Border ? MapTexts.T("label.border") : commune.OuterBorder ? MapTexts.T("label.outer") : null, commune.Value,
    }.Where(t => !string.IsNullOrEmpty(t)));

    private IEnumerable<(string Side, string Name)> Sides =>
        Drawing.Sides.Where(s => _names.ContainsKey(s.Side)).Select(s => (s.Side, _names[s.Side]));

    private string? SourceText() => Drawing.Source switch
    {
        MapSource.Schematic => Compact ? null : MapTexts.T("source.schematic"),
        _ when Drawing.Credit is { Length: > 0 } credit => MapTexts.T("source.official", credit),
        _ => null,
    };

    private static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
