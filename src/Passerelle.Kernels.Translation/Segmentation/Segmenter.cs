using System.Buffers;

namespace Passerelle.Kernels.Translation.Segmentation;

/// <summary>How a text is written.</summary>
public enum TextForm
{
    /// <summary>Every line's end is the end of a paragraph.</summary>
    Plain,

    /// <summary>CommonMark with the tables and task lists of GitHub.</summary>
    Markdown,
}

/// <summary>Cuts texts into segments by the rules of an SRX file. Thread-safe.</summary>
public sealed class Segmenter(SrxRules rules)
{
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\f\v\u0085\u2028\u2029");

    /// <summary>With the kernel's own rules for French, Dutch and English.</summary>
    public static Segmenter Default { get; } = new(SrxRules.Default);

    /// <summary>Cuts a text. Takes any string, with lone surrogates too, and time in proportion to its length.</summary>
    /// <param name="text">The source.</param>
    /// <param name="language">Its language tag, such as «fr-BE».</param>
    /// <param name="form">How it is written.</param>
    /// <exception cref="SrxException">An expression of the rules took more than a second.</exception>
    public SegmentedText Split(string text, string language, TextForm form = TextForm.Plain)
    {
        var set = rules.For(language);
        if (form == TextForm.Markdown)
        {
            return MarkdownSegments.Split(text, set);
        }

        Pieces pieces = new(text, hasHtml: false);
        List<int> breaks = [];
        for (var at = 0; at < text.Length;)
        {
            var length = text.AsSpan(at).IndexOfAny(LineEnds) is >= 0 and var found ? found : text.Length - at;
            set.AddBreaks(text.AsSpan(at, length), at, breaks);
            KeepPairs(text.AsSpan(at, length), at, breaks);
            pieces.AddAll(at, at + length, breaks);
            breaks.Clear();
            at += length + 1;
        }

        return new(text, pieces.Whole(), [], [], oneLine: false);
    }

    /// <summary>What an inline tag opens and another closes stays in one segment, or each would have half of the pair.</summary>
    private static void KeepPairs(ReadOnlySpan<char> line, int offset, List<int> breaks)
    {
        if (breaks.Count == 0 || !line.Contains('<'))
        {
            return;
        }

        var pieces = TagPairs.Of(line.ToString());
        Breaks.Leave(breaks, [.. pieces.Where(p => p.Tag.Kind == TagKind.Close && p.Partner >= 0).Select(p => (offset + pieces[p.Partner].Tag.At, offset + p.Tag.At + p.Tag.Length))]);
    }
}
