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

    /// <summary>What may be read or not, but must come to an end.</summary>
    private static readonly Dictionary<string, Func<byte[]>> Odd = new(StringComparer.Ordinal)
    {
        ["a page tree 60,000 deep"] = Deep,
        ["a form that draws itself"] = () => With("/XObject << /X 4 0 R >>", pdf => pdf.AddStream("/X Do"u8.ToArray(), "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >>")),
        ["a colour space that is its own base"] = () => With("/ColorSpace << /X 4 0 R >>", pdf => pdf.Add("[/Indexed 4 0 R 255 <00>]")),
        ["a stream that is as long as itself"] = () => With("/XObject << /X 4 0 R >>", pdf => pdf.Add("<< /Length 4 0 R >>\nstream\nabc\nendstream")),
        ["a filter that is its own name"] = () => With("/XObject << /X 4 0 R >>", pdf => pdf.Add("<< /Length 3 /Filter 5 0 R >>\nstream\nabc\nendstream"), pdf => pdf.Add("5 0 R")),
        ["a font that descends from itself"] = () => With("/Font << /F 4 0 R >>", pdf => pdf.Add("<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding 4 0 R /ToUnicode 4 0 R /DescendantFonts [4 0 R] >>")),
        ["cross-references in a circle"] = () => new RawPdf { Trailer = "/Prev 9" }.Page().Bytes(),
        ["a page of a million arguments"] = () => Content(RawPdf.Flate(Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat("1 ", 1_500_000))))),
        ["a page of a million fonts"] = () => Content(RawPdf.Flate(Encoding.Latin1.GetBytes("BT " + string.Concat(Enumerable.Repeat("/F 9 Tf (ab) Tj ", 250_000)) + "ET"))),
        ["a million numbers in an object stream"] = () => Packed("[" + string.Concat(Enumerable.Repeat("0 ", 15_000_000)) + "]"),
        ["five megabytes of brackets"] = () => [.. "%PDF-1.7\n"u8, .. Enumerable.Repeat((byte)'[', 5_000_000)],
        ["five megabytes of objects"] = () => [.. "%PDF-1.7\n"u8, .. Enumerable.Repeat("1 0 obj "u8.ToArray(), 600_000).SelectMany(bytes => bytes)],
        ["a hundred thousand references to nothing"] = () => Referred("[" + string.Concat(Enumerable.Range(1000, 100_000).Select(i => $"{i} 0 R ")) + "]"),
    };

    public static TheoryData<string> Strange => [.. Odd.Keys];

    public static TheoryData<string> Unreadable => [.. Files.Keys];

    public static byte[] File(string name) => name switch
    {
        "forms that draw forms" => Forms(),
        "100,000 pages" => Pages(),
        "one page 100,000 times" => new RawPdf { Kids = string.Concat(Enumerable.Repeat("5 0 R ", 100_000)), Count = 100_000 }.Page().Bytes(),
        _ => (Files.GetValueOrDefault(name) ?? Odd[name])(),
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

    private static byte[] With(string resources, params Func<RawPdf, int>[] objects)
    {
        var pdf = new RawPdf();
        Array.ForEach(objects, add => add(pdf));
        return pdf.PageOf($"{pdf.AddStream("/X cs /X Do BT /F 9 Tf (ab) Tj ET"u8.ToArray())} 0 R", $"/Resources << {resources} >>").Bytes();
    }

    private static byte[] Deep()
    {
        var pdf = new RawPdf { Kids = "4 0 R", Count = 1 };
        for (var i = 5; i < 60_000; i++)
        {
            pdf.Add($"<< /Kids [{i} 0 R] >>");
        }

        return pdf.Page().Bytes();
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
