namespace Passerelle.Kernels.Translation.Segmentation;

/// <summary>What a heading, a paragraph, a list item or a table's cell says.</summary>
/// <param name="At">Where it begins in the source.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="FirstJoint">Its first joint in <see cref="MarkdownBlocks.Joints"/>.</param>
internal readonly record struct Block(int At, int End, int FirstJoint, int JointCount, bool IsCell);

/// <summary>Finds the blocks of a Markdown text that say something, line by line; what is in no block is left alone.</summary>
internal sealed class MarkdownBlocks(string text)
{
    private readonly List<Block> _blocks = [];
    private Paragraph? _open;
    private (char Mark, int Length) _fence;
    private int _fenceQuotes;
    private bool _inList;
    private bool _inTable;
    private bool _inComment;

    public List<Joint> Joints { get; } = [];

    public List<Block> Read()
    {
        for (var at = 0; at < text.Length;)
        {
            var end = LineEnd(at);
            Line(at, end);
            at = Next(end);
        }

        Close();
        return _blocks;
    }

    private void Line(int at, int end)
    {
        var (length, quotes) = MarkdownLine.Quotes(text.AsSpan(at, end - at));
        at += length;
        var indent = MarkdownLine.Indent(text.AsSpan(at, end - at));
        var begin = at;
        at = SkipBlanks(at, end);
        var line = text.AsSpan(at, end - at);
        if (InCode(line, quotes) || InComment(line))
        {
            return;
        }

        if (line.IsWhiteSpace())
        {
            Close();
            _inTable = false;
            return;
        }

        if (_open is { } paragraph && quotes > paragraph.Quotes)
        {
            Close();
        }

        if (_open is null && indent >= 4 && !_inList)
        {
            return;
        }

        if (indent == 0 && begin == at && _open is null && MarkdownLine.ListMark(line, out _) == 0)
        {
            _inList = false;
        }

        Content(at, end, quotes);
    }

    /// <summary>The line without its quote marks and indentation; comes back for what stands behind a list item's mark.</summary>
    private void Content(int at, int end, int quotes)
    {
        var line = text.AsSpan(at, end - at);
        if (MarkdownLine.Fence(line) is { Length: > 0 } fence)
        {
            Close();
            (_fence, _fenceQuotes) = (fence, quotes);
        }
        else if (MarkdownLine.HeadingMark(line) is > 0 and var mark)
        {
            Close();
            Add(at + mark, at + mark + MarkdownLine.WithoutClosing(line[mark..]).Length);
        }
        else if (_open is not null && MarkdownLine.IsUnderline(line))
        {
            Close();
        }
        else if (MarkdownLine.IsRule(line))
        {
            Close();
        }
        else if (MarkdownLine.ListMark(line, out var isFirst) is > 0 and var item && (_open is null || isFirst || _inList))
        {
            Close();
            _inList = true;
            if (item < line.Length)
            {
                var (length, more) = MarkdownLine.Quotes(line[item..]);
                Content(SkipBlanks(at + item + length, end), end, quotes + more);
            }
        }
        else
        {
            Text(at, end, quotes);
        }
    }

    private void Text(int at, int end, int quotes)
    {
        var line = text.AsSpan(at, end - at);
        if (line.IsWhiteSpace() || (_open is null && MarkdownLine.IsDefinition(line)))
        {
            return;
        }

        if (_open is null && line.StartsWith("<!--", StringComparison.Ordinal))
        {
            _inComment = !line.Contains("-->", StringComparison.Ordinal);
        }
        else if (line.Contains('|') && (_inTable || NextIsDelimiter(end)))
        {
            Close();
            _inTable = true;
            Cells(at, end);
        }
        else
        {
            _inTable = false;
            Lay(at, end, quotes);
        }
    }

    /// <summary>Opens a paragraph, or goes on with the one that is open.</summary>
    private void Lay(int at, int end, int quotes)
    {
        var line = text.AsSpan(at, end - at);
        var bare = line.TrimEnd();
        var slash = bare.Length == line.Length && bare.EndsWith("\\", StringComparison.Ordinal);
        var hard = slash || line.EndsWith("  ", StringComparison.Ordinal);
        if (_open is { Hard: true } broken)
        {
            Emit(broken.At, broken.HardEnd, broken.FirstJoint);
            _open = null;
        }

        if (_open is { } paragraph)
        {
            Joints.Add(new(paragraph.End, at));
        }
        else
        {
            _open = paragraph = new() { At = at, Quotes = quotes, FirstJoint = Joints.Count };
        }

        (paragraph.End, paragraph.HardEnd, paragraph.Hard) = (at + bare.Length, at + bare.Length - (slash ? 1 : 0), hard);
    }

    private void Cells(int at, int end)
    {
        if (MarkdownLine.IsTableDelimiter(text.AsSpan(at, end - at)))
        {
            return;
        }

        for (var i = at; i <= end; i++)
        {
            if (i == end || text[i] == '|')
            {
                Add(at, i, isCell: true);
                at = i + 1;
            }
            else if (text[i] == '\\')
            {
                i += i + 1 < end ? 1 : 0;
            }
        }
    }

    private bool InCode(ReadOnlySpan<char> line, int quotes)
    {
        if (_fence.Length == 0 || quotes < _fenceQuotes)
        {
            _fence = default;
            return false;
        }

        _fence = MarkdownLine.ClosesFence(line, _fence) ? default : _fence;
        return true;
    }

    private bool InComment(ReadOnlySpan<char> line)
    {
        var was = _inComment;
        _inComment &= !line.Contains("-->", StringComparison.Ordinal);
        return was;
    }

    private bool NextIsDelimiter(int end)
    {
        var at = Next(end);
        var line = text.AsSpan(at, LineEnd(at) - at);
        return MarkdownLine.IsTableDelimiter(line[MarkdownLine.Quotes(line).Length..]);
    }

    private void Close()
    {
        if (_open is { } paragraph)
        {
            Emit(paragraph.At, paragraph.End, paragraph.FirstJoint);
            _open = null;
        }
    }

    private void Emit(int at, int end, int firstJoint) => _blocks.Add(new(at, end, firstJoint, Joints.Count - firstJoint, IsCell: false));

    private void Add(int at, int end, bool isCell = false) => _blocks.Add(new(at, end, Joints.Count, 0, isCell));

    private int SkipBlanks(int at, int end)
    {
        var span = text.AsSpan(at, end - at);
        return span.IndexOfAnyExcept(' ', '\t') is >= 0 and var found ? at + found : end;
    }

    private int LineEnd(int at) => text.AsSpan(at).IndexOfAny('\n', '\r') is >= 0 and var found ? at + found : text.Length;

    private int Next(int end) => end >= text.Length ? text.Length : end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);

    private sealed class Paragraph
    {
        public required int At { get; init; }

        public required int Quotes { get; init; }

        public required int FirstJoint { get; init; }

        public int End { get; set; }

        public int HardEnd { get; set; }

        public bool Hard { get; set; }
    }
}
