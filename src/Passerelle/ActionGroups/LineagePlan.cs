using System.Globalization;
using Passerelle.Platform.Localization;

namespace Passerelle.ActionGroups;

/// <summary>Where the boxes and lines of a lineage stand: each group in a column after all that it came from.</summary>
internal sealed record LineagePlan(IReadOnlyList<LineageBox> Boxes, IReadOnlyList<LineageEdge> Edges, string Width, string Height)
{
    public const string BoxWidth = "208", BoxHeight = "78";

    private const double Wide = 208, High = 78, Across = 72, Down = 22, Margin = 3;
    private const int LettersInLine = 22, MostLines = 2;

    public static LineagePlan Of(LineageView view)
    {
        var columns = Columns(view);
        Dictionary<Guid, (double X, double Y)> places = [];
        List<LineageBox> boxes = [];
        var tallest = columns.GroupBy(c => c.Value).Max(c => c.Count());
        foreach (var column in view.Nodes.GroupBy(n => columns[n.Id]))
        {
            var start = Margin + (tallest - column.Count()) * (High + Down) / 2;
            foreach (var (node, row) in column.Select((n, i) => (n, i)))
            {
                var (x, y) = (Margin + column.Key * (Wide + Across), start + row * (High + Down));
                places[node.Id] = (x, y);
                var lines = Wrapped(node.Name.Read(Language.Content).Value).Select((line, i) => (line, N(y + 25 + i * 19))).ToList();
                boxes.Add(new(node, N(x), N(y), N(x + 14), N(y + High - 12), lines));
            }
        }

        return new(boxes, [.. view.Links.Select(l => Line(l, places))], N(2 * Margin + columns.Values.Max() * (Wide + Across) + Wide), N(2 * Margin + tallest * (High + Down) - Down));
    }

    private static Dictionary<Guid, int> Columns(LineageView view)
    {
        var columns = view.Nodes.ToDictionary(n => n.Id, _ => 0);
        // No link leads back, so this ends; and never later than after one round for each group.
        for (var (round, moved) = (0, true); moved && round < view.Nodes.Count; round++)
        {
            moved = false;
            foreach (var link in view.Links.Where(l => columns[l.To] <= columns[l.From]))
            {
                columns[link.To] = columns[link.From] + 1;
                moved = true;
            }
        }

        return columns;
    }

    private static LineageEdge Line(Lineage link, Dictionary<Guid, (double X, double Y)> places)
    {
        var (from, to) = (places[link.From], places[link.To]);
        var (x1, y1, x2, y2) = (from.X + Wide, from.Y + High / 2, to.X, to.Y + High / 2);
        var middle = (x1 + x2) / 2;
        return new(link.Kind.ToString().ToLowerInvariant(), $"M{N(x1)} {N(y1)}C{N(middle)} {N(y1)} {N(middle)} {N(y2)} {N(x2 - 2)} {N(y2)}M{N(x2 - 9)} {N(y2 - 5)}L{N(x2 - 2)} {N(y2)}L{N(x2 - 9)} {N(y2 + 5)}");
    }

    private static List<string> Wrapped(string name)
    {
        List<string> lines = [""];
        foreach (var word in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > LettersInLine)
            {
                lines.Add("");
            }

            lines[^1] = (lines[^1] + " " + word).Trim();
        }

        var shown = lines.Take(MostLines).Select(Cut).ToList();
        if (lines.Count > MostLines && !shown[^1].EndsWith('…'))
        {
            shown[^1] += "…";
        }

        return shown;
    }

    private static string Cut(string line)
    {
        var text = new StringInfo(line);
        return text.LengthInTextElements <= LettersInLine ? line : text.SubstringByTextElements(0, LettersInLine - 1) + "…";
    }

    private static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}

internal sealed record LineageBox(LineageNode Node, string X, string Y, string TextX, string StateY, IReadOnlyList<(string Line, string Y)> Lines);

internal sealed record LineageEdge(string Kind, string Path);
