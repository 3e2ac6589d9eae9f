using System.Buffers;

namespace Passerelle.Kernels.Translation.Distance;

/// <summary>
/// How alike two segments are, in whole percent: 100 × (1 − distance ÷ the greater number of tokens), rounded down, over normalised tokens:
/// numbers and tags are one class each, case is folded. 100 is for equal texts alone; texts that differ in nothing else have 99.
/// </summary>
public static class Score
{
    /// <summary>The score of equal texts.</summary>
    public const int Exact = 100;

    /// <summary>The score of texts that are equal once normalised.</summary>
    public const int Normalised = 99;

    private const int OnStack = 256;

    /// <summary>The score, from 0 to 100. Allocates nothing for composed texts up to 256 characters.</summary>
    /// <param name="a">One text.</param>
    /// <param name="b">The other.</param>
    /// <param name="least">Below this the answer is 0, and sooner there.</param>
    public static int Of(string a, string b, int least = 0)
    {
        if (string.Equals(a, b, StringComparison.Ordinal))
        {
            return Exact;
        }

        (a, b) = (TokenKeys.Composed(a), TokenKeys.Composed(b));
        var rentedA = a.Length <= OnStack ? null : ArrayPool<ulong>.Shared.Rent(a.Length);
        var rentedB = b.Length <= OnStack ? null : ArrayPool<ulong>.Shared.Rent(b.Length);
        Span<ulong> keysA = rentedA ?? stackalloc ulong[OnStack];
        Span<ulong> keysB = rentedB ?? stackalloc ulong[OnStack];
        var (lengthA, lengthB) = (TokenKeys.Fill(a, keysA), TokenKeys.Fill(b, keysB));
        var length = Math.Max(lengthA, lengthB);
        var most = Most(length, least);
        var distance = EditDistance.Of<ulong>(keysA[..lengthA], keysB[..lengthB], most);
        Return(rentedA);
        Return(rentedB);
        return distance > most ? 0 : Of(distance, length);
    }

    /// <summary>The score of texts that differ, from their distance in tokens and the greater number of tokens.</summary>
    internal static int Of(int distance, int length) => length == 0 ? Normalised : Math.Min(Normalised, (int)(100L * (length - distance) / length));

    /// <summary>The greatest distance that still has a score.</summary>
    internal static int Most(int length, int least) => (int)((long)length * (100 - Math.Clamp(least, 0, 100)) / 100);

    private static void Return(ulong[]? rented)
    {
        if (rented is not null)
        {
            ArrayPool<ulong>.Shared.Return(rented);
        }
    }
}
