namespace Passerelle.Kernels.Inspection.Tests;

public sealed class PageSizeTests
{
    [Theory]
    [InlineData("/MediaBox [0 0 595 842]")]
    [InlineData("/MediaBox [0 0 600 837]")] // 211.7 × 295.3
    [InlineData("/MediaBox [0 0 842 595]")]
    [InlineData("/MediaBox [595 842 0 0]")]
    [InlineData("/MediaBox [-100 -100 495 742]")]
    [InlineData("/MediaBox [0 0 595 842] /Rotate 90")]
    [InlineData("/MediaBox [0 0 842 595] /Rotate -270")]
    [InlineData("/MediaBox [0 0 297.64 420.94] /UserUnit 2")]
    [InlineData("/MediaBox [0 0 842 1191] /CropBox [100 100 695 942]")]
    [InlineData("/MediaBox [0 0 595 842] /CropBox [-50 -50 900 1200]")]
    [InlineData("/MediaBox [0 0 595 842] /CropBox [5000 5000 6000 6000]")]
    public void A_page_that_is_seen_as_A4_is_right(string boxes) =>
        Assert.Equal("", Told.Of(new RawPdf { Tree = "" }.Page(more: boxes).Bytes()));

    [Theory]
    [InlineData("/MediaBox [0 0 842 1191]", "297 × 420 mm")]
    [InlineData("/MediaBox [0 0 612 792]", "216 × 279 mm")]
    [InlineData("/MediaBox [0 0 602 842]", "212 × 297 mm")] // 212.4
    [InlineData("/MediaBox [0 0 595 842] /UserUnit 2", "420 × 594 mm")]
    [InlineData("/MediaBox [0 0 842 1191] /Rotate 90", "420 × 297 mm")]
    [InlineData("/MediaBox [0 0 595 842] /CropBox [0 0 300 842]", "106 × 297 mm")]
    [InlineData("", "216 × 279 mm")]
    [InlineData("/MediaBox [0 0 0 0]", "0 × 0 mm")]
    [InlineData("/MediaBox [(a) 0 595 842]", "216 × 279 mm")]
    public void A_page_that_is_seen_otherwise_is_told_with_its_size(string boxes, string size) =>
        Assert.Equal($"PageSize 1 {size}", Told.Of(new RawPdf { Tree = "" }.Page(more: boxes).Bytes()));

    [Fact]
    public void Boxes_come_down_from_the_nodes_above_and_by_reference()
    {
        var pdf = new RawPdf { Tree = "/MediaBox [0 0 842 1191]" };
        var width = pdf.Add("595");
        pdf.Tree += $" /CropBox [0 0 {width} 0 R 842]";
        Assert.Equal("", Told.Of(pdf.Page().Bytes()));
        Assert.Equal("PageSize 2 148 × 210 mm", Told.Of(pdf.Page(more: "/CropBox [0 0 420 595]").Bytes()));
    }

    [Fact]
    public void Of_mixed_sizes_each_wrong_page_is_told_once()
    {
        var pdf = new RawPdf().Page().Page(more: "/MediaBox [0 0 612 792]");
        Assert.Equal("PageSize 2 216 × 279 mm", Told.Of(pdf.Bytes()));
    }

    [Fact]
    public void Not_more_than_ten_wrong_pages_are_told()
    {
        var pdf = new RawPdf { Tree = "/MediaBox [0 0 612 792]" };
        for (var i = 0; i < 15; i++)
        {
            pdf.Page();
        }

        var faults = PdfInspector.Inspect(pdf.Bytes(), Told.Rules).Faults;
        Assert.Equal(10, faults.Count(fault => fault.Kind == PdfFaultKind.PageSize));
        Assert.Equal("15", Assert.Single(faults, fault => fault.Kind == PdfFaultKind.TooManyPages).Found);
    }
}
