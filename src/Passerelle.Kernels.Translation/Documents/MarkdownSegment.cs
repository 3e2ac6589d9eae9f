using System.Text;
using System.Text.RegularExpressions;
using Markdig.Syntax.Inlines;
using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Documents;

/// <summary>The inline content of a Markdown block as a segment: emphasis, links and pictures' texts are pairs; code, HTML and hard breaks stand alone.</summary>
internal sealed partial class MarkdownSegment
{
    private readonly string _file;
    private readonly BlockPlace _place;
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _words = new();
    private readonly Dictionary<int, (string Open, string Close, bool IsEmphasis)> _tags = [];

    public MarkdownSegment(string file, ContainerInline content, BlockPlace place)
    {
        _file = file;
        _place = place;
        (Start, End) = (content.FirstChild!.Span.Start, content.LastChild!.Span.End + 1);
        // The spans of a cell's texts hold the blanks around them.
        Start += file[Start..End].Length - file[Start..End].TrimStart().Length;
        End = Start + file[Start..End].TrimEnd().Length;
        Take(content);
        Flush();
        // Beyond that the numbers would be no tags.
        Text = _tags.Count > TagNumbers.Most ? "" : _text.ToString().Trim();
    }

    /// <summary>Where it begins in the file.</summary>
    public int Start { get; }

    /// <summary>Behind its last character.</summary>
    public int End { get; }

    public string Text { get; }

    /// <summary>A translation in Markdown.</summary>
    public string Write(string translation)
    {
        var written = new StringBuilder();
        var pieces = TagPairs.Of(string.Join(' ', translation.Split('\r', '\n')).Trim());
        for (var i = 0; i < pieces.Length; i++)
        {
            if (pieces[i].Text is { } words)
            {
                var opened = i > 0 && IsEmphasis(pieces[i - 1], TagKind.Open);
                written.Append(MarkdownEscape.Text(opened ? words.TrimStart() : words, written.Length == 0, _place == BlockPlace.Table));
                continue;
            }

            var (open, close, _) = _tags[pieces[i].Tag.Number];
            // Emphasis does not begin or end with a blank (CommonMark, 6.2): what a translator put inside goes outside.
            var next = i + 1 < pieces.Length ? pieces[i + 1].Text ?? "" : "";
            var blank = IsEmphasis(pieces[i], TagKind.Close) ? Trailing(written) && !next.StartsWith(' ')
                : IsEmphasis(pieces[i], TagKind.Open) && next.StartsWith(' ') && written.Length > 0 && written[^1] != ' ';
            written.Append(pieces[i].Tag.Kind == TagKind.Close ? close : "").Append(blank ? " " : "").Append(pieces[i].Tag.Kind == TagKind.Close ? "" : open);
        }

        return _place == BlockPlace.Heading ? MarkdownEscape.HeadingEnd(written.ToString()) : written.ToString();
    }

    private bool IsEmphasis(TagPiece piece, TagKind kind) => piece.Text is null && piece.Tag.Kind == kind && _tags[piece.Tag.Number].IsEmphasis;

    /// <summary>Takes blanks off the end; whether there were any.</summary>
    private static bool Trailing(StringBuilder text)
    {
        var end = text.Length;
        while (end > 0 && text[end - 1] == ' ')
        {
            end--;
        }

        var any = end < text.Length;
        text.Length = end;
        return any;
    }

    private void Take(ContainerInline content)
    {
        foreach (var inline in content)
        {
            switch (inline)
            {
                case LiteralInline { IsFirstCharacterEscaped: true, Content: { IsEmpty: false, CurrentChar: '[' } } bracket:
                    // So written it begins no footnote's mark.
                    Flush();
                    _text.Append('[');
                    _words.Append(bracket.Content.AsSpan()[1..]);
                    break;
                case LiteralInline literal:
                    _words.Append(literal.Content.AsSpan());
                    break;
                case HtmlEntityInline entity:
                    _words.Append(entity.Transcoded.AsSpan());
                    break;
                case LineBreakInline { IsHard: false }:
                    _words.Append(' ');
                    break;
                case LineBreakInline hard:
                    // With what marks it before, and the quote marks or blanks that lead the next line.
                    Alone(_file[((hard.PreviousSibling?.Span.End ?? (hard.Span.Start - 1)) + 1)..(hard.NextSibling?.Span.Start ?? (hard.Span.End + 1))]);
                    break;
                case EmphasisInline or LinkInline when ((ContainerInline)inline).FirstChild is not null:
                    Pair((ContainerInline)inline);
                    break;
                case ContainerInline other when other.Span.IsEmpty || other is not LinkInline:
                    Take(other);
                    break;
                default:
                    Alone(_file.Substring(inline.Span.Start, inline.Span.Length));
                    break;
            }
        }
    }

    private void Pair(ContainerInline inline)
    {
        Flush();
        var (open, close) = (_file[inline.Span.Start..inline.FirstChild!.Span.Start], _file[(inline.LastChild!.Span.End + 1)..(inline.Span.End + 1)]);
        if (inline is LinkInline && close is "]" or "[]")
        {
            // «[mot]» finds its address by its text, which will be another.
            close = $"][{_file[inline.FirstChild.Span.Start..(inline.LastChild.Span.End + 1)]}]";
        }

        var number = Number((open, close, inline is EmphasisInline));
        _text.Append(Tags.Write(number, TagKind.Open));
        Take(inline);
        Flush();
        _text.Append(Tags.Write(number, TagKind.Close));
    }

    private void Alone(string raw)
    {
        Flush();
        _text.Append(Tags.Write(Number((raw, "", false)), TagKind.Alone));
    }

    /// <summary>Says the words gathered so far; what would be taken for a tag, and a footnote's mark, becomes a thing.</summary>
    private void Flush()
    {
        var words = _words.ToString();
        _words.Clear();
        var at = 0;
        foreach (Match match in Marks().Matches(words))
        {
            _text.Append(words, at, match.Index - at);
            _text.Append(Tags.Write(Number((match.Value[0] == '<' ? "\\" + match.Value : match.Value, "", false)), TagKind.Alone));
            at = match.Index + match.Length;
        }

        _text.Append(words, at, words.Length - at);
    }

    private int Number((string, string, bool) tag)
    {
        _tags.Add(_tags.Count + 1, tag);
        return _tags.Count;
    }

    [GeneratedRegex(@"</?[1-9][0-9]{0,3}/?>|\[\^[^\]\s]+\]", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();
}
