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

        if (Loose(target) is { } loose)
        {
            if (Loose(source) is null)
            {
                yield return Finding.Of(segment, CheckRule.TagNesting, Severity.Error, null, new(loose.At, loose.Length), ("value", Tags.Write(loose.Number, loose.Kind)));
            }
        }
        else if (!source.Select(Bare).SequenceEqual(target.Select(Bare)))
        {
            yield return Finding.Of(segment, CheckRule.TagOrder, Severity.Note, null, null, ("source", Row(source)), ("target", Row(target)));
        }
    }

    /// <summary>The first tag that closes another than the last one opened, or that is never closed.</summary>
    private static Tag? Loose(IReadOnlyList<Tag> tags)
    {
        Stack<Tag> open = [];
        foreach (var tag in tags.Where(t => t.Kind != TagKind.Alone))
        {
            if (tag.Kind == TagKind.Open)
            {
                open.Push(tag);
            }
            else if (!open.TryPop(out var last) || last.Number != tag.Number)
            {
                return tag;
            }
        }

        return open.TryPeek(out var left) ? left : null;
    }

    private static (int, TagKind) Bare(Tag tag) => (tag.Number, tag.Kind);

    private static string Row(IEnumerable<Tag> tags) => string.Concat(tags.Select(t => Tags.Write(t.Number, t.Kind)));
}
