using System.Buffers;
using Passerelle.Kernels.Translation.Documents;
using Passerelle.Kernels.Translation.Segmentation;
using Passerelle.Kernels.Translation.Xml;
using Passerelle.Platform;
using Passerelle.Platform.Localization;
using static Passerelle.Translation.Files.FileTexts;

namespace Passerelle.Translation.Files;

/// <summary>A document as the desk has it: a paragraph a line.</summary>
public sealed class Paper
{
    /// <summary>What the editor shows on one page, and what can be laid beside a changed text at once.</summary>
    public const int MostSegments = 2000;

    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\f\v\u0085\u2028\u2029");
    private readonly TextDocument _document;

    private Paper(TextDocument document, DocumentKind format)
    {
        (_document, Format) = (document, format);
        Text = string.Join('\n', document.Blocks.Select(Line));
    }

    public DocumentKind Format { get; }

    public string Text { get; }

    public IReadOnlyList<Remark> Remarks => _document.Remarks;

    public IReadOnlyList<TextBlock> Blocks => _document.Blocks;

    /// <exception cref="WrongFile">It cannot be read, or is not what its name says.</exception>
    public static Paper Read(Stream file, string name, string language)
    {
        var format = FormatOf(file, name);
        return new(TextDocument.Read(file, format, Tag(language)), format);
    }

    /// <exception cref="RuleBroken">There is nothing to translate in it, or too much for one piece of work.</exception>
    public void MustFit(string language)
    {
        if (Blocks.Count == 0)
        {
            throw new RuleBroken(T("rule.nothing"), "file");
        }

        if (Segmenter.Default.Split(Text, language, TextForm.Plain).Segments.Count is > MostSegments and var count)
        {
            throw new RuleBroken(T("rule.much", Say.Number(count), Say.Number(MostSegments)), "file");
        }
    }

    /// <summary>Writes the document with the lines of a version in the place of its paragraphs.</summary>
    /// <exception cref="WrongBlocks">A paragraph cannot be put back; nothing is written then.</exception>
    public void Write(Stream file, string version, string language)
    {
        var lines = version.Split('\n');
        if (lines.Length != Blocks.Count)
        {
            throw new InvalidOperationException($"{lines.Length} lines for {Blocks.Count} blocks");
        }

        // What was left as it is keeps even the spaces that a line does not show.
        var translations = Blocks.Zip(lines).Where(p => p.Second != Line(p.First)).ToDictionary(p => p.First.Id, p => p.Second);
        _document.Write(file, translations, Tag(language));
    }

    /// <summary>A line's end inside a paragraph is a space to whoever reads it.</summary>
    private static string Line(TextBlock block) =>
        block.Text.AsSpan().IndexOfAny(LineEnds) < 0 ? block.Text : string.Concat(block.Text.Select(c => LineEnds.Contains(c) ? ' ' : c));

    /// <summary>Judged by content; of plain letters only the name says whether they are Markdown.</summary>
    private static DocumentKind FormatOf(Stream file, string name)
    {
        Span<byte> head = stackalloc byte[4];
        file.Position = 0;
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        var start = head[..read];
        var ending = Path.GetExtension(name).ToLowerInvariant();
        return start.StartsWith("PK"u8) || start.StartsWith("%PDF"u8) || start.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]) || ending is ".docx" or ".doc" ? DocumentKind.Word
            : ending is ".md" or ".markdown" ? DocumentKind.Markdown
            : DocumentKind.Text;
    }

    /// <summary>For a spelling checker: «nl-BE».</summary>
    private static string Tag(string language) => Language.All.Contains(language) ? Language.Culture(language).Name : language;
}
