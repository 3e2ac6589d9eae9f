using System.Text;

namespace Passerelle.Tests.Recruitment;

/// <summary>Whole PDF files of a few hundred bytes, with text that a reader finds in them.</summary>
internal static class SmallPdf
{
    public const string French = "Madame, Monsieur, je vous adresse ma candidature pour le poste que vous avez publié, car le travail de part et d'autre de la frontière est le mien depuis longtemps.";
    public const string Dutch = "Geachte mevrouw, geachte heer, ik stel mij kandidaat voor de functie die u hebt gepubliceerd, want het werk aan beide zijden van de grens is al lang het mijne.";

    /// <summary>A page of A4 for each text.</summary>
    public static byte[] Of(params string[] pages) => Sized(595, 842, pages);

    /// <summary>Pages of another size, in points.</summary>
    public static byte[] Sized(int width, int height, params string[] pages)
    {
        List<string> objects = ["<< /Type /Catalog /Pages 2 0 R >>", $"<< /Type /Pages /Count {pages.Length} /Kids [{string.Join(' ', pages.Select((_, i) => $"{4 + (2 * i)} 0 R"))}] >>", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"];
        foreach (var (text, i) in pages.Select((t, i) => (t, i)))
        {
            var content = $"BT /F1 11 Tf 50 {height - 80} Td ({text.Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)}) Tj ET";
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + (2 * i)} 0 R >>");
            objects.Add($"<< /Length {Encoding.Latin1.GetByteCount(content)} >>\nstream\n{content}\nendstream");
        }

        var file = new StringBuilder("%PDF-1.4\n");
        List<int> at = [];
        foreach (var (body, i) in objects.Select((o, i) => (o, i)))
        {
            at.Add(file.Length);
            file.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{body}\nendobj\n");
        }

        var table = file.Length;
        file.Append(System.Globalization.CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        at.ForEach(a => file.Append(System.Globalization.CultureInfo.InvariantCulture, $"{a:D10} 00000 n \n"));
        file.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
