using System.Text;
using Passerelle.Kernels.Translation.Xml;
using Passerelle.Kernels.Translation.Zip;

namespace Passerelle.Kernels.Translation.Documents;

/// <summary>A file of plain characters: decoded, and with what is needed to write it as it was.</summary>
/// <param name="Text">Without byte order mark.</param>
/// <param name="Encoding">Strict; a character that it lacks throws.</param>
/// <param name="HasMark">Whether a byte order mark stood in front.</param>
/// <param name="IsGuessed">Whether it is read as Windows-1252 because it is not UTF-8: it may be another encoding of eight bits.</param>
public sealed record TextFile(string Text, Encoding Encoding, bool HasMark, bool IsGuessed)
{
    private const long Most = 20_000_000;
    private const int Sample = 4000;

    /// <summary>Reads UTF-8, UTF-16 (with a mark, or plainly so), else Windows-1252.</summary>
    /// <exception cref="WrongFile">It is too large, empty, or holds bytes that no text has.</exception>
    public static TextFile Read(Stream file)
    {
        using var all = SafeZip.Bytes(file, Most);
        var bytes = all.GetBuffer().AsSpan(0, (int)all.Length);
        if (bytes.IsEmpty)
        {
            throw new WrongFile(Faults.Empty);
        }

        var (encoding, skip) = Marked(bytes);
        try
        {
            return encoding is not null ? new(Checked(encoding.GetString(bytes[skip..])), encoding, true, false)
                : Wide(bytes) is { } wide ? new(Checked(wide.GetString(bytes)), wide, false, false)
                : Utf8(bytes) is { } text ? new(Checked(text), new UTF8Encoding(false, true), false, false)
                : new(Checked(XmlEncoding.Western.GetString(bytes)), XmlEncoding.Western, false, true);
        }
        catch (DecoderFallbackException wrong)
        {
            throw new WrongFile(Faults.Encoding, [encoding?.WebName ?? XmlEncoding.Western.WebName], 0, 0, "", wrong);
        }
    }

    /// <summary>Writes a text as this file was; in UTF-8 with a mark when its encoding lacks a character.</summary>
    public void Write(Stream file, string text)
    {
        var (encoding, mark) = (Encoding, HasMark);
        byte[] bytes;
        try
        {
            bytes = encoding.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            (encoding, mark) = (Encoding.UTF8, true);
            bytes = encoding.GetBytes(text);
        }

        if (mark)
        {
            file.Write(Mark(encoding));
        }

        file.Write(bytes);
    }

    private static (Encoding? Encoding, int Skip) Marked(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Mark(Encoding.UTF8)) ? (new UTF8Encoding(false, true), 3)
        : bytes.StartsWith(Mark(Encoding.Unicode)) ? (new UnicodeEncoding(false, false, true), 2)
        : bytes.StartsWith(Mark(Encoding.BigEndianUnicode)) ? (new UnicodeEncoding(true, false, true), 2)
        : (null, 0);

    private static byte[] Mark(Encoding encoding) => encoding.CodePage switch
    {
        1200 => [0xFF, 0xFE],
        1201 => [0xFE, 0xFF],
        _ => [0xEF, 0xBB, 0xBF],
    };

    // Most letters of a western text in UTF-16 have one byte that is nothing.
    private static UnicodeEncoding? Wide(ReadOnlySpan<byte> bytes)
    {
        var (even, odd) = (0, 0);
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        for (var i = 0; i + 1 < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }

        var most = sample.Length / 4;
        return bytes.Length % 2 != 0 || sample.Length < 2 ? null
            : odd > most && even == 0 ? new UnicodeEncoding(false, false, true)
            : even > most && odd == 0 ? new UnicodeEncoding(true, false, true)
            : null;
    }

    private static string? Utf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new UTF8Encoding(false, true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // A picture or an archive would pass for Windows-1252.
    private static string Checked(string text) =>
        text.AsSpan().ContainsAnyInRange('\0', '\u0008') ? throw new WrongFile(Faults.OtherKind, ["text", ""]) : text;
}
