using System.Runtime.InteropServices;

namespace Passerelle.Territory.Map;

/// <summary>A name to be written on the map, and how much it matters; beside a shape that it must not cover, if so asked.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MapName(string Code, string Text, double Weight, bool Beside = false);

/// <summary>A name in its place: the middle of its base line. The great towns are written larger.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MapLabel(string Code, string Text, double X, double Y, bool Great);

/// <summary>
/// Puts names on the map so that none touches another, a mark or the edge: the greatest first, each on its
/// place or as near to it as there is room, or not at all. Where there is no other room, a great town's name
/// may cover a mark or cross the border, but then it stands right above or below its place.
/// </summary>
internal static class MapLabels
{
    private const int Great = 12;
    private const double Smaller = 0.86;
    private const double PerLetter = 0.56;
    private const double Ascent = 0.78;
    private const double Descent = 0.24;
    private const double Air = 0.16;

    public static IReadOnlyList<MapLabel> Place(MapDrawing drawing, IEnumerable<MapName> names, double size, double mark, IReadOnlyList<MapBounds>? uncovered = null)
    {
        var marks = drawing.Shapes.Where(s => s.Border)
            .Select(s => new MapBounds(s.Label.X - mark, s.Label.Y - mark, s.Label.X + mark, s.Label.Y + mark)).ToList();
        var taken = new List<MapBounds>(uncovered ?? []);
        var labels = new List<MapLabel>();
        foreach (var (rank, name) in names.OrderByDescending(n => n.Weight).ThenBy(n => n.Text, StringComparer.Ordinal).Index())
        {
            if (drawing.Find(name.Code) is not { } shape)
                continue;
            var great = rank < Great;
            var letters = great ? size : size * Smaller;
            var half = name.Text.Length * PerLetter * letters / 2;
            var free = Around(half, letters, name.Beside ? Reach(shape) : shape.Border ? mark : 0)
                .Select(d => (Label: new MapLabel(name.Code, name.Text, Math.Round(shape.Label.X + d.Dx, 1), Math.Round(shape.Label.Y + d.Dy, 1), great), Near: d.Dx == 0))
                .Select(l => (l.Label, l.Near, Box: Box(l.Label, half, letters)))
                .Where(l => Within(drawing, l.Box) && !taken.Exists(t => Touch(t, l.Box))).ToArray();
            bool Crosses(MapBounds box) => drawing.BorderPoints.Any(p => Holds(box, p));
            var choice = Array.FindIndex(free, l => !Crosses(l.Box) && !marks.Exists(m => Touch(m, l.Box)));
            if (choice < 0 && great)
                choice = Array.FindIndex(free, l => l.Near && !Crosses(l.Box));
            if (choice < 0 && great)
                choice = Array.FindIndex(free, l => l.Near);
            if (choice < 0)
                continue;
            taken.Add(free[choice].Box);
            labels.Add(free[choice].Label);
        }
        return labels;
    }

    /// <summary>How far a shape goes from the place of its name, up or down.</summary>
    private static double Reach(MapShape shape) => Math.Max(shape.Label.Y - shape.Bounds.Top, shape.Bounds.Bottom - shape.Label.Y);

    private static IEnumerable<(double Dx, double Dy)> Around(double half, double size, double mark)
    {
        var middle = (Ascent - Descent) * size / 2;
        var gap = mark + Air * size;
        if (mark == 0)
            yield return (0, middle);
        yield return (0, -gap - Descent * size);
        yield return (0, gap + Ascent * size);
        yield return (gap + half, middle);
        yield return (-gap - half, middle);
        yield return (gap + half * 0.8, -gap - Descent * size);
        yield return (-gap - half * 0.8, -gap - Descent * size);
        yield return (gap + half * 0.8, gap + Ascent * size);
        yield return (-gap - half * 0.8, gap + Ascent * size);
    }

    private static MapBounds Box(MapLabel label, double half, double size) => new(
        label.X - half - Air * size, label.Y - Ascent * size, label.X + half + Air * size, label.Y + Descent * size);

    private static bool Within(MapDrawing drawing, MapBounds box) =>
        box.Left >= 0 && box.Right <= drawing.Width && box.Top >= 0 && box.Bottom <= drawing.Height;

    private static bool Holds(MapBounds box, MapPoint p) => p.X > box.Left && p.X < box.Right && p.Y > box.Top && p.Y < box.Bottom;

    private static bool Touch(MapBounds a, MapBounds b) =>
        a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom;
}
