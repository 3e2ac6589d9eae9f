using System.Buffers;

namespace Passerelle.Platform.Web;

/// <summary>
/// The body of an answer that may be kept: gathered whole, in memory that is lent. Whether the page is one to keep is
/// known only after routing, so that it is asked at the first write; what is not, such as a file, goes straight through.
/// </summary>
internal sealed class GatheredAnswer(Stream reader, Func<bool> isKept) : Stream
{
    private byte[] _bytes = [];
    private int _length;
    private bool? _gathers;

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    /// <summary>True when the reader has got it already.</summary>
    public bool WentThrough => _gathers == false;

    private bool Gathers => _gathers ??= isKept();

    public override bool CanRead => false;

    public override bool CanSeek => !WentThrough;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position
    {
        get => _length;
        set => SetLength(value);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (!Gathers)
        {
            reader.Write(buffer);
            return;
        }

        if (_length + buffer.Length > _bytes.Length)
        {
            Grow(_length + buffer.Length);
        }

        buffer.CopyTo(_bytes.AsSpan(_length));
        _length += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!Gathers)
        {
            return reader.WriteAsync(buffer, cancellationToken);
        }

        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
        if (WentThrough)
        {
            reader.Flush();
        }
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => WentThrough ? reader.FlushAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>Takes back what was written, for an answer that turned into another.</summary>
    public override void SetLength(long value) => _length = (int)Math.Min(value, _length);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        GiveBack();
        (_bytes, _length) = ([], 0);
        base.Dispose(disposing);
    }

    private void Grow(int needed)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, Math.Max(32 * 1024, _bytes.Length * 2)));
        _bytes.AsSpan(0, _length).CopyTo(larger);
        GiveBack();
        _bytes = larger;
    }

    private void GiveBack()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }
    }
}
