using System.Text;

namespace Passerelle.Kernels.Translation.Segmentation;

/// <summary>A piece of a text: a segment to translate, or the glue between segments, which stays as it is.</summary>
/// <param name="At">Where it begins in the source, in UTF-16 units.</param>
/// <param name="Length">How long it is, in UTF-16 units; never 0.</param>
public readonly record struct Piece(int At, int Length, bool IsSegment);

/// <summary>
/// A text cut into segments. The pieces cover the source without gap or overlap, no two pieces of glue stand side by side, and every
/// segment has at least one letter or digit, that of a tag aside, and no white space at its ends. Immutable.
/// </summary>
public sealed class SegmentedText
{
    private readonly Joint[] _joints;
    private readonly bool[] _cells;
    private readonly bool _oneLine;
    private IReadOnlyList<string>? _segments;

    internal SegmentedText(string source, IReadOnlyList<Piece> pieces, Joint[] joints, bool[] cells, bool oneLine) =>
        (Source, Pieces, _joints, _cells, _oneLine) = (source, pieces, joints, cells, oneLine);

    /// <summary>The text that was cut.</summary>
    public string Source { get; }

    /// <summary>Glue and segments, in order.</summary>
    public IReadOnlyList<Piece> Pieces { get; }

    /// <summary>
    /// The texts of the segments, in order. Where a Markdown paragraph goes on in a new line, the line's end and what marks the next line as
    /// its continuation («&gt; », blanks) are one space here.
    /// </summary>
    public IReadOnlyList<string> Segments => _segments ??= Read();

    /// <summary>
    /// The skeleton of the source with other segments. In Markdown, a line's end in a replacement becomes a space and, in a table's cell, a bare «|» is
    /// escaped, since either would change the skeleton. A null keeps the source's segment.
    /// </summary>
    /// <param name="replacements">One for each segment, in order.</param>
    /// <exception cref="ArgumentException">There are more or fewer than segments.</exception>
    public string Join(IReadOnlyList<string?> replacements)
    {
        StringBuilder text = new(Source.Length);
        var segment = 0;
        foreach (var piece in Pieces)
        {
            if (piece.IsSegment && (segment < replacements.Count ? replacements[segment++] : throw new ArgumentException("There are more segments than replacements.", nameof(replacements))) is { } replacement)
            {
                text.Append(_oneLine ? Flat(replacement, _cells.Length > 0 && _cells[segment - 1]) : replacement);
            }
            else
            {
                text.Append(Source, piece.At, piece.Length);
            }
        }

        return segment == replacements.Count ? text.ToString() : throw new ArgumentException("There are more replacements than segments.", nameof(replacements));
    }

    private static string Flat(string text, bool cell)
    {
        var line = text.ReplaceLineEndings(" ");
        return !cell || !line.Contains('|', StringComparison.Ordinal) ? line : string.Concat(line.Select((c, i) => c == '|' && !Escaped(line, i) ? "\\|" : c.ToString()));
    }

    private static bool Escaped(string text, int at)
    {
        var slashes = 0;
        while (at - slashes > 0 && text[at - slashes - 1] == '\\')
        {
            slashes++;
        }

        return slashes % 2 == 1;
    }

    private List<string> Read()
    {
        List<string> segments = [];
        var joint = 0;
        foreach (var piece in Pieces.Where(p => p.IsSegment))
        {
            while (joint < _joints.Length && _joints[joint].At < piece.At)
            {
                joint++;
            }

            if (joint == _joints.Length || _joints[joint].At >= piece.At + piece.Length)
            {
                segments.Add(Source.Substring(piece.At, piece.Length));
                continue;
            }

            StringBuilder text = new(piece.Length);
            var from = piece.At;
            for (; joint < _joints.Length && _joints[joint].At < piece.At + piece.Length; joint++)
            {
                text.Append(Source, from, _joints[joint].At - from).Append(' ');
                from = _joints[joint].End;
            }

            segments.Add(text.Append(Source, from, piece.At + piece.Length - from).ToString());
        }

        return segments;
    }
}

/// <summary>Where a block of Markdown goes on in the next line: from the end of what one line says to the beginning of the next.</summary>
internal readonly record struct Joint(int At, int End);
