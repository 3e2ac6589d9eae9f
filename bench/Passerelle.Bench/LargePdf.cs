using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Passerelle.Bench;

/// <summary>Writes PDF files of A4 with about a megabyte: text, as a word processor sets it, and a picture in colours that hardly packs.</summary>
internal static class LargePdf
{
    private const int Side = 836;
    private const int Pictures = 8;

    /// <summary>Packing a picture takes a tenth of a second: a few are made beforehand, and no file has anything else in common with another.</summary>
    private static readonly byte[][] Packed = [.. Enumerable.Range(1, Pictures).Select(Picture)];

    public static byte[] Of(int number, IReadOnlyList<IReadOnlyList<string>> pages)
    {
        var picture = Packed[number % Pictures];
        using var file = new MemoryStream(picture.Length + 20_000);
        List<long> places = [];
        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        void Object(string head, byte[]? stream = null)
        {
            places.Add(file.Length);
            Write(stream is null ? $"{places.Count} 0 obj\n{head}\nendobj\n" : $"{places.Count} 0 obj\n<< {head} /Filter /FlateDecode /Length {stream.Length} >>\nstream\n");
            if (stream is not null)
            {
                file.Write(stream);
                Write("\nendstream\nendobj\n");
            }
        }

        Write("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object($"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, i) => $"{5 + (2 * i)} 0 R"))}] >>");
        Object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        Object($"/Type /XObject /Subtype /Image /Width {Side} /Height {Side} /ColorSpace /DeviceRGB /BitsPerComponent 8", picture);
        foreach (var (lines, i) in pages.Select((p, i) => (p, i)))
        {
            Object($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> /XObject << /P 4 0 R >> >> /Contents {6 + (2 * i)} 0 R >>");
            Object("", Pack(Encoding.Latin1.GetBytes(Drawing(lines, withPicture: i == 0))));
        }

        var table = file.Length;
        Write($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(p => p.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n"))}");
        Write($"trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }

    private static string Drawing(IReadOnlyList<string> lines, bool withPicture) =>
        $"{(withPicture ? "q 110 0 0 110 435 690 cm /P Do Q\n" : "")}BT /F 10 Tf 15 TL 50 780 Td\n{string.Concat(lines.Select(l => $"({Escaped(l)}) Tj T*\n"))}ET\n";

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);

    /// <summary>Grain of four bits in each of its bytes: it packs to a half, as scans do.</summary>
    private static byte[] Picture(int seed)
    {
        var random = new Random(seed);
        var points = new byte[Side * Side * 3];
        random.NextBytes(points);
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = (byte)(0xA0 | (points[i] & 0x0F));
        }

        return Pack(points);
    }

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            packing.Write(bytes);
        }

        return packed.ToArray();
    }
}
