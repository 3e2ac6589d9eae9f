using Passerelle.Kernels.Translation.Documents;
using static Passerelle.Kernels.Translation.Tests.Documents.WordFile;

namespace Passerelle.Kernels.Translation.Tests.Documents;

public sealed class WordChangesTests
{
    private const string By = "w:id=\"9\" w:author=\"x\" w:date=\"2026-01-01T00:00:00Z\"";

    [Theory]
    [InlineData("inserted and deleted words", "<w:p><w:r><w:t>Un </w:t></w:r><w:del " + By + "><w:r><w:delText>vieux</w:delText></w:r></w:del><w:ins " + By + "><w:r><w:t>nouveau</w:t></w:r></w:ins></w:p>", "Un nouveau", 2)]
    [InlineData("words inserted and deleted again", "<w:p><w:r><w:t>Un</w:t></w:r><w:ins " + By + "><w:del " + By + "><w:r><w:delText>x</w:delText></w:r></w:del><w:r><w:t> mot</w:t></w:r></w:ins></w:p>", "Un mot", 2)]
    [InlineData("moved words", "<w:p><w:moveFromRangeStart w:id=\"1\" w:name=\"m\"/><w:moveFrom " + By + "><w:r><w:t>ici</w:t></w:r></w:moveFrom><w:moveFromRangeEnd w:id=\"1\"/><w:r><w:t>Voir </w:t></w:r><w:moveTo " + By + "><w:r><w:t>ici</w:t></w:r></w:moveTo></w:p>", "Voir ici", 2)]
    [InlineData("an earlier look", "<w:p><w:pPr><w:jc w:val=\"left\"/><w:pPrChange " + By + "><w:pPr/></w:pPrChange></w:pPr><w:r><w:rPr><w:rPrChange " + By + "><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr><w:t>Un</w:t></w:r><w:r><w:t> mot</w:t></w:r></w:p>", "Un mot", 2)]
    [InlineData("a deleted end of a paragraph", "<w:p><w:pPr><w:rPr><w:del " + By + "/></w:rPr></w:pPr><w:r><w:t>Un</w:t></w:r></w:p><w:p><w:pPr><w:jc w:val=\"right\"/></w:pPr><w:r><w:t> mot</w:t></w:r></w:p>", "Un mot", 1)]
    [InlineData("a deleted row and an inserted one", "<w:tbl><w:tr><w:trPr><w:del " + By + "/></w:trPr><w:tc><w:p><w:r><w:t>vieux</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:trPr><w:ins " + By + "/></w:trPr><w:tc><w:p><w:r><w:t>neuf</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", "neuf", 2)]
    public void Tracked_changes_are_taken_as_accepted_and_that_is_said(string what, string body, string expected, int count)
    {
        var file = new WordFile(body);
        var document = file.Read();
        Assert.Equal((what, expected), (what, string.Join('|', document.Blocks.Select(b => b.Text))));
        Assert.Equal([(Remarks.ChangesAccepted, $"{count}")], document.Remarks.Select(r => (r.Id, r.Arguments[0])));
        var changed = Given.Translated(document, t => t + " !");
        Assert.Empty(Read(changed).Remarks);
        Assert.Equal(expected + " !", Assert.Single(Read(changed).Blocks).Text);
    }

    [Fact]
    public void A_document_without_changes_says_nothing() => Assert.Empty(new WordFile(P(R("Un"))).Read().Remarks);
}
