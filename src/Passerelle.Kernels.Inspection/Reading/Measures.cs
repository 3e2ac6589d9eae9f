using System.IO.Compression;

namespace Passerelle.Kernels.Inspection.Reading;

/// <summary>How long packed bytes are unpacked, told without holding them; and whether they are whole.</summary>
internal static class Measures
{
    private const int Chunk = 64 * 1024;

    /// <summary>Zlib's header is not looked at and its check sum not compared: writers that get them wrong are read by everybody.</summary>
    public static bool Flate(ReadOnlyMemory<byte> packed, Action<long> count)
    {
        if (packed.Length <= 2)
        {
            return packed.Length == 0;
        }

        using var source = new Watched(packed[2..]);
        using var inflate = new DeflateStream(source, CompressionMode.Decompress);
        var buffer = new byte[Chunk];
        try
        {
            for (int read; (read = inflate.Read(buffer)) > 0;)
            {
                count(read);
            }
        }
        catch (InvalidDataException)
        {
            return false;
        }

        return !source.RanDry;
    }

    public static bool RunLength(ReadOnlyMemory<byte> packed, Action<long> count)
    {
        var bytes = packed.Span;
        long length = 0;
        var at = 0;
        while (at < bytes.Length && bytes[at] != 128)
        {
            length += bytes[at] < 128 ? bytes[at] + 1 : 257 - bytes[at];
            at += bytes[at] < 128 ? bytes[at] + 2 : 2;
        }

        count(length);
        return at <= bytes.Length;
    }

    /// <summary>Codes of 9 to 12 bits, each a known row or the last one and a byte more; only the rows' lengths are kept.</summary>
    public static bool Lzw(ReadOnlyMemory<byte> packed, Action<long> count, bool early)
    {
        const int clear = 256, end = 257, most = 4096;
        var bytes = packed.Span;
        var lengths = new int[most];
        Array.Fill(lengths, 1, 0, clear);
        int next = 258, previous = -1, width = 9, held = 0, at = 0;
        uint bits = 0;
        while (true)
        {
            for (; held < width; held += 8)
            {
                if (at == bytes.Length)
                {
                    return false;
                }

                bits = (bits << 8) | bytes[at++];
            }

            var code = (int)(bits >> (held - width)) & ((1 << width) - 1);
            held -= width;
            if (code == end)
            {
                return true;
            }

            if (code == clear)
            {
                (next, previous, width) = (258, -1, 9);
                continue;
            }

            if (code > next || (code == next && previous < 0))
            {
                return false;
            }

            if (previous >= 0 && next < most)
            {
                lengths[next++] = lengths[previous] + 1;
            }

            count(lengths[code]);
            previous = code;
            var full = next + (early ? 1 : 0);
            width = full >= 2048 ? 12 : full >= 1024 ? 11 : full >= 512 ? 10 : 9;
        }
    }

    /// <summary>Says whether more was asked for than there is: then the packed data has no end.</summary>
    private sealed class Watched(ReadOnlyMemory<byte> bytes) : Stream
    {
        private int at;

        public bool RanDry { get; private set; }
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => bytes.Length;
        public override long Position { get => at; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var length = Math.Min(buffer.Length, bytes.Length - at);
            RanDry |= length == 0 && buffer.Length > 0;
            bytes.Span.Slice(at, length).CopyTo(buffer);
            at += length;
            return length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
