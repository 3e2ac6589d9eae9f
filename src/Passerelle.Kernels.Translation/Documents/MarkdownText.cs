using System.Globalization;
using System.Text;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Documents;

/// <summary>
/// Markdown: CommonMark 0.31 with tables, struck text and front matter. Blocks are paragraphs, headings and cells of tables; code,
/// HTML, front matter and the titles of links stay. A translated block is written on one line; the rest of the file is
/// copied character by character.
/// </summary>
internal sealed class MarkdownText : TextDocument
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation().UsePipeTables().UseYamlFrontMatter().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).Build();

    /// <summary>How deep Markdig goes into blocks; it has no name for it.</summary>
    private const string MostDepth = "128";

    private readonly TextFile _file;

    // Also those without a letter, which are not given out: a translation may have none either.
    private readonly List<(TextBlock Block, MarkdownSegment Segment)> _blocks;

    public MarkdownText(TextFile file)
    {
        _file = file;
        _blocks = Segments(file.Text);
        Blocks = [.. _blocks.Select(b => b.Block).Where(b => Tags.Without(b.Text).Any(char.IsLetter))];
        Remarks = file.IsGuessed ? [new(Documents.Remarks.EncodingGuessed, [])] : [];
    }

    public override IReadOnlyList<TextBlock> Blocks { get; }

    public override IReadOnlyList<Remark> Remarks { get; }

    private protected override void Put(Stream file, IReadOnlyDictionary<string, string> translations, string language)
    {
        var text = new StringBuilder();
        var at = 0;
        foreach (var (block, segment) in _blocks.Where(b => translations.TryGetValue(b.Block.Id, out var translation) && translation != b.Block.Text))
        {
            text.Append(_file.Text, at, segment.Start - at).Append(segment.Write(translations[block.Id]));
            at = segment.End;
        }

        text.Append(_file.Text, at, _file.Text.Length - at);
        MustReadAlike(text.ToString(), translations);
        _file.Write(file, text.ToString());
    }

    /// <summary>Some texts cannot be said in Markdown («**a!**b» is no bold): what was written is read again before it is given out.</summary>
    private void MustReadAlike(string text, IReadOnlyDictionary<string, string> translations)
    {
        var read = Segments(text);
        var blank = translations.Where(t => string.IsNullOrWhiteSpace(t.Value)).Select(t => t.Key).ToList();
        if (blank.Count > 0)
        {
            throw new WrongBlocks([.. blank.Select(b => new BlockFault(b, BlockFaults.Unwritable, []))]);
        }

        var wrong = _blocks.Select((b, i) => (b.Block.Id, Expected: translations.GetValueOrDefault(b.Block.Id, b.Block.Text), Read: read.Count == _blocks.Count ? read[i].Block.Text : ""))
            .Where(b => Shape(b.Expected) != Shape(b.Read)).Select(b => new BlockFault(b.Id, BlockFaults.Unwritable, [])).ToList();
        if (wrong.Count > 0)
        {
            throw new WrongBlocks(wrong);
        }
    }

    /// <summary>The letters and signs, and which kinds of tags stand among them; blanks may move out of a pair.</summary>
    private static string Shape(string text)
    {
        var shape = new StringBuilder();
        var at = 0;
        foreach (var tag in Tags.In(text))
        {
            shape.Append(text, at, tag.At - at).Append((char)('\uE000' + (int)tag.Kind));
            at = tag.At + tag.Length;
        }

        return string.Concat(shape.Append(text, at, text.Length - at).ToString().Where(c => !char.IsWhiteSpace(c)));
    }

    private static List<(TextBlock Block, MarkdownSegment Segment)> Segments(string text)
    {
        List<(TextBlock, MarkdownSegment)> segments = [];
        var number = 0;
        foreach (var leaf in Parsed(text).Descendants<LeafBlock>().Where(l => l is ParagraphBlock or HeadingBlock && l.Inline?.FirstChild is not null))
        {
            var place = leaf is HeadingBlock ? BlockPlace.Heading : leaf.Parent is TableCell ? BlockPlace.Table : BlockPlace.Body;
            var segment = new MarkdownSegment(text, leaf.Inline!, place);
            number++;
            segments.Add((new(string.Create(CultureInfo.InvariantCulture, $"markdown-{number}"), segment.Text, place), segment));
        }

        // Descendants come level by level; the file is written from its beginning to its end.
        segments.Sort((a, b) => a.Item2.Start.CompareTo(b.Item2.Start));
        return segments;
    }

    private static MarkdownDocument Parsed(string text)
    {
        try
        {
            return Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException wrong)
        {
            throw new WrongFile(Faults.TooDeep, [MostDepth], cause: wrong);
        }
    }
}
