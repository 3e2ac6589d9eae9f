using System.Text;

namespace Passerelle.Kernels.Inspection.Tests;

/// <summary>Files made to do harm, read in this process; <see cref="PoolTests"/> sends the same through the workers.</summary>
public sealed class HostileTests
{
    [Theory]
    [MemberData(nameof(Hostile.Unreadable), MemberType = typeof(Hostile))]
    public void A_file_that_costs_too_much_is_unreadable(string name) => Assert.Contains("Unreadable", Told.Of(Hostile.File(name)), StringComparison.Ordinal);

    [Theory]
    [InlineData("100,000 pages")]
    [InlineData("one page 100,000 times")]
    public void A_hundred_thousand_pages_are_counted_and_not_read(string name) => Assert.Equal("TooManyPages 100000", Told.Of(PdfInspector.Inspect(Hostile.File(name), new(2, 10_000_000))));

    [Theory]
    [InlineData("/Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O (12345678901234567890123456789012) /U (12345678901234567890123456789012)")]
    [InlineData("/Filter /Standard /V 5 /R 6 /Length 256 /P -4 /O (1) /U (1)")]
    [InlineData("/Filter /Adobe.PubSec /V 4")]
    public void An_encrypted_file_is_told(string encryption)
    {
        var pdf = RawPdf.Letter();
        pdf.Trailer = $"/Encrypt {pdf.Add($"<< {encryption} >>")} 0 R /ID [(1234567890123456) (1234567890123456)]";
        Assert.Equal("Encrypted", Told.Of(pdf.Bytes()));
    }

    [Fact]
    public void What_a_reader_recovers_whole_is_taken()
    {
        var bytes = RawPdf.Letter().Page().Bytes();
        var table = bytes.AsSpan().LastIndexOf("xref\n0"u8);
        Assert.Equal("", Told.Of(bytes[..bytes.AsSpan().IndexOf("startxref"u8)]));
        Assert.Equal("Unreadable", Told.Of(bytes[..table]));
        var text = Encoding.Latin1.GetString(bytes);
        Assert.Equal("", Told.Of(Encoding.Latin1.GetBytes(text.Replace($"startxref\n{table}", "startxref\n99999999"))));
        Assert.Equal("", Told.Of(Encoding.Latin1.GetBytes(text.Insert(15, "\n\n\n"))));
        Assert.Equal("", Told.Of([.. "junk before\n"u8, .. bytes]));
    }

    [Theory]
    [InlineData("lettre.pdf")]
    [InlineData("brief.pdf")]
    public void A_file_cut_short_is_unreadable(string name)
    {
        var bytes = Told.Sample(name);
        Assert.All([10, 25, 50, 75, 90], part => Assert.Equal("Unreadable", Told.Of(bytes[..(bytes.Length * part / 100)])));
    }

    [Fact]
    public void A_missing_page_content_font_or_part_of_a_stream_is_unreadable()
    {
        Assert.Equal("Unreadable", Told.Of(new RawPdf { Kids = "5 0 R 77 0 R", Count = 2 }.Page().Bytes()));
        Assert.Equal("Unreadable", Told.Of(new RawPdf { Count = 2 }.Page().Bytes()));
        Assert.Equal("Unreadable", Told.Of(new RawPdf().PageOf("77 0 R").Bytes()));
        Assert.Equal("Unreadable", Told.Of(new RawPdf().Page(more: "/Resources << /Font << /F 77 0 R >> >>").Bytes()));
        var pdf = new RawPdf();
        var packed = RawPdf.Flate(Encoding.Latin1.GetBytes(string.Concat(Enumerable.Range(0, 500).Select(i => $"{i} 0 m\n"))));
        Assert.Equal("Unreadable", Told.Of(pdf.PageOf($"{pdf.AddStream(packed[..(packed.Length / 2)], "/Filter /FlateDecode")} 0 R").Bytes()));
        Assert.Equal("Unreadable", Told.Of(new RawPdf().Bytes()));
    }

    [Fact]
    public void A_reference_to_nothing_that_no_page_shows_is_no_fault()
    {
        var pdf = RawPdf.Letter();
        pdf.Catalog = "/Outlines 77 0 R /Metadata 78 0 R";
        Assert.Equal("", Told.Of(pdf.Bytes()));
    }

    [Fact]
    public void Trees_and_chains_that_bite_their_tail_come_to_an_end()
    {
        Assert.Contains("Unreadable", Told.Of(new RawPdf { Kids = "2 0 R 5 0 R" }.Page().Bytes()), StringComparison.Ordinal);
        var pdf = RawPdf.Letter();
        pdf.Catalog = "/OpenAction 6 0 R";
        pdf.Add("<< /S /GoTo /Next 7 0 R >>");
        pdf.Add("<< /S /GoTo /Next 6 0 R >>");
        Assert.Equal("", Told.Of(pdf.Bytes()));
        pdf.Catalog = "/OpenAction 8 0 R";
        pdf.Add("9 0 R");
        pdf.Add("8 0 R");
        Assert.Contains(Told.Of(pdf.Bytes()), new[] { "", "Unreadable" });
    }
}
