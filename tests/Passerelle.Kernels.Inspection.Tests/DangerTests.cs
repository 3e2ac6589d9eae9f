namespace Passerelle.Kernels.Inspection.Tests;

public sealed class DangerTests
{
    private const string Script = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>";

    [Theory]
    [InlineData($"/OpenAction {Script}")]
    [InlineData($"/AA << /WC {Script} >>")]
    [InlineData($"/Names << /JavaScript << /Names [(a) {Script}] >> >>")]
    [InlineData($"/Names << /JavaScript << /Kids [<< /Names [(a) {Script}] >>] >> >>")]
    [InlineData($"/OpenAction << /S /GoTo /D [4 0 R /Fit] /Next {Script} >>")]
    [InlineData($"/OpenAction << /S /GoTo /Next [<< /S /Named /Next << /S /GoTo /Next {Script} >> >>] >>")]
    [InlineData("/OpenAction << /S /#4A#61vaScript /#4a#53 (app.alert\\(1\\)) >>")]
    [InlineData("/OpenAction << /S /JavaScript /JS <6170702e616c657274283129> >>")]
    [InlineData("/OpenAction << /S /Rendition /JS (app.alert\\(1\\)) >>")]
    [InlineData($"/AcroForm << /Fields [<< /FT /Tx /T (a) /AA << /K {Script} >> >>] >>")]
    [InlineData("/OpenAction << /S /URI /URI (javascript:alert\\(1\\)) >>")]
    public void Scripts_of_the_document_are_found(string catalog)
    {
        var pdf = RawPdf.Letter();
        pdf.Catalog = catalog;
        Assert.Equal("JavaScript", Told.Of(pdf.Bytes()));
    }

    [Theory]
    [InlineData($"/AA << /O {Script} >>")]
    [InlineData($"/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A {Script} >>]")]
    [InlineData($"/Annots [<< /Type /Annot /Subtype /Widget /Rect [0 0 9 9] /AA << /E {Script} >> >>]")]
    public void Scripts_of_a_page_and_its_annotations_are_found(string more) =>
        Assert.Equal("JavaScript", Told.Of(new RawPdf().Page(more: more).Bytes()));

    [Fact]
    public void A_script_in_a_stream_and_one_in_an_object_stream_are_found()
    {
        var pdf = RawPdf.Letter();
        pdf.Catalog = $"/OpenAction << /S /JavaScript /JS {pdf.AddFlate("app.alert(1)"u8.ToArray())} 0 R >>";
        Assert.Equal("JavaScript", Told.Of(pdf.Bytes()));
        var packed = RawPdf.Letter();
        packed.Catalog = "/OpenAction 6 0 R";
        Assert.Equal("JavaScript", Told.Of(packed.Packed(Script)));
        Assert.Equal("", Told.Of(packed.Packed("<< /S /GoTo /D [4 0 R /Fit] >>")));
    }

    [Fact]
    public void A_script_that_nothing_leads_to_does_no_harm()
    {
        var pdf = RawPdf.Letter();
        pdf.Add(Script);
        Assert.Equal("", Told.Of(pdf.Bytes()));
    }

    [Fact]
    public void A_script_is_found_whichever_of_two_cross_references_a_reader_follows()
    {
        var pdf = RawPdf.Letter();
        Assert.Equal("JavaScript", Told.Of(pdf.Updated(1, $"<< /Type /Catalog /Pages 2 0 R /OpenAction {Script} >>")));
        Assert.Equal("JavaScript", Told.Of(pdf.Updated(1, $"<< /Type /Catalog /Pages 2 0 R /OpenAction {Script} >>", before: true)));
        Assert.Equal("", Told.Of(pdf.Updated(1, "<< /Type /Catalog /Pages 2 0 R /Lang (fr) >>")));
        Assert.Equal("", Told.Of(pdf.Updated(1, "<< /Type /Catalog /Pages 2 0 R /Lang (fr) >>", before: true)));
    }

    [Theory]
    [InlineData("<< /S /Launch /F (calc.exe) >>")]
    [InlineData("<< /S /L#61unch /Win << /F (cmd.exe) >> >>")]
    [InlineData("<< /S /GoTo /Next << /S /Launch /F (calc.exe) >> >>")]
    public void An_action_that_launches_is_found(string action)
    {
        var pdf = new RawPdf().Page(more: $"/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A {action} >>]");
        Assert.Equal("Launch", Told.Of(pdf.Bytes()));
    }

    [Theory]
    [InlineData("<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS << /Type /Filespec /F (a.exe) /EF << /F {0} >> >> >>")]
    [InlineData("<< /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] /RichMediaContent << >> >>")]
    [InlineData("<< /Type /Annot /Subtype /Screen /Rect [0 0 9 9] /A << /S /Rendition /R << /C << /D << /EF << /F {0} >> >> >> >> >> >>")]
    public void Files_and_films_in_annotations_are_found(string annotation)
    {
        var pdf = new RawPdf();
        var file = $"{pdf.AddStream("MZ"u8.ToArray())} 0 R";
        Assert.Equal("EmbeddedFile", Told.Of(pdf.Page(more: $"/Annots [{annotation.Replace("{0}", file)}]").Bytes()));
    }

    [Fact]
    public void Associated_files_are_found_where_they_are_inside_and_left_where_they_are_not()
    {
        var pdf = RawPdf.Letter();
        pdf.Catalog = $"/AF [<< /Type /Filespec /UF (a.xml) /EF << /UF {pdf.AddStream("<a/>"u8.ToArray())} 0 R >> >>]";
        Assert.Equal("EmbeddedFile", Told.Of(pdf.Bytes()));
        pdf.Catalog = "/AF [<< /Type /Filespec /UF (a.xml) >>]";
        Assert.Equal("", Told.Of(pdf.Bytes()));
    }

    [Fact]
    public void A_form_in_XFA_is_found_and_a_plain_form_is_not()
    {
        var pdf = RawPdf.Letter();
        pdf.Catalog = $"/AcroForm << /Fields [] /XFA {pdf.AddFlate("<xdp/>"u8.ToArray())} 0 R >>";
        Assert.Equal("Xfa", Told.Of(pdf.Bytes()));
        pdf.Catalog = "/AcroForm << /Fields [] /XFA [(template) (x)] >>";
        Assert.Equal("Xfa", Told.Of(pdf.Bytes()));
        pdf.Catalog = "/AcroForm << /Fields [] >>";
        Assert.Equal("", Told.Of(pdf.Bytes()));
    }

    [Fact]
    public void Web_addresses_and_jumps_inside_the_document_are_no_fault() =>
        Assert.Equal("", Told.Of(new RawPdf().Page(more: "/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://example.org) >> >> << /Subtype /Link /Rect [0 0 9 9] /Dest [4 0 R /Fit] >>]").Bytes()));
}
