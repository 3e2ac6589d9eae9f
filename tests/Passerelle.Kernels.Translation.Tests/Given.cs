using System.Text;
using CsCheck;
using Passerelle.Kernels.Translation.Documents;
using Passerelle.Kernels.Translation.Segmentation;
using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Tests;

/// <summary>Files and texts that tests start from.</summary>
internal static class Given
{
    /// <summary>Segments as they may come: letters, signs that XML and Markdown care about, and tags in any order.</summary>
    public static Gen<string> Segment { get; } =
        Pick.Of("Le Parc bleu", " é&à ", "<", ">", "a < b", "\"", "'", "\r", "\n", "\t", "  ", "😀", "]]>", "<1>", "</1>", "<2>", "</2>", "<3/>", "<17/>", "\u00a0")
            .Array[1, 12].Select(string.Concat);

    public static Stream File(string text, Encoding? encoding = null) => new MemoryStream((encoding ?? new UTF8Encoding(false)).GetBytes(text));

    public static byte[] Written(Action<Stream> write)
    {
        using var file = new MemoryStream();
        write(file);
        return file.ToArray();
    }

    /// <summary>The document with each block changed.</summary>
    public static byte[] Translated(TextDocument document, Func<string, string> translate) =>
        Written(f => document.Write(f, document.Blocks.ToDictionary(b => b.Id, b => translate(b.Text)), "nl-BE"));

    /// <summary>All pieces of a text, one behind the other.</summary>
    public static string Whole(SegmentedText cut) => string.Concat(cut.Pieces.Select(p => cut.Source.Substring(p.At, p.Length)));

    public static string Text(Action<Stream> write) => Encoding.UTF8.GetString(Written(write));

    public static WrongFile Refused(Action act) => Assert.Throws<WrongFile>(act);
}

/// <summary>A file of a given length that is the beginning, then the middle over and over; nothing is held.</summary>
internal sealed class Endless(string beginning, string middle, long length) : Stream
{
    private readonly byte[] _beginning = Encoding.UTF8.GetBytes(beginning);
    private readonly byte[] _middle = Encoding.UTF8.GetBytes(middle);

    /// <summary>How many bytes were asked for.</summary>
    public long Asked { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get => Asked; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var n = 0;
        for (; n < count && Asked < length; n++, Asked++)
        {
            buffer[offset + n] = Asked < _beginning.Length ? _beginning[Asked] : _middle[(Asked - _beginning.Length) % _middle.Length];
        }

        return n;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
