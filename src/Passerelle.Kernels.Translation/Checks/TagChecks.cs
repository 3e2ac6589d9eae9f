namespace Passerelle.Kernels.Translation.Checks;

/// <summary>Inline tags: all of the source's, none of its own, and pairs within pairs.</summary>
internal static class TagChecks
{
    public static IEnumerable<Finding> Find(Segment segment)
    {
        var (source, target) = (Tags.In(segment.Source), Tags.In(segment.Target));
        var (missing, extra) = Bags.Compare(source, target, (a, b) => a.Number == b.Number && a.Kind == b.Kind);
        foreach (var tag in missing)
        {
            yield return Finding.Of(segment, CheckRule.TagMissing, Severity.Error, new(tag.At, tag.Length), null, ("value", Tags.Write(tag.Number, tag.Kind)));
        }

        foreach (var tag in extra)
        {
            yield return Finding.Of(segment, CheckRule.TagExtra, Severity.Error, null, new(tag.At, tag.Length), ("value", Tags.Write(tag.Number, tag.Kind)));
        }

        if (missing.Count + extra.Count > 0)
        {
            yield break;
        }

        if (Loose(segment.Target) is { } loose)
        {
            if (Loose(segment.Source) is null)
            {
                yield return Finding.Of(segment, CheckRule.TagNesting, Severity.Error, null, new(loose.At, loose.Length), ("value", Tags.Write(loose.Number, loose.Kind)));
            }
        }
        else if (!source.Select(Bare).SequenceEqual(target.Select(Bare)))
        {
            yield return Finding.Of(segment, CheckRule.TagOrder, Severity.Note, null, null, ("source", Row(source)), ("target", Row(target)));
        }
    }

    /// <summary>The first tag that has no partner, or whose pair crosses another.</summary>
    private static Tag? Loose(string text) =>
        TagPairs.Of(text).Where(p => p.Text is null && p.Tag.Kind != TagKind.Alone && !p.Nested).Select(p => (Tag?)p.Tag).FirstOrDefault();

    private static (int, TagKind) Bare(Tag tag) => (tag.Number, tag.Kind);

    private static string Row(IEnumerable<Tag> tags) => string.Concat(tags.Select(t => Tags.Write(t.Number, t.Kind)));
}
