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

    /// <summary>One character, with those that a comparison without case takes for it.</summary>
    public static CharSet Single(char c, bool ignoreCase)
    {
        var bits = new ulong[1024];
        foreach (var one in ignoreCase ? [c, char.ToLowerInvariant(c), char.ToUpperInvariant(c), .. Lookalikes(char.ToLowerInvariant(c))] : new[] { c })
        {
            bits[one >> 6] |= 1UL << (one & 63);
        }

        return new(bits);
    }

    public bool Has(char c) => (_bits[c >> 6] >> (c & 63) & 1) != 0;

    public CharSet Or(CharSet other) => ReferenceEquals(this, None) ? other : ReferenceEquals(other, None) ? this : Joined(other);

    /// <summary>The set in the form that vectorised search takes; null when it is too large for that to pay.</summary>
    public SearchValues<char>? Searched()
    {
        var count = _bits.Sum(b => (long)ulong.PopCount(b));
        return count > MostSearched ? null : SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(Has)]);
    }

    private CharSet Joined(CharSet other)
    {
        var bits = new ulong[1024];
        for (var i = 0; i < bits.Length; i++)
        {
            bits[i] = _bits[i] | other._bits[i];
        }

        return new(bits);
    }

    /// <summary>Signs that have a letter's lower case without being its upper case: Kelvin, ångström, ohm, the dotted capital I.</summary>
    private static char[] Lookalikes(char lower) => lower switch { 'k' => ['\u212A'], 'å' => ['\u212B'], 'ω' => ['\u2126'], 'i' => ['\u0130', '\u0131'], 's' => ['\u017F'], _ => [] };
}
