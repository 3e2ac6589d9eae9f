using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Passerelle.Kernels.Translation.Documents;

namespace Passerelle.Kernels.Translation.Tests.Documents;

/// <summary>A Word document made of the content of its parts, and what is in one.</summary>
internal sealed record WordFile(string Body, string? Header = null, string? Footnotes = null, string? Endnotes = null, string? Footer = null, string? Comments = null)
{
    public const string Style = "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"fr-BE\" w:eastAsia=\"en-US\"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/></w:style>";

    private const string Spaces = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
        xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"
        """;

    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static string P(params string[] runs) => $"<w:p>{string.Concat(runs)}</w:p>";

    public static string R(string text, string format = "") => $"<w:r>{(format.Length > 0 ? $"<w:rPr>{format}</w:rPr>" : "")}<w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    public static string Field(string instruction, string result) =>
        $"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{result}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    public byte[] Bytes()
    {
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            Fill(main, "document", $"<w:body>{Body}</w:body>");
            Fill(main.AddNewPart<StyleDefinitionsPart>(), "styles", Style);
            Fill(Header is null ? null : main.AddNewPart<HeaderPart>("rHeader"), "hdr", Header);
            Fill(Footer is null ? null : main.AddNewPart<FooterPart>("rFooter"), "ftr", Footer);
            Fill(Footnotes is null ? null : main.AddNewPart<FootnotesPart>(), "footnotes", Footnotes);
            Fill(Endnotes is null ? null : main.AddNewPart<EndnotesPart>(), "endnotes", Endnotes);
            Fill(Comments is null ? null : main.AddNewPart<WordprocessingCommentsPart>(), "comments", Comments);
            main.AddHyperlinkRelationship(new Uri("https://example.org/"), true, "rLink");
        }

        return file.ToArray();
    }

    public TextDocument Read() => Read(Bytes());

    public static TextDocument Read(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return TextDocument.Read(stream, DocumentKind.Word, "fr-BE");
    }

    /// <summary>The document with each block changed.</summary>
    public byte[] Translated(Func<string, string> translate) => Given.Translated(Read(), translate);

    /// <summary>The body of a document, without the names of namespaces.</summary>
    public static string BodyOf(byte[] file) => Bare(Part(file, m => m).Element(W + "body")!);

    public static XElement Part(byte[] file, Func<MainDocumentPart, OpenXmlPart> part)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(file), false);
        using var stream = part(word.MainDocumentPart!).GetStream();
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace).Root!;
    }

    /// <summary>What the format's own schema says against it.</summary>
    public static IReadOnlyList<string> Errors(byte[] file)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(file), false);
        return [.. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(word).Select(e => $"{e.Part?.Uri}: {e.Description}")];
    }

    private static string Bare(XElement element)
    {
        var text = new StringBuilder();
        foreach (var node in element.Nodes())
        {
            text.Append(node is XElement inner
                ? $"<{inner.Name.LocalName}{string.Concat(inner.Attributes().Where(a => !a.IsNamespaceDeclaration && a.Name.LocalName != "space").Select(a => $" {a.Name.LocalName}={a.Value}"))}>{Bare(inner)}</{inner.Name.LocalName}>"
                : ((XText)node).Value);
        }

        return text.ToString();
    }

    private static void Fill(OpenXmlPart? part, string root, string? content)
    {
        if (part is not null)
        {
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:{root} {Spaces}>{content}</w:{root}>"));
            part.FeedData(stream);
        }
    }
}
