using System.Buffers;

namespace Passerelle.Kernels.Translation.Segmentation;

/// <summary>A set of UTF-16 units, one bit each (8 KB), immutable.</summary>
internal sealed class CharSet
{
    private const int MostSearched = 200;
    private readonly ulong[] _bits;

    private CharSet(ulong[] bits) => _bits = bits;

    public static CharSet None { get; } = new(new ulong[1024]);

    public static CharSet All { get; } = Of(_ => true);

    public static CharSet Of(Func<char, bool> has)
    {
        var bits = new ulong[1024];
        for (var c = 0; c <= char.MaxValue; c++)
        {
            if (has((char)c))
            {
                bits[c >> 6] |= 1UL << (c & 63);
            }
        }

        return new(bits);
    }

    public bool Has(char c) => (_bits[c >> 6] >> (c & 63) & 1) != 0;

    public CharSet Or(CharSet other) => ReferenceEquals(this, None) ? other : ReferenceEquals(other, None) ? this : new([.. _bits.Zip(other._bits, (a, b) => a | b)]);

    /// <summary>The set in the form that vectorised search takes; null when it is too large for that to pay.</summary>
    public SearchValues<char>? Searched()
    {
        var count = _bits.Sum(b => (long)ulong.PopCount(b));
        return count > MostSearched ? null : SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(Has)]);
    }
}
