using System.IO.Compression;
using System.Text;

namespace Passerelle.Kernels.Inspection.Tests;

public sealed class FileTests
{
    [Fact]
    public void A_letter_of_one_page_has_no_fault_and_its_text_is_read()
    {
        var found = PdfInspector.Inspect(RawPdf.Letter("Motivation pour Tournai").Bytes(), Told.Rules);
        Assert.Equal("", Told.Of(found));
        Assert.True(found.IsAcceptable);
        Assert.True(found.HasText);
        Assert.Equal(1, found.Pages);
        Assert.Equal("Motivation pour Tournai", Assert.Single(found.Texts));
    }

    [Theory]
    [InlineData("lettre.pdf", "Élodie Lefèvre", "l’honneur", "œuvre", "déjà")]
    [InlineData("brief.pdf", "Daniël Vandevoorde", "coördinatie", "ideeën", "financiële", "één")]
    public void Letters_of_a_browser_and_of_an_office_are_read_with_their_accents(string name, params string[] words)
    {
        var found = PdfInspector.Inspect(Told.Sample(name), Told.Rules);
        Assert.Equal("", Told.Of(found));
        Assert.Equal(2, found.Pages);
        Assert.All(words, word => Assert.Contains(word, string.Join(' ', found.Texts), StringComparison.Ordinal));
    }

    [Fact]
    public void No_bytes_at_all_are_empty() => Assert.Equal("Empty", Told.Of([]));

    [Fact]
    public void A_word_document_is_no_PDF_whatever_its_name()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("word/document.xml").Open();
            part.Write("<w:document/>"u8);
        }

        Assert.Equal("NotPdf", Told.Of(file.ToArray()));
    }

    [Fact]
    public void A_text_is_no_PDF() => Assert.Equal("NotPdf", Told.Of(Encoding.UTF8.GetBytes("Madame, Monsieur, je me porte candidate.")));

    [Fact]
    public void Too_large_is_told_beside_what_else_is_wrong()
    {
        var pdf = RawPdf.Letter().Page(more: "/MediaBox [0 0 842 1191]");
        pdf.AddStream(new byte[3000]);
        var bytes = pdf.Bytes();
        Assert.Equal($"TooLarge {bytes.Length}, PageSize 2 297 × 420 mm", Told.Of(PdfInspector.Inspect(bytes, new(2, 3000))));
    }

    [Fact]
    public void A_file_far_too_large_is_not_opened()
    {
        byte[] bytes = [.. RawPdf.Letter().Bytes(), .. new byte[20_000]];
        Assert.Equal($"TooLarge {bytes.Length}", Told.Of(PdfInspector.Inspect(bytes, new(2, 2000))));
    }

    [Fact]
    public void Three_pages_of_which_one_is_A3_with_an_attachment_are_three_faults()
    {
        var pdf = RawPdf.Letter().Page(more: "/MediaBox [0 0 842 1191]").Page();
        var file = pdf.AddStream("notes"u8.ToArray(), "/Type /EmbeddedFile");
        pdf.Catalog = $"/Names << /EmbeddedFiles << /Names [(notes.txt) << /Type /Filespec /F (notes.txt) /EF << /F {file} 0 R >> >>] >> >>";
        Assert.Equal("TooManyPages 3, PageSize 2 297 × 420 mm, EmbeddedFile", Told.Of(pdf.Bytes()));
    }

    [Fact]
    public void Pages_without_a_word_have_no_fault_and_no_text()
    {
        var pdf = new RawPdf();
        pdf.PageOf($"{pdf.AddFlate("0 0 10 10 re f"u8.ToArray())} 0 R");
        var found = PdfInspector.Inspect(pdf.Bytes(), Told.Rules);
        Assert.True(found.IsAcceptable);
        Assert.False(found.HasText);
    }
}
