using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Polygonize;

namespace Passerelle.Territory.Map;

/// <summary>
/// Areas laid edge to edge: all lines are noded together on a fine grid and cut into faces, each face is
/// given to one owner, and the faces of an owner are joined. Neighbours therefore share their edges point
/// by point, whatever the lines were.
/// </summary>
internal static class Mosaic
{
    /// <summary>What a chooser answers for a face that belongs to nobody.</summary>
    public const int Outside = -1;

    /// <summary>What it answers for a face that goes to the neighbour with the longest common edge.</summary>
    public const int ToNeighbour = -2;

    public static SortedDictionary<int, Geometry> Lay(IEnumerable<Geometry> lines, double cellsPerKm, Func<Polygon, int> choose)
    {
        var noded = UnaryUnionNG.Union([.. lines], GeometryFactory.Default, new PrecisionModel(cellsPerKm));
        var polygonizer = new Polygonizer();
        polygonizer.Add(noded);
        var faces = polygonizer.GetPolygons().Cast<Polygon>().OrderBy(f => f.Centroid.X).ThenBy(f => f.Centroid.Y).ToArray();
        var owners = Array.ConvertAll(faces, f => choose(f));
        GiveToNeighbours(faces, owners);
        var laid = new SortedDictionary<int, Geometry>();
        foreach (var group in Enumerable.Range(0, faces.Length).Where(i => owners[i] >= 0).GroupBy(i => owners[i]))
            laid[group.Key] = Joined([.. group.Select(i => faces[i])]);
        return laid;
    }

    private static Geometry Joined(Polygon[] faces) =>
        faces.Length == 1 ? faces[0] : NetTopologySuite.Coverage.CoverageUnion.Union(faces);

    private static void GiveToNeighbours(Polygon[] faces, int[] owners)
    {
        if (!owners.Contains(ToNeighbour))
            return;
        var common = CommonEdges(faces);
        for (var changed = true; changed;)
        {
            changed = false;
            for (var i = 0; i < faces.Length; i++)
            {
                if (owners[i] != ToNeighbour)
                    continue;
                var best = common[i].Where(n => owners[n.Key] >= 0).GroupBy(n => owners[n.Key])
                    .Select(g => (Owner: g.Key, Length: g.Sum(n => n.Value)))
                    .OrderByDescending(g => g.Length).ThenBy(g => g.Owner).FirstOrDefault((Owner: ToNeighbour, Length: 0));
                owners[i] = best.Owner;
                changed |= best.Owner != ToNeighbour;
            }
        }
    }

    private static SortedDictionary<int, double>[] CommonEdges(Polygon[] faces)
    {
        var common = Array.ConvertAll(faces, _ => new SortedDictionary<int, double>());
        foreach (var (edge, sides) in Edges.Of(faces))
        {
            if (sides.Count != 2 || sides[0] == sides[1])
                continue;
            common[sides[0]][sides[1]] = common[sides[0]].GetValueOrDefault(sides[1]) + edge.Length;
            common[sides[1]][sides[0]] = common[sides[1]].GetValueOrDefault(sides[0]) + edge.Length;
        }
        return common;
    }
}
