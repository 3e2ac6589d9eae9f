using System.Globalization;
using Passerelle.ActionGroups.Contract;
using static Passerelle.Projects.GanttPath;

namespace Passerelle.Projects;

/// <summary>A group or a partner in the drawing, with its name beside it.</summary>
public sealed record GraphNode(string Name, string Path, bool IsPartner, double X, double Y, double TextX, double TextY, string Anchor);

/// <summary>A link in the drawing, with its number in the table and where that stands.</summary>
public sealed record GraphEdge(LinkCard Link, int Number, string Path, double X, double Y);

/// <summary>
/// Where everything of the graph of links stands, in units of the drawing: groups and partners on an ellipse, links
/// bent towards its middle, several between the same two side by side.
/// </summary>
public sealed class LinkGraph
{
    public const int Width = 1100;
    public const int Radius = 9;

    private const double Across = 270, Least = 380, ForEach = 36, Above = 46, Beside = 26, Letters = 32;

    private readonly Dictionary<string, GraphNode> _nodes = [];

    public LinkGraph(IReadOnlyList<LinkCard> links, IReadOnlyDictionary<Guid, GroupCard> groups)
    {
        var ends = links.SelectMany(l => new[] { l.From, l.To }).DistinctBy(KeyOf)
            .Select(s => (Key: KeyOf(s), Side: s, Group: s.Group is { } id ? groups.GetValueOrDefault(id) : null))
            .OrderBy(s => s.Group is null).ThenBy(s => s.Group?.Theme, StringComparer.Ordinal).ThenBy(s => s.Group?.Here ?? s.Side.Here, StringComparer.CurrentCulture).ToList();
        Height = Math.Max(Least, (ends.Count * ForEach) + (2 * Above));
        foreach (var (i, (key, side, group)) in ends.Index())
        {
            _nodes[key] = Node(i, ends.Count, group?.Here ?? side.Here, group is null ? side.DeskPath : $"/desk/groups/{group.Slug}", group is null);
        }

        Dictionary<(string, string), int> between = [];
        Edges = [.. links.Select((l, i) => Edge(l, i + 1, between))];
    }

    public double Height { get; }

    public IReadOnlyCollection<GraphNode> Nodes => _nodes.Values;

    public IReadOnlyList<GraphEdge> Edges { get; }

    public string NameOf(Guid group) => _nodes[group.ToString()].Name;

    private static string KeyOf(LinkSide side) => side.Group?.ToString() ?? side.End.ToString();

    private GraphNode Node(int index, int count, string name, string path, bool partner)
    {
        var angle = ((2 * Math.PI * index) / count) - (Math.PI / 2);
        var (cos, sin) = (Math.Cos(angle), Math.Sin(angle));
        var (x, y) = ((Width / 2.0) + (Across * cos), (Height / 2) + (((Height / 2) - Above) * sin));
        var middle = Math.Abs(cos) < 0.2;
        return new(Cut(name), path, partner, x, y, middle ? x : x + (Math.Sign(cos) * 18), middle ? y + (sin < 0 ? -18 : 28) : y + 5, middle ? "middle" : cos > 0 ? "start" : "end");
    }

    private GraphEdge Edge(LinkCard link, int number, Dictionary<(string, string), int> between)
    {
        var (from, to) = (KeyOf(link.From), KeyOf(link.To));
        var pair = string.CompareOrdinal(from, to) < 0 ? (from, to) : (to, from);
        var nth = between[pair] = between.GetValueOrDefault(pair) + 1;
        var (a, b) = (_nodes[from], _nodes[to]);
        if (from == to)
        {
            // Inside one group: a loop towards the middle, each further one wider.
            var (inX, inY) = Toward(a.X, a.Y, Width / 2.0, Height / 2, 46 + (nth * 22));
            return new(link, number, $"M{U(a.X)} {U(a.Y)}Q{U(inX - 40)} {U(inY)} {U(inX)} {U(inY)}Q{U(inX + 40)} {U(inY)} {U(a.X)} {U(a.Y)}", inX, inY);
        }

        // Straight ones in turn to the left and to the right of the first, whichever way each of them runs.
        var (first, second) = (_nodes[pair.Item1], _nodes[pair.Item2]);
        var (dx, dy) = (second.X - first.X, second.Y - first.Y);
        var length = Math.Max(1, Math.Sqrt((dx * dx) + (dy * dy)));
        var aside = nth / 2 * Beside * 2 * (nth % 2 == 0 ? 1 : -1);
        var (cx, cy) = ((((a.X + b.X) / 2) + (Width / 2.0)) / 2 - (dy / length * aside), (((a.Y + b.Y) / 2) + (Height / 2)) / 2 + (dx / length * aside));
        var (x1, y1) = Toward(a.X, a.Y, cx, cy, Radius + 3);
        var (x2, y2) = Toward(b.X, b.Y, cx, cy, Radius + 4);
        var arrow = link.Type.IsMutual() ? "" : Arrow(cx, cy, x2, y2);
        return new(link, number, $"M{U(x1)} {U(y1)}Q{U(cx)} {U(cy)} {U(x2)} {U(y2)}{arrow}", (x1 + (2 * cx) + x2) / 4, (y1 + (2 * cy) + y2) / 4);
    }

    private static (double X, double Y) Toward(double x, double y, double toX, double toY, double by)
    {
        var (dx, dy) = (toX - x, toY - y);
        var length = Math.Max(1, Math.Sqrt((dx * dx) + (dy * dy)));
        return (x + (dx / length * by), y + (dy / length * by));
    }

    private static string Arrow(double fromX, double fromY, double x, double y)
    {
        var angle = Math.Atan2(y - fromY, x - fromX);
        var (left, right) = (angle + 2.6, angle - 2.6);
        return $"M{U(x + (11 * Math.Cos(left)))} {U(y + (11 * Math.Sin(left)))}L{U(x)} {U(y)}L{U(x + (11 * Math.Cos(right)))} {U(y + (11 * Math.Sin(right)))}";
    }

    private static string Cut(string name)
    {
        var text = new StringInfo(name);
        return text.LengthInTextElements <= Letters ? name : text.SubstringByTextElements(0, (int)Letters - 1).TrimEnd() + "…";
    }
}
