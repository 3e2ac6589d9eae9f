using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using Passerelle.Kernels.Translation.Documents;
using static Passerelle.Kernels.Translation.Tests.Documents.WordFile;

namespace Passerelle.Kernels.Translation.Tests.Documents;

public sealed class WordTests
{
    private const string Box = "<wps:txbx><w:txbxContent><w:p><w:r><w:t>Dans le cadre</w:t></w:r></w:p></w:txbxContent></wps:txbx>";
    private const string OldBox = "<v:textbox><w:txbxContent><w:p><w:r><w:t>Dans le cadre</w:t></w:r></w:p></w:txbxContent></v:textbox>";

    [Theory]
    [InlineData("runs that differ in noise alone are one", "<w:r w:rsidR=\"1\"><w:rPr><w:lang w:val=\"fr-BE\"/></w:rPr><w:t>Bon</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r w:rsidR=\"2\"><w:rPr><w:noProof/></w:rPr><w:t xml:space=\"preserve\">jour </w:t></w:r><w:r><w:lastRenderedPageBreak/><w:t>vous</w:t></w:r>", "Bonjour vous")]
    [InlineData("a look is a pair, but for the one that most have", "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Le grand titre </w:t></w:r><w:r><w:t>court</w:t></w:r>", "Le grand titre <1>court</1>")]
    [InlineData("a break inside a look lies in its pair", "<w:r><w:t xml:space=\"preserve\">Un long texte, </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>deux</w:t><w:br/><w:t>trois</w:t></w:r>", "Un long texte, <1>deux<2/>trois</1>")]
    [InlineData("a link with one look is one pair", "<w:r><w:t xml:space=\"preserve\">Voir le </w:t></w:r><w:hyperlink r:id=\"rLink\"><w:r><w:rPr><w:u w:val=\"single\"/></w:rPr><w:t>site</w:t></w:r></w:hyperlink><w:r><w:t>.</w:t></w:r>", "Voir le <1>site</1>.")]
    [InlineData("a look in a link is a pair in a pair", "<w:r><w:t xml:space=\"preserve\">Voir le </w:t></w:r><w:hyperlink r:id=\"rLink\"><w:r><w:t>site</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>gras</w:t></w:r></w:hyperlink>", "Voir le <1>site<2>gras</2></1>")]
    [InlineData("a tab, a sign and the marks of notes stand alone", "<w:r><w:t>Un</w:t><w:tab/><w:t>deux</w:t><w:footnoteReference w:id=\"2\"/><w:sym w:font=\"Wingdings\" w:char=\"F0E0\"/></w:r>", "Un<1/>deux<2/><3/>")]
    [InlineData("characters like a tag become one", "<w:r><w:t>a &lt; b et &lt;1&gt; ou &lt;/3&gt;</w:t></w:r>", "a < b et <1/> ou <2/>")]
    [InlineData("hyphens are characters", "<w:r><w:t>vice</w:t><w:noBreakHyphen/><w:t>prési</w:t><w:softHyphen/><w:t>dent</w:t></w:r>", "vice\u2011prési\u00addent")]
    [InlineData("bookmarks and comments have no width", "<w:bookmarkStart w:id=\"1\" w:name=\"x\"/><w:r><w:t>Un</w:t></w:r><w:bookmarkEnd w:id=\"1\"/><w:commentRangeStart w:id=\"3\"/><w:r><w:t> mot</w:t></w:r><w:commentRangeEnd w:id=\"3\"/><w:r><w:commentReference w:id=\"3\"/></w:r>", "Un mot")]
    [InlineData("a control holds its text", "<w:r><w:t xml:space=\"preserve\">Le nom : </w:t></w:r><w:sdt><w:sdtPr><w:id w:val=\"5\"/></w:sdtPr><w:sdtContent><w:r><w:t>Anne</w:t></w:r></w:sdtContent></w:sdt>", "Le nom : <1>Anne</1>")]
    [InlineData("a smart tag is nothing", "<w:r><w:t xml:space=\"preserve\">À </w:t></w:r><w:smartTag w:element=\"City\"><w:r><w:t>Tournai</w:t></w:r></w:smartTag>", "À Tournai")]
    [InlineData("a passage in a third language keeps it", "<w:r><w:t xml:space=\"preserve\">Le terme </w:t></w:r><w:r><w:rPr><w:lang w:val=\"en-GB\"/></w:rPr><w:t>pooling</w:t></w:r>", "Le terme <1>pooling</1>")]
    public void A_paragraph_is_a_text_with_tags_and_comes_back_with_them(string what, string paragraph, string expected)
    {
        var file = new WordFile(P(paragraph));
        var block = Assert.Single(file.Read().Blocks);
        Assert.Equal((what, expected, BlockPlace.Body), (what, block.Text, block.Place));
        var changed = file.Translated(t => "Ja: " + t);
        Assert.Equal("Ja: " + expected, Assert.Single(Read(changed).Blocks).Text);
        Assert.Equal([], Errors(changed).Except(Errors(file.Bytes())));
        Assert.Equal(BodyOf(file.Bytes()).Replace("fr-BE", "nl-BE"), BodyOf(file.Translated(t => t)));
    }

    [Fact]
    public void Tags_may_change_their_order_and_carry_what_they_stand_for()
    {
        var file = new WordFile(P(R("Voir le texte "), "<w:hyperlink r:id=\"rLink\">" + R("ici", "<w:u w:val=\"single\"/><w:lang w:val=\"fr-BE\"/>") + "</w:hyperlink>", R(" et "), R("là", "<w:b/>"), "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"));
        Assert.Equal("Voir le texte <1>ici</1> et <2>là</2><3/>", Assert.Single(file.Read().Blocks).Text);
        Assert.Equal(
            "<p><r><footnoteReference id=2></footnoteReference></r><r><rPr><b></b></rPr><t>Daar</t></r><r><t> of </t></r><hyperlink id=rLink><r><rPr><u val=single></u><lang val=nl-BE></lang></rPr><t>hier</t></r></hyperlink></p>",
            BodyOf(file.Translated(_ => "<3/><2>Daar</2> of <1>hier</1>")));
    }

    [Fact]
    public void A_field_is_one_thing_with_its_result_and_a_link_by_field_holds_its_text()
    {
        var file = new WordFile(P(R("Page "), Field("PAGE", R("12")), R(" de "), Field("HYPERLINK \"https://example.org\"", R("ce document")), "<w:fldSimple w:instr=\"DATE\">" + R("lundi") + "</w:fldSimple>"));
        Assert.Equal("Page <1/> de <2>ce document</2><3/>", Assert.Single(file.Read().Blocks).Text);
        var body = BodyOf(file.Translated(_ => "<3/><2>Dit stuk</2>, <1/>"));
        Assert.StartsWith("<p><fldSimple instr=DATE><r><t>lundi</t></r></fldSimple><r><fldChar fldCharType=begin></fldChar></r><r><instrText> HYPERLINK \"https://example.org\" </instrText></r><r><fldChar fldCharType=separate></fldChar></r><r><t>Dit stuk</t></r><r><fldChar fldCharType=end></fldChar></r>", body);
        Assert.Contains("<instrText> PAGE </instrText></r><r><fldChar fldCharType=separate></fldChar></r><r><t>12</t></r>", body);
    }

    [Fact]
    public void A_field_over_several_paragraphs_stays_balanced()
    {
        var open = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
        var file = new WordFile(P(open, "<w:hyperlink w:anchor=\"a\">" + R("Premier ") + Field("PAGEREF a", R("3")) + "</w:hyperlink>") + P(R("Second"), "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"));
        Assert.Equal(["<1/><2>Premier <3/></2>", "Second<1/>"], file.Read().Blocks.Select(b => b.Text));
        var body = BodyOf(file.Translated(t => t.Replace("Premier", "Eerste").Replace("Second", "Tweede")));
        Assert.Equal(2, body.Split("fldCharType=begin").Length - 1);
        Assert.Equal(2, body.Split("fldCharType=end").Length - 1);
    }

    [Fact]
    public void Blocks_come_from_every_part_that_has_text_and_say_where_they_stand()
    {
        var file = new WordFile(
            "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>" + R("Titre") + "</w:p>" + P(R("12")) + "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>" + P(R("Cellule")) + "</w:tc></w:tr></w:tbl>" + P(R("Corps"), "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"),
            P(R("En-tête")),
            "<w:footnote w:id=\"2\">" + P("<w:r><w:footnoteRef/></w:r>", R(" Une note")) + "</w:footnote>",
            "<w:endnote w:id=\"2\">" + P(R("À la fin")) + "</w:endnote>",
            P(R("Pied")),
            "<w:comment w:id=\"3\" w:author=\"x\">" + P(R("Une remarque")) + "</w:comment>");
        var document = file.Read();
        Assert.Equal(
            [
                ("document-1", "Titre", BlockPlace.Heading), ("document-3", "Cellule", BlockPlace.Table), ("document-4", "Corps<1/>", BlockPlace.Body), ("header-1", "En-tête", BlockPlace.Header),
                ("footer-1", "Pied", BlockPlace.Footer), ("footnotes-1", " Une note", BlockPlace.Footnote), ("endnotes-1", "À la fin", BlockPlace.Endnote),
            ], document.Blocks.Select(b => (b.Id, b.Text, b.Place)));
        Assert.Equal([(Remarks.LeftAsTheyAre, "1|0")], document.Remarks.Select(r => (r.Id, string.Join('|', r.Arguments))));
        var changed = Given.Translated(document, t => t.ToUpperInvariant());
        Assert.Equal(["TITRE", "CELLULE", "CORPS<1/>", "EN-TÊTE", "PIED", " UNE NOTE", "À LA FIN"], Read(changed).Blocks.Select(b => b.Text));
        Assert.Contains("footnoteRef", Part(changed, m => m.FootnotesPart!).ToString());
        Assert.Contains("Une remarque", Part(changed, m => m.WordprocessingCommentsPart!).ToString());
        Assert.Equal([], Errors(changed).Except(Errors(file.Bytes())));
    }

    [Fact]
    public void A_text_box_is_a_block_of_its_own_and_both_its_forms_are_kept_in_step()
    {
        var drawing = $"<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>{Box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{OldBox}</w:pict></mc:Fallback></mc:AlternateContent></w:r>";
        var file = new WordFile(P(R("Avant "), drawing, R(" après")));
        Assert.Equal(["Avant <1/> après", "Dans le cadre"], file.Read().Blocks.Select(b => b.Text));
        Assert.Equal([BlockPlace.Body, BlockPlace.TextBox], file.Read().Blocks.Select(b => b.Place));
        var body = BodyOf(file.Translated(t => t == "Dans le cadre" ? "In het kader" : "Voor <1/> na"));
        Assert.Equal(2, body.Split("<t>In het kader</t>").Length - 1);
        Assert.DoesNotContain("Dans", body);
        Assert.StartsWith("<p><r><t>Voor </t></r><r><AlternateContent><Choice Requires=wps>", body);
    }

    [Fact]
    public void A_text_box_whose_forms_differ_gives_both()
    {
        var drawing = $"<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>{Box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{OldBox.Replace("Dans", "Hors")}</w:pict></mc:Fallback></mc:AlternateContent></w:r>";
        Assert.Equal(["Dans le cadre", "Hors le cadre"], new WordFile(P(drawing)).Read().Blocks.Select(b => b.Text));
    }

    [Fact]
    public void The_language_of_styles_and_of_what_was_translated_becomes_the_targets_and_all_else_stays()
    {
        var file = new WordFile("<w:p><w:pPr><w:jc w:val=\"center\"/><w:rPr><w:lang w:val=\"fr-FR\"/></w:rPr></w:pPr>" + R("Bonjour", "<w:lang w:val=\"fr-FR\"/>") + "</w:p>");
        var changed = file.Translated(_ => "Dag");
        Assert.Equal("<p><pPr><jc val=center></jc><rPr><lang val=nl-BE></lang></rPr></pPr><r><rPr><lang val=nl-BE></lang></rPr><t>Dag</t></r></p>", BodyOf(changed));
        Assert.Contains("w:val=\"nl-BE\" w:eastAsia=\"en-US\"", Part(changed, m => m.StyleDefinitionsPart!).ToString());
        Assert.Equal(Style.Replace("fr-BE", "nl-BE"), string.Concat(Part(changed, m => m.StyleDefinitionsPart!).Elements().Select(e => e.ToString(SaveOptions.DisableFormatting))).Replace(" xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"", "").Replace(" />", "/>"));
    }

    [Fact]
    public void The_strict_form_of_the_format_is_read_and_written_too()
    {
        const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
        var file = WordRefusedTests.Changed(new WordFile(P(R("Un très long "), R("mot", "<w:b/>"))).Bytes(), z => WordRefusedTests.Replace(z, "word/document.xml", t => t.Replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", Strict)));
        var changed = Given.Translated(Read(file), t => t.Replace("mot", "woord"));
        Assert.Equal("Un très long <1>woord</1>", Assert.Single(Read(changed).Blocks).Text);
        Assert.Equal(Strict, Part(changed, m => m).Name.NamespaceName);
    }

    [Fact]
    public void A_document_can_be_written_in_several_languages_and_a_block_without_translation_keeps_its_text()
    {
        var document = new WordFile(P(R("Un")) + P(R("Deux"))).Read();
        using var first = new MemoryStream();
        document.Write(first, new Dictionary<string, string> { ["document-1"] = "Een" }, "nl-BE");
        using var second = new MemoryStream();
        document.Write(second, new Dictionary<string, string> { ["document-2"] = "Two" }, "en-GB");
        Assert.Equal(["Een", "Deux"], Read(first.ToArray()).Blocks.Select(b => b.Text));
        Assert.Equal(["Un", "Two"], Read(second.ToArray()).Blocks.Select(b => b.Text));
    }

    [Theory]
    [InlineData("Vet", "document-1 tag.missing <1>, document-1 tag.missing </1>, document-1 tag.missing <2/>")]
    [InlineData("<1>Vet</1><2/><2/>", "document-1 tag.twice <2/>")]
    [InlineData("<1>Vet</1><2/><7/>", "document-1 tag.unknown <7/>")]
    [InlineData("</1>Vet<1><2/>", "document-1 tag.crosses <1>")]
    public void A_translation_that_drops_or_breaks_a_tag_is_refused_with_its_block_and_nothing_is_written(string translation, string faults)
    {
        var document = new WordFile(P(R("Un texte "), R("gras", "<w:b/>"), "<w:r><w:br/></w:r>")).Read();
        Assert.Equal("Un texte <1>gras</1><2/>", document.Blocks[0].Text);
        using var file = new MemoryStream();
        var wrong = Assert.Throws<WrongBlocks>(() => document.Write(file, new Dictionary<string, string> { ["document-1"] = translation }, "nl-BE"));
        Assert.Equal(faults, string.Join(", ", wrong.Faults.Select(f => $"{f.Block} {f.Id} {f.Arguments[0]}")));
        Assert.Equal(0, file.Length);
        Assert.Equal(BlockFaults.BlockUnknown, Assert.Single(document.Check(new Dictionary<string, string> { ["document-9"] = "x" })).Id);
    }

    [Fact]
    public void Parts_that_are_not_text_are_copied_byte_for_byte()
    {
        var file = new WordFile(P(R("Un")), Comments: "<w:comment w:id=\"3\" w:author=\"x\">" + P(R("Non")) + "</w:comment>");
        byte[] Comments(byte[] from)
        {
            using var word = WordprocessingDocument.Open(new MemoryStream(from), false);
            using var stream = word.MainDocumentPart!.WordprocessingCommentsPart!.GetStream();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        }

        Assert.Equal(Comments(file.Bytes()), Comments(file.Translated(_ => "Een")));
    }
}
