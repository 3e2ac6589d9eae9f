using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Translation;

/// <summary>How the tests of files make documents, bring them and translate them.</summary>
internal static partial class FilesScene
{
    public const string At = "/fr/desk/translation/files";
    public const string XliffAt = "/fr/desk/translation/xliff";

    private const string Spaces = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"
        xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
        """;

    public static string P(string content) => $"<w:p>{content}</w:p>";

    public static string R(string text, string format = "") => $"<w:r><w:rPr>{format}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    public static string Table(string cell) => $"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{P(R(cell))}</w:tc></w:tr></w:tbl>";

    /// <summary>A frame, as Word writes it: drawn for itself, and again for readers that are older.</summary>
    public static string Frame(string text) =>
        $"<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:txbx><w:txbxContent>{P(R(text))}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect><v:textbox><w:txbxContent>{P(R(text))}</w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>";

    public static byte[] Word(string body, string? footnote = null)
    {
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            Fill(main, "document", $"<w:body>{body}</w:body>");
            if (footnote is not null)
            {
                Fill(main.AddNewPart<FootnotesPart>(), "footnotes", $"<w:footnote w:id=\"2\">{P("<w:r><w:footnoteRef/></w:r>" + R(footnote))}</w:footnote>");
            }
        }

        return file.ToArray();
    }

    /// <summary>Brings a document; the answer is the redirect to it, or the form.</summary>
    public static async Task<Answer> Bring(this Guest guest, byte[] content, string name, bool isPublic = false, string from = "fr", string into = "nl", string at = At)
    {
        var form = await guest.Get(at);
        using var body = new MultipartFormDataContent
        {
            { new StringContent(form.Html.QuerySelector("main [name=once]")!.GetAttribute("value")!), "once" }, { new StringContent(from), "from" }, { new StringContent(into), "into" }, { new ByteArrayContent(content), "file", name },
        };
        if (isPublic)
        {
            body.Add(new StringContent("true"), "public");
        }

        return await guest.Send(at, body);
    }

    public static Task<Answer> Bring(this Guest guest, string content, string name, bool isPublic = false) => guest.Bring(Encoding.UTF8.GetBytes(content), name, isPublic);

    /// <summary>The same for one that is taken: its page, and that of its text in the editor.</summary>
    public static async Task<(string Page, string Unit)> Brought(this Guest guest, byte[] content, string name, bool isPublic = false)
    {
        var answer = await guest.Bring(content, name, isPublic);
        Assert.True(answer.Location is not null, answer.Main);
        var id = Id().Match(answer.Location!).Value;
        return (answer.Location!, $"/fr/desk/translation/DeskFile/{id}/Text/nl");
    }

    public static Task<(string Page, string Unit)> Brought(this Guest guest, string content, string name, bool isPublic = false) => guest.Brought(Encoding.UTF8.GetBytes(content), name, isPublic);

    /// <summary>Confirms every segment in the editor and hands the text in.</summary>
    public static async Task Translate(this Guest guest, string unit, Func<string, string> translate)
    {
        foreach (var (n, source) in (await guest.Get(unit)).Html.QuerySelectorAll("ol.segments > li .source").Select((s, i) => (i + 1, s.TextContent.Trim())).ToList())
        {
            var answer = await guest.Submit(await guest.Get($"{unit}?segment={n}"), "form.panel", ("target", translate(source)));
            Assert.True(answer.Location is not null, $"«{source}»: {answer.Main}");
        }

        var done = await guest.HandIn(unit);
        Assert.True(done.Location is not null, done.Main);
    }

    public static async Task<Answer> HandIn(this Guest guest, string unit) => await guest.Submit(await guest.Get(unit), "form[action$='/forward']");

    /// <summary>Sends a file to a form of one field.</summary>
    public static async Task<Answer> SendFile(this Guest guest, string at, byte[] content, string name)
    {
        using var body = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } };
        return await guest.Send(at, body);
    }

    public static string[] Figures(this Answer page) => [.. page.Html.QuerySelectorAll("dl.stats dd").Select(d => d.TextContent)];

    private static void Fill(OpenXmlPart part, string root, string content)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:{root} {Spaces}>{content}</w:{root}>"));
        part.FeedData(stream);
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Id();
}
