using System.Runtime.InteropServices;

namespace Passerelle.Territory.Map;

/// <summary>A name to be written on the map, and how much it matters.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MapName(string Code, string Text, double Weight);

/// <summary>A name in its place: the middle of its base line.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MapLabel(string Code, string Text, double X, double Y);

/// <summary>
/// Puts names on the map so that none touches another, a mark or the edge: the greatest first, each on its
/// place or as near to it as there is room, or not at all.
/// </summary>
internal static class MapLabels
{
    private const double PerLetter = 0.56;
    private const double Ascent = 0.78;
    private const double Descent = 0.24;
    private const double Air = 0.16;

    public static IReadOnlyList<MapLabel> Place(MapDrawing drawing, IEnumerable<MapName> names, double size, double mark)
    {
        var taken = drawing.Shapes.Where(s => s.Border)
            .Select(s => new MapBounds(s.Label.X - mark, s.Label.Y - mark, s.Label.X + mark, s.Label.Y + mark)).ToList();
        var labels = new List<MapLabel>();
        foreach (var name in names.OrderByDescending(n => n.Weight).ThenBy(n => n.Text, StringComparer.Ordinal))
        {
            if (drawing.Find(name.Code) is not { } shape)
                continue;
            var half = name.Text.Length * PerLetter * size / 2;
            foreach (var (dx, dy) in Around(half, size, shape.Border ? mark : 0))
            {
                var label = new MapLabel(name.Code, name.Text, Math.Round(shape.Label.X + dx, 1), Math.Round(shape.Label.Y + dy, 1));
                var box = Box(label, half, size);
                if (box.Left < 0 || box.Right > drawing.Width || box.Top < 0 || box.Bottom > drawing.Height || taken.Exists(t => Touch(t, box)))
                    continue;
                taken.Add(box);
                labels.Add(label);
                break;
            }
        }
        return labels;
    }

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

    private static bool Touch(MapBounds a, MapBounds b) =>
        a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom;
}
