using NetTopologySuite.Geometries;

namespace Passerelle.Territory.Map;

/// <summary>
/// Cells around weighted points (a power diagram: Voronoi cells whose lines move towards the smaller
/// commune). The weights are fitted so that each cell comes close to the area of its commune, and are held
/// in check so that each cell keeps its own centre.
/// </summary>
internal sealed class PowerCells
{
    private const int Rounds = 24;
    private const double Reach = 1.3;
    private const double KeepsCentre = 0.6;
    private readonly Coordinate[] _at;
    private readonly double[] _areas;
    private readonly double[] _weights;
    private readonly Coordinate[] _frame;
    private readonly int[][] _nearest;

    public PowerCells(Coordinate[] at, double[] areas, Envelope frame)
    {
        (_at, _areas) = (at, areas);
        _frame = [new(frame.MinX, frame.MinY), new(frame.MaxX, frame.MinY), new(frame.MaxX, frame.MaxY), new(frame.MinX, frame.MaxY)];
        _weights = Array.ConvertAll(areas, a => a / Math.PI);
        _nearest = [.. at.Select((_, i) => Enumerable.Range(0, at.Length).Where(j => j != i).OrderBy(j => Square(at[i], at[j])).ToArray())];
        Hold();
        for (var round = 0; round < Rounds; round++)
            Fit();
    }

    /// <summary>The corners of a cell, counter-clockwise, not closed; empty when nothing is left of it.</summary>
    public List<Coordinate> Corners(int i) => Cut(i, [.. _frame]);

    /// <summary>Whose cell a place lies in.</summary>
    public int Owner(Coordinate place)
    {
        var (best, least) = (-1, double.PositiveInfinity);
        for (var i = 0; i < _at.Length; i++)
        {
            var power = Square(_at[i], place) - _weights[i];
            if (power < least)
                (best, least) = (i, power);
        }
        return best;
    }

    private void Fit()
    {
        var next = new double[_weights.Length];
        for (var i = 0; i < next.Length; i++)
            next[i] = _weights[i] + 0.6 * (_areas[i] - Area(Cut(i, Disc(_at[i], Reach * Math.Sqrt(_areas[i] / Math.PI))))) / Math.PI;
        next.CopyTo(_weights, 0);
        Hold();
    }

    /// <summary>Lowers weights until no line between two communes passes behind the centre of either.</summary>
    private void Hold()
    {
        for (var changed = true; changed;)
        {
            changed = false;
            for (var i = 0; i < _at.Length; i++)
            {
                for (var j = 0; j < _at.Length; j++)
                {
                    if (i == j)
                        continue;
                    var most = _weights[j] + KeepsCentre * Square(_at[i], _at[j]);
                    if (_weights[i] <= most + 1e-9)
                        continue;
                    _weights[i] = most;
                    changed = true;
                }
            }
        }
    }

    private List<Coordinate> Cut(int i, List<Coordinate> cell)
    {
        var reach = Reaches(i, cell);
        foreach (var j in _nearest[i])
        {
            // How far from the centre the line to this neighbour runs: beyond the cell, it cuts nothing.
            var between = Square(_at[i], _at[j]);
            if ((between + _weights[i] - _weights[j]) / (2 * Math.Sqrt(between)) > reach)
                continue;
            cell = Cut(cell, i, j);
            reach = Reaches(i, cell);
        }
        return cell;
    }

    private double Reaches(int i, List<Coordinate> cell) => cell.Count == 0 ? -1 : cell.Max(c => _at[i].Distance(c));

    private List<Coordinate> Cut(List<Coordinate> cell, int i, int j)
    {
        // The nearer half: 2(pj - pi)·x <= |pj|² - |pi|² + wi - wj.
        double nx = 2 * (_at[j].X - _at[i].X), ny = 2 * (_at[j].Y - _at[i].Y);
        var limit = Square(_at[j]) - Square(_at[i]) + _weights[i] - _weights[j];
        double Beyond(Coordinate c) => nx * c.X + ny * c.Y - limit;
        if (cell.TrueForAll(c => Beyond(c) <= 0))
            return cell;
        var kept = new List<Coordinate>(cell.Count + 1);
        for (var k = 0; k < cell.Count; k++)
        {
            var (a, b) = (cell[k], cell[(k + 1) % cell.Count]);
            var (da, db) = (Beyond(a), Beyond(b));
            if (da <= 0)
                kept.Add(a);
            if ((da <= 0) != (db <= 0))
                kept.Add(new Coordinate(a.X + (b.X - a.X) * da / (da - db), a.Y + (b.Y - a.Y) * da / (da - db)));
        }
        return kept;
    }

    private static List<Coordinate> Disc(Coordinate at, double radius) =>
        [.. Enumerable.Range(0, 24).Select(k => new Coordinate(
            at.X + radius * Math.Cos(k * Math.PI / 12), at.Y + radius * Math.Sin(k * Math.PI / 12)))];

    private static double Area(List<Coordinate> ring)
    {
        double twice = 0;
        for (var k = 0; k < ring.Count; k++)
            twice += ring[k].X * ring[(k + 1) % ring.Count].Y - ring[(k + 1) % ring.Count].X * ring[k].Y;
        return Math.Abs(twice) / 2;
    }

    private static double Square(Coordinate c) => c.X * c.X + c.Y * c.Y;

    private static double Square(Coordinate a, Coordinate b) =>
        (a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y);
}
