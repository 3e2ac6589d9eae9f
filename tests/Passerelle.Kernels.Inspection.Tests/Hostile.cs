using System.Text;

namespace Passerelle.Kernels.Inspection.Tests;

internal static class Hostile
{
    private const long Gigabyte = 1L << 30;

    private static readonly Dictionary<string, Func<byte[]>> Files = new(StringComparer.Ordinal)
    {
        ["nested arrays"] = () => InCatalog(new string('[', 100_000) + new string(']', 100_000)),
        ["nested arrays without an end"] = () => InCatalog(new string('[', 1_000_000)),
        ["nested dictionaries"] = () => InCatalog(Nested("<< /A ", " >>", 100_000)),
        ["nested arrays in an object of their own"] = () => Referred(Nested("[", "]", 100_000)),
        ["nested dictionaries in an object stream"] = () => Packed(Nested("<< /A ", " >>", 100_000)),
        ["nested arrays in a content"] = () => Content(RawPdf.Flate(Encoding.Latin1.GetBytes(new string('[', 1_000_000)))),
        ["a gigabyte of content"] = () => Content(RawPdf.Bomb(Gigabyte)),
        ["a gigabyte twice packed"] = () => Content(RawPdf.Flate(RawPdf.Bomb(Gigabyte)), "[/FlateDecode /FlateDecode]"),
        ["a gigabyte of hexadecimal, twice packed"] = () => Content(Encoding.Latin1.GetBytes(Convert.ToHexString(RawPdf.Flate(RawPdf.Bomb(Gigabyte)))), "[/ASCIIHexDecode /FlateDecode /FlateDecode]"),
        ["a gigabyte that is an image"] = Image,
        ["a gigabyte of an object stream"] = ObjectStream,
        ["runs of runs"] = () => Content(RawPdf.Flate(Enumerable.Repeat(new byte[] { 129, 65 }, 8_000_000).SelectMany(pair => pair).ToArray()), "[/FlateDecode /RunLengthDecode]"),
        ["the same content a thousand times"] = Again,
    };

    public static TheoryData<string> Unreadable => [.. Files.Keys];

    public static byte[] File(string name) => name switch
    {
        "forms that draw forms" => Forms(),
        "100,000 pages" => Pages(),
        "one page 100,000 times" => new RawPdf { Kids = string.Concat(Enumerable.Repeat("5 0 R ", 100_000)), Count = 100_000 }.Page().Bytes(),
        _ => Files[name](),
    };

    /// <summary>Each of nine forms draws the next one ten times: small, within every limit, and endless. It is for the workers alone.</summary>
    private static byte[] Forms()
    {
        var pdf = new RawPdf();
        var inner = pdf.AddStream("BT /F 12 Tf (a) Tj ET"u8.ToArray(), "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F 3 0 R >> >>");
        for (var i = 0; i < 9; i++)
        {
            inner = pdf.AddStream(Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat("/X Do ", 10))), $"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {inner} 0 R >> >>");
        }

        return pdf.PageOf($"{pdf.AddStream("/X Do"u8.ToArray())} 0 R", $"/Resources << /XObject << /X {inner} 0 R >> >>").Bytes();
    }

    private static byte[] Again()
    {
        var pdf = new RawPdf();
        var part = pdf.AddFlate(new byte[8 << 20]);
        return pdf.PageOf($"[{string.Concat(Enumerable.Repeat($"{part} 0 R ", 1000))}]").Bytes();
    }

    private static byte[] Pages()
    {
        var pdf = new RawPdf { Kids = string.Join(' ', Enumerable.Range(4, 100_000).Select(number => $"{number} 0 R")), Count = 100_000 };
        for (var i = 0; i < 100_000; i++)
        {
            pdf.Add("<</Type/Page/Parent 2 0 R>>");
        }

        return pdf.Bytes();
    }

    private static string Nested(string open, string close, int depth) =>
        new StringBuilder().Insert(0, open, depth).Append('1').Insert(open.Length * depth + 1, close, depth).ToString();

    private static byte[] InCatalog(string value)
    {
        var pdf = RawPdf.Letter();
        pdf.Catalog = $"/X {value}";
        return pdf.Bytes();
    }

    private static byte[] Referred(string body)
    {
        var pdf = RawPdf.Letter();
        pdf.Catalog = $"/X {pdf.Add(body)} 0 R";
        return pdf.Bytes();
    }

    private static byte[] Packed(string body)
    {
        var pdf = RawPdf.Letter();
        pdf.Catalog = "/X 6 0 R";
        return pdf.Packed(body);
    }

    private static byte[] Content(byte[] packed, string filter = "/FlateDecode")
    {
        var pdf = new RawPdf();
        return pdf.PageOf($"{pdf.AddStream(packed, $"/Filter {filter}")} 0 R").Bytes();
    }

    private static byte[] Image()
    {
        var pdf = new RawPdf();
        var image = pdf.AddStream(RawPdf.Bomb(Gigabyte), "/Type /XObject /Subtype /Image /Width 32768 /Height 32768 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode");
        return pdf.Page(more: $"/Resources << /XObject << /I {image} 0 R >> >>").Bytes();
    }

    private static byte[] ObjectStream()
    {
        var pdf = RawPdf.Letter();
        pdf.Catalog = "/X 6 0 R";
        var bomb = RawPdf.Bomb(Gigabyte);
        var bytes = pdf.Packed("1");
        var text = Encoding.Latin1.GetString(bytes);
        var (start, end) = (text.IndexOf("/ObjStm", StringComparison.Ordinal), text.LastIndexOf("endstream", text.LastIndexOf("/XRef", StringComparison.Ordinal), StringComparison.Ordinal));
        var head = text[..start] + $"/ObjStm /N 1 /First 4 /Filter /FlateDecode /Length {bomb.Length} >>\nstream\n";
        var tail = text[(end - 1)..];
        var table = head.Length + bomb.Length + tail.IndexOf("\n8 0 obj", StringComparison.Ordinal) + 1;
        var shift = table - int.Parse(text[(text.LastIndexOf("startxref\n", StringComparison.Ordinal) + 10)..].Split('\n')[0], System.Globalization.CultureInfo.InvariantCulture);
        tail = tail.Replace($"startxref\n{table - shift}", $"startxref\n{table}");
        return [.. Encoding.Latin1.GetBytes(head), .. bomb, .. Encoding.Latin1.GetBytes(tail)];
    }
}
