using CsCheck;
using Passerelle.Kernels.Translation.Documents;
using static Passerelle.Kernels.Translation.Tests.Documents.WordFile;

namespace Passerelle.Kernels.Translation.Tests.Documents;

public sealed class WordPropertyTests
{
    private static readonly Gen<string> Run = Pick.Of(
        R("Le Parc "), R("bleu", "<w:b/>"), R(" et ", "<w:b/><w:i/>"), R("l'eau", "<w:i/>"), R(" "), R("&lt;2/&gt;"), R("&lt;"), R("1&gt;"), "<w:r><w:br/></w:r>", "<w:r><w:rPr><w:b/></w:rPr><w:tab/></w:r>", "<w:r><w:noBreakHyphen/></w:r>",
        "<w:bookmarkStart w:id=\"1\" w:name=\"x\"/>", "<w:proofErr w:type=\"spellEnd\"/>", Field("PAGE", R("3")), Field("HYPERLINK \"x\"", R("ici")), "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");

    private static readonly Gen<string> Content = Gen.OneOf(
        Run, Run, Run,
        Run.Array[0, 3].Select(r => $"<w:hyperlink r:id=\"rLink\">{string.Concat(r)}</w:hyperlink>"),
        Run.Array[0, 3].Select(r => $"<w:sdt><w:sdtContent>{string.Concat(r)}</w:sdtContent></w:sdt>"),
        Run.Array[0, 3].Select(r => $"<w:ins w:id=\"9\" w:author=\"x\">{string.Concat(r)}</w:ins>"));

    [Fact]
    public void Any_paragraph_keeps_its_text_and_its_things_when_words_are_changed_and_its_tags_when_none_is() =>
        Content.Array[0, 8].Array[1, 3].Sample(paragraphs =>
        {
            var file = new WordFile(string.Concat(paragraphs.Select(p => P(p)))).Bytes();
            var document = Read(file);
            var changed = Given.Translated(document, t => "X" + t);
            var again = Read(changed);
            // A new word in front may change which look most letters have: then other stretches are the marked ones.
            Assert.Equal(document.Blocks.Select(b => Tags.Without("X" + b.Text)), again.Blocks.Select(b => Tags.Without(b.Text)));
            Assert.Equal(Things(file), Things(changed));
            Assert.Equal(document.Blocks.Select(b => b.Text), Read(Given.Translated(document, t => t)).Blocks.Select(b => b.Text));
        }, iter: 150);

    [Fact]
    public void Paragraphs_with_thousands_of_open_fields_are_left_alone_and_boxes_in_boxes_are_read()
    {
        var open = string.Concat(Enumerable.Repeat("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", 30_000));
        var boxes = Enumerable.Range(0, 40).Aggregate(P(R("Au fond")), (inner, _) => $"<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:txbxContent>{inner}</w:txbxContent></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r></w:p>");
        var blocks = new WordFile(P(open, R("Fin")) + boxes).Read().Blocks;
        Assert.Equal(["Au fond"], blocks.Select(b => Tags.Without(b.Text)));
    }

    /// <summary>How many there are of each thing that is no text.</summary>
    private static string Things(byte[] file)
    {
        var body = Part(file, m => m);
        return string.Join(' ', new[] { "br", "tab", "fldChar", "instrText", "hyperlink", "sdt", "bookmarkStart" }.Select(n => $"{n}:{body.Descendants().Count(e => e.Name.LocalName == n)}"));
    }
}
