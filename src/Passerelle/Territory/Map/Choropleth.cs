namespace Passerelle.Territory.Map;

/// <summary>A class of values: from and to are the least and greatest value that fall in it.</summary>
public sealed record ChoroplethClass(int Index, int Shade, double From, double To, int Count);

/// <summary>
/// Values in classes of about equal number. Equal values always share a class, so there may be fewer classes
/// than were asked for; <see cref="ChoroplethClass.Shade"/> spreads them over the six shades of the map.
/// </summary>
public sealed class Choropleth
{
    public const int Shades = 6;

    private Choropleth(IReadOnlyList<ChoroplethClass> classes, int without) => (Legend, Without) = (classes, without);

    /// <summary>From the lowest class to the highest; empty when there is no value at all.</summary>
    public IReadOnlyList<ChoroplethClass> Legend { get; }

    /// <summary>How many had no value.</summary>
    public int Without { get; }

    public static Choropleth Classes(IEnumerable<double?> values, int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(n, Shades);
        var all = values.ToArray();
        var known = all.Where(v => v is { } x && double.IsFinite(x)).Select(v => v!.Value).Order().ToArray();
        var groups = Cut(known, n);
        return new Choropleth(
            [.. groups.Select((g, i) => new ChoroplethClass(i, Shade(i, groups.Count), g[0], g[^1], g.Count))], all.Length - known.Length);
    }

    /// <summary>The shade of a value; null for none, or for one outside all classes.</summary>
    public int? Shade(double? value) => value is { } v ? Legend.FirstOrDefault(c => v >= c.From && v <= c.To)?.Shade : null;

    private static List<IReadOnlyList<double>> Cut(double[] sorted, int n)
    {
        var groups = new List<IReadOnlyList<double>>();
        var start = 0;
        for (var k = 1; k <= n && start < sorted.Length; k++)
        {
            var end = k == n ? sorted.Length : Math.Max(start + 1, (int)Math.Round((double)sorted.Length * k / n));
            end = Nearest(sorted, start, end);
            groups.Add(sorted[start..end]);
            start = end;
        }
        return groups;
    }

    /// <summary>The place nearest to <paramref name="end"/> at which the value changes, so that ties stay together.</summary>
    private static int Nearest(double[] sorted, int start, int end)
    {
        int down = end, up = end;
        while (up < sorted.Length && sorted[up] == sorted[up - 1])
            up++;
        while (down > start && down < sorted.Length && sorted[down] == sorted[down - 1])
            down--;
        return down > start && end - down <= up - end ? down : up;
    }

    private static int Shade(int index, int classes) =>
        classes == 1 ? Shades / 2 : (int)Math.Round((double)index * (Shades - 1) / (classes - 1));
}
