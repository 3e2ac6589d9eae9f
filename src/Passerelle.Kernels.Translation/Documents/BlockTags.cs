using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Documents;

/// <summary>Whether a translation has the tags of its source, each as often, and pairs that lie within each other.</summary>
internal static class BlockTags
{
    public static IEnumerable<BlockFault> Faults(TextBlock block, string translation)
    {
        var source = Tags.In(block.Text).CountBy(t => (t.Number, t.Kind)).ToDictionary();
        var target = Tags.In(translation).CountBy(t => (t.Number, t.Kind)).ToDictionary();
        foreach (var ((number, kind), count) in source)
        {
            if (target.GetValueOrDefault((number, kind)) < count)
            {
                yield return new(block.Id, BlockFaults.TagMissing, [Tags.Write(number, kind)]);
            }
        }

        foreach (var ((number, kind), count) in target)
        {
            if (count > source.GetValueOrDefault((number, kind)))
            {
                yield return new(block.Id, source.ContainsKey((number, kind)) ? BlockFaults.TagTwice : BlockFaults.TagUnknown, [Tags.Write(number, kind)]);
            }
        }

        foreach (var piece in TagPairs.Of(translation).Where(p => p.Text is null && p.Tag.Kind == TagKind.Open && !p.Nested && source.ContainsKey((p.Tag.Number, TagKind.Open))))
        {
            yield return new(block.Id, BlockFaults.TagCrosses, [Tags.Write(piece.Tag.Number, TagKind.Open)]);
        }
    }
}
