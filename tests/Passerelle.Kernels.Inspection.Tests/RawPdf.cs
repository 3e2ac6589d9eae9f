using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Passerelle.Kernels.Inspection.Tests;

/// <summary>A PDF written by hand, with a cross-reference table that is right: the catalogue is object 1, the page tree 2, a font 3.</summary>
internal sealed class RawPdf
{
    public const string A4 = "[0 0 595.28 841.89]";
    private readonly List<byte[]> objects = [];
    private readonly List<int> pages = [];

    public RawPdf()
    {
        Add("");
        Add("");
        Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    }

    /// <summary>What stands in the catalogue besides its type and the page tree.</summary>
    public string Catalog { get; set; } = "";

    /// <summary>What the pages inherit.</summary>
    public string Tree { get; set; } = $"/MediaBox {A4}";

    public string Trailer { get; set; } = "";
    public string? Kids { get; set; }
    public int? Count { get; set; }

    public static RawPdf Letter(string text = "Motivation") => new RawPdf().Page(text);

    public int Add(string body) => Add(Encoding.Latin1.GetBytes(body));

    public int Add(byte[] body)
    {
        objects.Add(body);
        return objects.Count;
    }

    public int AddStream(byte[] data, string dictionary = "") =>
        Add([.. Encoding.Latin1.GetBytes($"<< {dictionary} /Length {data.Length} >>\nstream\n"), .. data, .. "\nendstream"u8]);

    public int AddFlate(byte[] data, string dictionary = "") => AddStream(Flate(data), $"/Filter /FlateDecode {dictionary}");

    public RawPdf Page(string text = "Motivation", string more = "") =>
        PageOf(AddFlate(Encoding.Latin1.GetBytes($"BT /F 12 Tf 72 700 Td ({text}) Tj ET")).ToString(CultureInfo.InvariantCulture) + " 0 R", more);

    public RawPdf PageOf(string contents, string more = "")
    {
        pages.Add(Add($"<< /Type /Page /Parent 2 0 R /Resources << /Font << /F 3 0 R >> >> /Contents {contents} {more} >>"));
        return this;
    }

    public byte[] Bytes()
    {
        objects[0] = Encoding.Latin1.GetBytes($"<< /Type /Catalog /Pages 2 0 R {Catalog} >>");
        objects[1] = Encoding.Latin1.GetBytes($"<< /Type /Pages /Kids [{Kids ?? string.Join(' ', pages.Select(page => $"{page} 0 R"))}] /Count {Count ?? pages.Count} {Tree} >>");
        using var file = new MemoryStream();
        Write(file, "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        var places = new List<long>();
        foreach (var (index, body) in objects.Index())
        {
            places.Add(file.Position);
            Write(file, $"{index + 1} 0 obj\n");
            file.Write(body);
            Write(file, "\nendobj\n");
        }

        var table = file.Position;
        Write(file, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(place => Write(file, $"{place:D10} 00000 n \n"));
        Write(file, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R {Trailer} >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }

    /// <summary>The same file with the objects given packed into one object stream, and a cross-reference stream.</summary>
    public byte[] Packed(params IReadOnlyList<string> packed)
    {
        var first = objects.Count + 1;
        var body = new StringBuilder();
        var head = new StringBuilder();
        foreach (var (index, item) in packed.Index())
        {
            head.Append(CultureInfo.InvariantCulture, $"{first + index} {body.Length} ");
            body.Append(item).Append(' ');
        }

        var container = first + packed.Count;
        var plain = Bytes();
        using var file = new MemoryStream();
        file.Write(plain, 0, plain.AsSpan().LastIndexOf("xref\n0 "u8));
        var places = Enumerable.Range(1, objects.Count).Select(number => (long)plain.AsSpan().IndexOf(Encoding.Latin1.GetBytes($"\n{number} 0 obj\n")) + 1).ToList();
        var containerAt = file.Position;
        var data = Flate(Encoding.Latin1.GetBytes(head.ToString() + body));
        Write(file, $"{container} 0 obj\n<< /Type /ObjStm /N {packed.Count} /First {head.Length} /Filter /FlateDecode /Length {data.Length} >>\nstream\n");
        file.Write(data);
        Write(file, "\nendstream\nendobj\n");
        var table = file.Position;
        using var rows = new MemoryStream();
        Row(rows, 0, 0, 255);
        places.ForEach(place => Row(rows, 1, place, 0));
        for (var i = 0; i < packed.Count; i++)
        {
            Row(rows, 2, container, i);
        }

        Row(rows, 1, containerAt, 0);
        Row(rows, 1, table, 0);
        Write(file, $"{container + 1} 0 obj\n<< /Type /XRef /Size {container + 2} /Root 1 0 R /W [1 4 1] /Length {rows.Length} >>\nstream\n");
        file.Write(rows.ToArray());
        Write(file, $"\nendstream\nendobj\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }

    /// <summary>The file with another version of an object: as an update does it, or with a first section that says it comes after the last one.</summary>
    public byte[] Updated(int number, string body, bool before = false)
    {
        var plain = Encoding.Latin1.GetString(Bytes());
        var added = $"{number} 0 obj\n{body}\nendobj\n";
        if (!before)
        {
            var old = plain.LastIndexOf("xref\n0", StringComparison.Ordinal);
            return Encoding.Latin1.GetBytes(plain + added + $"xref\n{number} 1\n{plain.Length:D10} 00000 n \ntrailer\n<< /Size {objects.Count + 1} /Root 1 0 R /Prev {old} >>\nstartxref\n{plain.Length + added.Length}\n%%EOF\n");
        }

        // The header stays where it is; what follows moves by a round number of bytes.
        const int room = 1000;
        var start = plain.IndexOf("1 0 obj", StringComparison.Ordinal);
        var moved = new StringBuilder(plain[..start]);
        var table = plain.LastIndexOf("xref\n0", plain.LastIndexOf("startxref", StringComparison.Ordinal), StringComparison.Ordinal);
        var section = $"xref\n{number} 1\n{start:D10} 00000 n \ntrailer\n<< /Size {objects.Count + 1} /Root 1 0 R /Prev {table + room} >>\n";
        moved.Append(added).Append(section).Append(' ', room - added.Length - section.Length).Append(plain[start..table]);
        moved.Append(System.Text.RegularExpressions.Regex.Replace(plain[table..plain.LastIndexOf("startxref", StringComparison.Ordinal)], @"\d{10}(?= 00000 n)", entry => (long.Parse(entry.Value, CultureInfo.InvariantCulture) + room).ToString("D10", CultureInfo.InvariantCulture)));
        moved.Append(CultureInfo.InvariantCulture, $"startxref\n{start + added.Length}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(moved.ToString());
    }

    public static byte[] Flate(byte[] data)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            zlib.Write(data);
        }

        return packed.ToArray();
    }

    /// <summary>Zeros, packed: a thousandth of their length.</summary>
    public static byte[] Bomb(long length)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var zeros = new byte[1 << 20];
            for (var left = length; left > 0; left -= zeros.Length)
            {
                zlib.Write(zeros, 0, (int)Math.Min(left, zeros.Length));
            }
        }

        return packed.ToArray();
    }

    private static void Row(Stream rows, byte kind, long place, int index) =>
        rows.Write([kind, (byte)(place >> 24), (byte)(place >> 16), (byte)(place >> 8), (byte)place, (byte)index]);

    private static void Write(Stream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}
