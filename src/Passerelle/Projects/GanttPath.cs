using System.Globalization;

namespace Passerelle.Projects;

/// <summary>The lines of a dependency, at right angles, with an arrow where it arrives.</summary>
internal static class GanttPath
{
    private const double Elbow = 7;

    public static string Between(GanttRow from, GanttRow to)
    {
        var (x1, y1, x2, y2) = (from.End, from.Middle, to.Begin, to.Middle);
        var turn = x2 - Elbow;

        // Where the second begins before the first has ended, the line goes back between two rows.
        var way = turn >= x1
            ? $"M{U(x1)} {U(y1)}H{U(turn)}V{U(y2)}H{U(x2)}"
            : $"M{U(x1)} {U(y1)}H{U(Math.Min(x1 + Elbow, GanttDrawing.Width - 2))}V{U(y2 > y1 ? to.Y + 1 : to.Y + GanttDrawing.RowHeight + 1)}H{U(Math.Max(turn, 2))}V{U(y2)}H{U(x2)}";
        return $"{way}m-5 -3.5l5 3.5l-5 3.5";
    }

    /// <summary>A number as drawings are written, whatever the reader's language.</summary>
    public static string U(double units) => Math.Round(units, 1).ToString(CultureInfo.InvariantCulture);
}
