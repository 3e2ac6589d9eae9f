using System.Text;

namespace Passerelle.Kernels.Translation.Segmentation;

/// <summary>Cuts the blocks of a Markdown text into segments. Links, emphasis, code and inline HTML are never cut.</summary>
internal static class MarkdownSegments
{
    public static SegmentedText Split(string text, RuleSet rules)
    {
        MarkdownBlocks blocks = new(text);
        Pieces pieces = new(text, hasHtml: true);
        List<bool> cells = [];
        List<int> breaks = [];
        foreach (var block in blocks.Read())
        {
            var joints = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(blocks.Joints).Slice(block.FirstJoint, block.JointCount);
            var flat = Flat(text, block, joints);
            rules.AddBreaks(flat, 0, breaks);
            if (breaks.Count > 0)
            {
                Breaks.Leave(breaks, MarkdownInline.Ranges(flat));
            }

            Add(pieces, block, breaks, joints);
            breaks.Clear();
            cells.AddRange(Enumerable.Repeat(block.IsCell, pieces.Segments - cells.Count));
        }

        return new(text, pieces.Whole(), [.. blocks.Joints], cells.Contains(true) ? [.. cells] : [], oneLine: true);
    }

    /// <summary>What the block says, on one line.</summary>
    private static ReadOnlySpan<char> Flat(string text, Block block, ReadOnlySpan<Joint> joints)
    {
        if (joints.IsEmpty)
        {
            return text.AsSpan(block.At, block.End - block.At);
        }

        StringBuilder flat = new();
        var from = block.At;
        foreach (var joint in joints)
        {
            flat.Append(text, from, joint.At - from).Append(' ');
            from = joint.End;
        }

        return flat.Append(text, from, block.End - from).ToString();
    }

    /// <summary>Adds the block's segments: places on its one line become places of the source. A break where a line ends leaves out what joins it to the next.</summary>
    private static void Add(Pieces pieces, Block block, List<int> breaks, ReadOnlySpan<Joint> joints)
    {
        var (from, shift, next) = (block.At, block.At, 0);
        foreach (var place in breaks)
        {
            while (next < joints.Length && place + shift > joints[next].At)
            {
                shift += joints[next].End - joints[next].At - 1;
                next++;
            }

            var end = place + shift;
            pieces.Add(from, end);
            from = next < joints.Length && joints[next].At == end ? joints[next].End : end;
        }

        pieces.Add(from, block.End);
    }
}
