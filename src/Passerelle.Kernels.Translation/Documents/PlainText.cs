using System.Globalization;
using System.Text;

namespace Passerelle.Kernels.Translation.Documents;

/// <summary>
/// A text of lines. A block is a line, or several where a sentence was broken by hand (a long line without an end, then one that
/// goes on in small letters); such a block is written as one line when it is translated. Line ends and indents stay.
/// </summary>
internal sealed class PlainText : TextDocument
{
    private const int LongLine = 45;
    private readonly TextFile _file;
    private readonly List<(string? Id, string Text, string Raw)> _pieces = [];

    public PlainText(TextFile file)
    {
        _file = file;
        var lines = Lines(file.Text);
        for (var i = 0; i < lines.Count;)
        {
            var (begin, last) = (i, i++);
            while (i < lines.Count && GoesOn(lines[last].Text, lines[i].Text))
            {
                last = i++;
            }

            Add(lines[begin..(last + 1)]);
        }

        Blocks = [.. _pieces.Where(p => p.Id is not null).Select(p => new TextBlock(p.Id!, p.Text, BlockPlace.Body))];
        Remarks = file.IsGuessed ? [new(Documents.Remarks.EncodingGuessed, [])] : [];
    }

    public override IReadOnlyList<TextBlock> Blocks { get; }

    public override IReadOnlyList<Remark> Remarks { get; }

    private protected override void Put(Stream file, IReadOnlyDictionary<string, string> translations, string language)
    {
        var text = new StringBuilder();
        foreach (var (id, source, raw) in _pieces)
        {
            text.Append(id is not null && translations.TryGetValue(id, out var translation) && translation != source ? translation.ReplaceLineEndings(" ") : raw);
        }

        _file.Write(file, text.ToString());
    }

    private void Add(List<(string Text, string End)> lines)
    {
        var first = lines[0].Text;
        var indent = first[..^first.TrimStart().Length];
        var raw = string.Concat(lines.SkipLast(1).Select(l => l.Text + l.End)) + lines[^1].Text;
        var text = string.Join(' ', lines.Select(l => l.Text.Trim()));
        var tail = raw[raw.TrimEnd().Length..];
        if (!text.Any(char.IsLetter))
        {
            _pieces.Add((null, "", raw + lines[^1].End));
            return;
        }

        _pieces.Add((null, "", indent));
        _pieces.Add((string.Create(CultureInfo.InvariantCulture, $"text-{_pieces.Count}"), text, raw[indent.Length..^tail.Length]));
        _pieces.Add((null, "", tail + lines[^1].End));
    }

    private static bool GoesOn(string line, string next) =>
        line.Length >= LongLine && next.Length > 0 && char.IsLower(next[0]) && line.TrimEnd() is [.., not ('.' or '!' or '?' or ':' or ';' or '»' or '”')];

    private static List<(string Text, string End)> Lines(string text)
    {
        List<(string, string)> lines = [];
        for (var at = 0; at < text.Length;)
        {
            var end = text.AsSpan(at).IndexOfAny('\r', '\n') is >= 0 and var found ? at + found : text.Length;
            var next = end == text.Length ? end : end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
            lines.Add((text[at..end], text[end..next]));
            at = next;
        }

        return lines;
    }
}
