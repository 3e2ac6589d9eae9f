using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using Passerelle.Kernels.Translation.Xml;
using Passerelle.Kernels.Translation.Zip;

namespace Passerelle.Kernels.Translation.Documents;

/// <summary>
/// A Word document: paragraphs of the body, tables, text boxes, headers, footers, footnotes and endnotes. Comments, charts and
/// diagrams stay as they are, and that is said. Styles, numbering and all other parts are copied byte for byte, but for the language in
/// the styles and settings.
/// </summary>
internal sealed class WordDocument : TextDocument
{
    // A part is held as a tree, which takes many times its size; five hundred pages are some ten million characters.
    private static readonly XmlLimits Limits = new(Characters: 40_000_000, ElementCharacters: 20_000_000, Depth: 400);
    private readonly byte[] _file;
    private readonly string _language;

    public WordDocument(Stream file, string language)
    {
        _language = language;
        using (var bytes = SafeZip.Bytes(file, new ZipLimits().Packed))
        {
            _file = bytes.ToArray();
        }

        WordGuard.Check(_file);
        using var memory = new MemoryStream(_file);
        using var word = Open(memory, isEditable: false);
        var parts = Parts(word.MainDocumentPart!).ToList();
        Blocks = [.. parts.SelectMany(p => p.Part.Blocks)];
        Remarks = [.. Remarked(word.MainDocumentPart!, parts.Sum(p => p.Part.Changes))];
    }

    public override IReadOnlyList<TextBlock> Blocks { get; }

    public override IReadOnlyList<Remark> Remarks { get; }

    private protected override void Put(Stream file, IReadOnlyDictionary<string, string> translations, string language)
    {
        using var memory = new MemoryStream();
        memory.Write(_file);
        memory.Position = 0;
        using (var word = Open(memory, isEditable: true))
        {
            foreach (var (target, part) in Parts(word.MainDocumentPart!).ToList())
            {
                part.Put(translations, _language, language);
                Save(target, part.Root);
            }

            foreach (var part in new OpenXmlPart?[] { word.MainDocumentPart!.StyleDefinitionsPart, word.MainDocumentPart.DocumentSettingsPart }.OfType<OpenXmlPart>())
            {
                var root = Load(part);
                WordLanguage.Change(root, new(root.Name.Namespace), _language, language);
                Save(part, root);
            }
        }

        memory.Position = 0;
        memory.CopyTo(file);
    }

    private IEnumerable<(OpenXmlPart Target, WordPart Part)> Parts(MainDocumentPart main) =>
        new (string Name, BlockPlace Place, IEnumerable<OpenXmlPart?> Parts)[]
        {
            ("document", BlockPlace.Body, [main]),
            ("header", BlockPlace.Header, main.HeaderParts.OrderBy(h => h.Uri.OriginalString, StringComparer.Ordinal)),
            ("footer", BlockPlace.Footer, main.FooterParts.OrderBy(h => h.Uri.OriginalString, StringComparer.Ordinal)),
            ("footnotes", BlockPlace.Footnote, [main.FootnotesPart]),
            ("endnotes", BlockPlace.Endnote, [main.EndnotesPart]),
        }.SelectMany(k => k.Parts.OfType<OpenXmlPart>().Select((p, i) =>
            (p, new WordPart(Load(p), i == 0 ? k.Name : k.Name + (i + 1).ToString(CultureInfo.InvariantCulture), k.Place, _language))));

    private static IEnumerable<Remark> Remarked(MainDocumentPart main, int changes)
    {
        if (changes > 0)
        {
            yield return new(Documents.Remarks.ChangesAccepted, [changes.ToString(CultureInfo.InvariantCulture)]);
        }

        var comments = main.WordprocessingCommentsPart is { } part ? Load(part).Elements().Count() : 0;
        var drawings = main.ChartParts.Count() + main.DiagramDataParts.Count();
        if (comments + drawings > 0)
        {
            yield return new(Documents.Remarks.LeftAsTheyAre, [comments.ToString(CultureInfo.InvariantCulture), drawings.ToString(CultureInfo.InvariantCulture)]);
        }
    }

    private static WordprocessingDocument Open(MemoryStream memory, bool isEditable)
    {
        WordprocessingDocument? word = null;
        try
        {
            word = WordprocessingDocument.Open(memory, isEditable, new() { AutoSave = false });
            return word.MainDocumentPart is { } main && new WordNames(Load(main).Name.Namespace).IsWord ? word : throw new WrongFile(Faults.OtherKind, ["docx", ""]);
        }
        catch (Exception wrong) when (wrong is OpenXmlPackageException or InvalidDataException or FormatException or InvalidOperationException or XmlException or IOException)
        {
            word?.Dispose();
            throw new WrongFile(Faults.OtherKind, ["docx", ""], cause: wrong);
        }
        catch (WrongFile)
        {
            word?.Dispose();
            throw;
        }
    }

    private static XElement Load(OpenXmlPart part)
    {
        try
        {
            // Once to be refused with a place, then as it is: prefixes and white space mean something here.
            using (var stream = part.GetStream(FileMode.Open, FileAccess.Read))
            using (var safe = new SafeXml(stream, Limits))
            {
                while (safe.Read())
                {
                }
            }

            using var again = part.GetStream(FileMode.Open, FileAccess.Read);
            using var reader = XmlReader.Create(again, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
        }
        catch (WrongFile wrong)
        {
            throw wrong.In(part.Uri.OriginalString.TrimStart('/'));
        }
    }

    private static void Save(OpenXmlPart part, XElement root)
    {
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        using var writer = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize });
        root.Document!.Declaration = new("1.0", "UTF-8", "yes");
        root.Document.Save(writer);
    }
}
