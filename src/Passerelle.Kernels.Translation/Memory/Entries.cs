using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Passerelle.Kernels.Translation.Memory;

/// <summary>
/// The pairs as bytes: origin and context (eight bytes each), the lengths of the two texts and the number of tokens, the tokens' numbers, the
/// texts in UTF-8. Entries are numbered as they come; equal sources hang together in a chain from a table of hashes.
/// </summary>
internal sealed class Entries
{
    private const int Fixed = 16;
    private const long Gone = -1;
    private readonly Blob _blob = new();
    private readonly Chunks<long> _places = new();
    private readonly Chunks<ushort> _tokens = new();
    private readonly Chunks<uint> _hashes = new();
    private readonly Chunks<int> _next = new();
    private int[] _heads = new int[1024];

    /// <summary>How many have been added, the removed ones with them.</summary>
    public int Count => _places.Count;

    public bool IsGone(int entry) => _places[entry] == Gone;

    /// <summary>How many tokens the source has; 0 when it has too many to be compared.</summary>
    public int TokenCount(int entry) => _tokens[entry];

    public int Add(MemoryPair pair, ulong hash, ReadOnlySpan<int> tokens)
    {
        var most = Fixed + ((3 + tokens.Length) * Packed.Most) + Encoding.UTF8.GetMaxByteCount(pair.Source.Length) + Encoding.UTF8.GetMaxByteCount(pair.Target.Length);
        var record = ArrayPool<byte>.Shared.Rent(most);
        BinaryPrimitives.WriteInt64LittleEndian(record, pair.Origin);
        BinaryPrimitives.WriteUInt64LittleEndian(record.AsSpan(8), pair.Context);
        var at = Fixed;
        at += Packed.Write(record.AsSpan(at), (uint)Encoding.UTF8.GetByteCount(pair.Source));
        at += Packed.Write(record.AsSpan(at), (uint)Encoding.UTF8.GetByteCount(pair.Target));
        at += Packed.Write(record.AsSpan(at), (uint)tokens.Length);
        foreach (var token in tokens)
        {
            at += Packed.Write(record.AsSpan(at), (uint)token);
        }

        at += Encoding.UTF8.GetBytes(pair.Source, record.AsSpan(at));
        at += Encoding.UTF8.GetBytes(pair.Target, record.AsSpan(at));
        _places.Add(_blob.Add(record.AsSpan(0, at)));
        ArrayPool<byte>.Shared.Return(record);
        _tokens.Add((ushort)tokens.Length);
        _hashes.Add((uint)hash);
        _next.Add(0);
        Link(Count - 1);
        return Count - 1;
    }

    /// <summary>Takes an entry out; its bytes stay until the index is built anew.</summary>
    public void Remove(int entry)
    {
        _places[entry] = Gone;
        ref var link = ref _heads[Slot(_hashes[entry])];
        while (link != entry + 1)
        {
            link = ref _next[link - 1];
        }

        link = _next[entry];
    }

    /// <summary>The entries whose source may be the text of that hash, the newest first.</summary>
    public IEnumerable<int> Alike(ulong hash)
    {
        for (var link = _heads[Slot((uint)hash)]; link != 0; link = _next[link - 1])
        {
            if (_hashes[link - 1] == (uint)hash)
            {
                yield return link - 1;
            }
        }
    }

    public bool MayBe(int entry, ulong hash) => _hashes[entry] == (uint)hash;

    public MemoryPair Pair(int entry)
    {
        var record = _blob.From(_places[entry]);
        var at = Fixed;
        var source = (int)Packed.Read(record, ref at);
        var target = (int)Packed.Read(record, ref at);
        for (var tokens = Packed.Read(record, ref at); tokens > 0; tokens--)
        {
            Packed.Read(record, ref at);
        }

        return new(
            BinaryPrimitives.ReadInt64LittleEndian(record),
            Encoding.UTF8.GetString(record.Slice(at, source)),
            Encoding.UTF8.GetString(record.Slice(at + source, target)),
            Context(entry));
    }

    public ulong Context(int entry) => BinaryPrimitives.ReadUInt64LittleEndian(_blob.From(_places[entry])[8..]);

    /// <summary>Writes the numbers of the source's tokens.</summary>
    public int Tokens(int entry, Span<int> to)
    {
        var record = _blob.From(_places[entry]);
        var at = Fixed;
        Packed.Read(record, ref at);
        Packed.Read(record, ref at);
        var count = (int)Packed.Read(record, ref at);
        for (var i = 0; i < count; i++)
        {
            to[i] = (int)Packed.Read(record, ref at);
        }

        return count;
    }

    private void Link(int entry)
    {
        if (Count > _heads.Length)
        {
            _heads = new int[_heads.Length * 2];
            for (var other = 0; other < entry; other++)
            {
                if (!IsGone(other))
                {
                    Hang(other);
                }
            }
        }

        Hang(entry);
    }

    private void Hang(int entry)
    {
        ref var head = ref _heads[Slot(_hashes[entry])];
        _next[entry] = head;
        head = entry + 1;
    }

    private int Slot(uint hash) => (int)(hash & (uint)(_heads.Length - 1));
}
