using System.IO.Compression;
using Passerelle.Kernels.Inspection.Tests;

namespace Passerelle.Tests.Recruitment;

/// <summary>Files that somebody may choose by mistake or by malice, by the name of what is wrong with them.</summary>
internal static class BadPdf
{
    private const string Encryption = "<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O (12345678901234567890123456789012) /U (12345678901234567890123456789012) >>";

    public static byte[] Of(string kind) => kind switch
    {
        "encrypted" => Letter(pdf => pdf.Trailer = $"/Encrypt {pdf.Add(Encryption)} 0 R /ID [(1234567890123456) (1234567890123456)]"),
        "JavaScript" => Letter(pdf => pdf.Catalog = "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"),
        "launch" => Page("/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (calc.exe) >> >>]"),
        "XFA" => Letter(pdf => pdf.Catalog = $"/AcroForm << /Fields [] /XFA {pdf.AddFlate("<xdp/>"u8.ToArray())} 0 R >>"),
        "attachment" => Letter(pdf => pdf.Catalog = $"/Names << /EmbeddedFiles << /Names [(a.txt) << /Type /Filespec /F (a.txt) /EF << /F {pdf.AddStream("notes"u8.ToArray(), "/Type /EmbeddedFile")} 0 R >> >>] >> >>"),
        "bomb" => Hostile.File("a gigabyte of content"),
        "nested" => Hostile.File("nested arrays"),
        "100,000 pages" => Hostile.File("one page 100,000 times"),
        "rotated" => Page("/MediaBox [0 0 842 595] /Rotate 90"),
        "half of A4 in double units" => Page("/MediaBox [0 0 297.64 420.94] /UserUnit 2"),
        "A4 in double units" => Page("/MediaBox [0 0 595 842] /UserUnit 2"),
        "A3" => Page("/MediaBox [0 0 842 1191]"),
        "US Letter" => Page("/MediaBox [0 0 612 792]"),
        "mixed" => new RawPdf().Page().Page(more: "/MediaBox [0 0 612 792]").Bytes(),
        "truncated" => RawPdf.Letter().Bytes() is var whole ? whole[..(whole.Length / 2)] : [],
        "empty" => [],
        "docx" => Word(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static byte[] Page(string more) => new RawPdf { Tree = "" }.Page(more: more.Contains("MediaBox", StringComparison.Ordinal) ? more : $"/MediaBox {RawPdf.A4} {more}").Bytes();

    private static byte[] Letter(Action<RawPdf> with)
    {
        var pdf = RawPdf.Letter();
        with(pdf);
        return pdf.Bytes();
    }

    private static byte[] Word()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("word/document.xml").Open();
            part.Write("<w:document/>"u8);
        }

        return file.ToArray();
    }
}
