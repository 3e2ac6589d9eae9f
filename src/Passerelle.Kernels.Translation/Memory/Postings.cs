using System.Runtime.InteropServices;

namespace Passerelle.Kernels.Translation.Memory;

/// <summary>
/// For each token the entries that hold it, ascending, as differences in packed bytes. Tokens are known by key and numbered in the order
/// in which they came, so frequent ones have small numbers.
/// </summary>
internal sealed class Postings
{
    private readonly Dictionary<ulong, int> _ids = [];
    private Row[] _rows = new Row[256];

    /// <summary>The number of a token; -1 when no entry has it.</summary>
    public int Id(ulong key) => _ids.GetValueOrDefault(key, -1);

    /// <summary>How many entries hold a token.</summary>
    public int Holders(int id) => _rows[id].Count;

    /// <summary>Notes that an entry, at least as great as all before, holds a token, and gives the token's number.</summary>
    public int Add(ulong key, int entry)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_ids, key, out var known);
        if (!known)
        {
            id = _ids.Count - 1;
            if (id == _rows.Length)
            {
                Array.Resize(ref _rows, id * 2);
            }
        }

        ref var row = ref _rows[id];
        if (row.Count > 0 && row.Last == entry)
        {
            return id;
        }

        if (row.Bytes is null || row.Bytes.Length - row.Used < Packed.Most)
        {
            Array.Resize(ref row.Bytes, row.Bytes is null ? 8 : row.Bytes.Length + (row.Bytes.Length / 2) + Packed.Most);
        }

        row.Used += Packed.Write(row.Bytes.AsSpan(row.Used), (uint)(entry - row.Last));
        row.Last = entry;
        row.Count++;
        return id;
    }

    /// <summary>Reads the entries of a token one by one.</summary>
    public Reader Read(int id) => new(_rows[id]);

    internal struct Row
    {
        public byte[]? Bytes;
        public int Used;
        public int Last;
        public int Count;
    }

    internal ref struct Reader(Row row)
    {
        private readonly ReadOnlySpan<byte> _bytes = row.Bytes.AsSpan(0, row.Used);
        private int _at;

        public int Current { get; private set; }

        public bool Next()
        {
            if (_at == _bytes.Length)
            {
                return false;
            }

            Current += (int)Packed.Read(_bytes, ref _at);
            return true;
        }
    }
}
