namespace Passerelle.Kernels.Translation.Memory;

/// <summary>
/// A row of values that grows by whole blocks, so that a million of them are never copied to grow and no block is as large as the whole.
/// </summary>
internal sealed class Chunks<T>
    where T : unmanaged
{
    private const int Bits = 16;
    private readonly List<T[]> _blocks = [];

    public int Count { get; private set; }

    public ref T this[int index] => ref _blocks[index >> Bits][index & ((1 << Bits) - 1)];

    public void Add(T value)
    {
        if (Count >> Bits == _blocks.Count)
        {
            // The first block grows; most indexes in a test or a small installation have a few hundred pairs.
            _blocks.Add(_blocks.Count == 0 ? new T[1024] : new T[1 << Bits]);
        }
        else if (_blocks.Count == 1 && Count == _blocks[0].Length)
        {
            Array.Resize(ref System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_blocks)[0], Math.Min(1 << Bits, Count * 2));
        }

        _blocks[Count >> Bits][Count & ((1 << Bits) - 1)] = value;
        Count++;
    }
}

/// <summary>Bytes of many records in large blocks. A record lies in one block whole.</summary>
internal sealed class Blob
{
    private const int BlockLength = 1 << 20;
    private const int FirstLength = 1 << 14;
    private readonly List<byte[]> _blocks = [];
    private int _used;

    /// <summary>Puts a record down and says where.</summary>
    public long Add(ReadOnlySpan<byte> record)
    {
        if (_blocks.Count == 0 || _blocks[^1].Length - _used < record.Length)
        {
            _blocks.Add(new byte[Math.Max(_blocks.Count == 0 ? FirstLength : BlockLength, record.Length)]);
            _used = 0;
        }

        record.CopyTo(_blocks[^1].AsSpan(_used));
        var at = ((long)(_blocks.Count - 1) << 32) | (uint)_used;
        _used += record.Length;
        return at;
    }

    /// <summary>The bytes from a place on.</summary>
    public ReadOnlySpan<byte> From(long at) => _blocks[(int)(at >> 32)].AsSpan((int)at);
}

/// <summary>Whole numbers in as few bytes as they need: seven bits in each, the eighth says that more follow.</summary>
internal static class Packed
{
    public const int Most = 5;

    public static int Write(Span<byte> to, uint value)
    {
        var length = 0;
        for (; value >= 0x80; value >>= 7)
        {
            to[length++] = (byte)(value | 0x80);
        }

        to[length++] = (byte)value;
        return length;
    }

    public static uint Read(ReadOnlySpan<byte> from, ref int at)
    {
        uint value = from[at++];
        if (value < 0x80)
        {
            return value;
        }

        value &= 0x7F;
        for (var shift = 7; ; shift += 7)
        {
            uint next = from[at++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
