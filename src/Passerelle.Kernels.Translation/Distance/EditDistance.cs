using System.Buffers;

namespace Passerelle.Kernels.Translation.Distance;

/// <summary>
/// Levenshtein's distance over any symbols: the fewest insertions, deletions and replacements that turn one row into the other. Only the
/// diagonals are computed that a distance within the limit can pass: E. Ukkonen, «Algorithms for approximate string matching»
/// (Information and Control 64, 1985).
/// </summary>
public static class EditDistance
{
    private const int OnStack = 256;

    /// <summary>The distance, or <paramref name="most"/> + 1 when it is greater. Takes (most + 1) × the shorter length at most; allocates nothing for rows up to 255 symbols.</summary>
    /// <param name="a">One row.</param>
    /// <param name="b">The other.</param>
    /// <param name="most">The limit, 0 or more.</param>
    public static int Of<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, int most = int.MaxValue - 1)
        where T : IEquatable<T>
    {
        var same = a.CommonPrefixLength(b);
        a = a[same..];
        b = b[same..];
        while (a.Length > 0 && b.Length > 0 && a[^1].Equals(b[^1]))
        {
            a = a[..^1];
            b = b[..^1];
        }

        if (a.Length > b.Length)
        {
            var longer = a;
            a = b;
            b = longer;
        }

        most = Math.Min(most, b.Length);
        if (b.Length - a.Length > most)
        {
            return most + 1;
        }

        if (a.Length == 0)
        {
            return b.Length;
        }

        var rented = b.Length < OnStack ? null : ArrayPool<int>.Shared.Rent(b.Length + 1);
        var row = rented is null ? stackalloc int[b.Length + 1] : rented.AsSpan(0, b.Length + 1);
        var distance = Banded(a, b, most, row);
        if (rented is not null)
        {
            ArrayPool<int>.Shared.Return(rented);
        }

        return distance;
    }

    private static int Banded<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, int most, Span<int> row)
        where T : IEquatable<T>
    {
        // A path that leaves the band needs more than the limit: each step off the two corners' diagonals has to be taken back.
        var longer = b.Length - a.Length;
        var below = (most - longer) / 2;
        var above = longer + below;
        var beyond = most + 1;
        for (var j = 0; j < row.Length; j++)
        {
            row[j] = j <= above ? j : beyond;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var from = Math.Max(1, i - below);
            var to = Math.Min(b.Length, i + above);
            var diagonal = row[from - 1];
            row[from - 1] = from == 1 && i <= below ? i : beyond;
            var best = beyond;
            for (var j = from; j <= to; j++)
            {
                var cost = a[i - 1].Equals(b[j - 1]) ? diagonal : 1 + Math.Min(diagonal, Math.Min(row[j], row[j - 1]));
                diagonal = row[j];
                row[j] = Math.Min(cost, beyond);
                best = Math.Min(best, row[j]);
            }

            if (best > most)
            {
                return beyond;
            }
        }

        return row[^1];
    }
}
