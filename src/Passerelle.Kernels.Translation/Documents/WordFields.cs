namespace Passerelle.Kernels.Translation.Documents;

/// <summary>
/// Complex fields: a link holds its text; any other field is one thing with its result, as Word computes that again. A field that
/// begins or ends in another paragraph leaves its marks as things.
/// </summary>
internal static class WordFields
{
    public static List<WordItem> Gather(List<WordItem> items)
    {
        List<WordItem> gathered = [];
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is not WordFieldMark mark)
            {
                gathered.Add(items[i]);
                continue;
            }

            if (mark.Role != "begin" || End(items, i) is not { } end)
            {
                // The marks of one open field stay together.
                var last = i;
                while (mark.Role == "begin" && last + 1 < items.Count && items[last + 1] is WordFieldMark { Role: "instruction" or "separate" })
                {
                    last++;
                }

                gathered.Add(new WordAtom(Things(items[i..(last + 1)]), mark.Key));
                i = last;
                continue;
            }

            gathered.AddRange(Whole(items[i..(end + 1)], mark.Key));
            i = end;
        }

        return gathered;
    }

    private static IEnumerable<WordItem> Whole(List<WordItem> field, string key)
    {
        var separate = field.FindIndex(f => f is WordFieldMark { Role: "separate" });
        var instruction = string.Concat(field.Take(Math.Max(separate, 0)).OfType<WordFieldMark>().Where(f => f.Role == "instruction").Select(f => f.Thing.Element.Value));
        if (separate < 0 || !instruction.TrimStart().StartsWith("HYPERLINK", StringComparison.OrdinalIgnoreCase))
        {
            return [new WordAtom(Things(field), key)];
        }

        var holder = new WordHolder(null, null, Things(field[..(separate + 1)]), Things(field[^1..]));
        return [new WordEdge(holder, false), .. Gather(field[(separate + 1)..^1]), new WordEdge(holder, true)];
    }

    /// <summary>Where the field ends; null when it does not here, or when a link begins inside it and ends outside.</summary>
    private static int? End(List<WordItem> items, int begin)
    {
        var (depth, holders) = (0, 0);
        for (var i = begin; i < items.Count; i++)
        {
            depth += items[i] is WordFieldMark mark ? mark.Role == "begin" ? 1 : mark.Role == "end" ? -1 : 0 : 0;
            holders += items[i] is WordEdge edge ? edge.Ends ? -1 : 1 : 0;
            if (holders < 0)
            {
                return null;
            }

            if (depth == 0)
            {
                return holders == 0 ? i : null;
            }
        }

        return null;
    }

    /// <summary>The elements, as they were. What lies in a link comes with the link.</summary>
    private static List<WordThing> Things(List<WordItem> items)
    {
        List<WordThing> things = [];
        var depth = 0;
        foreach (var item in items)
        {
            if (item is WordEdge edge)
            {
                if (!edge.Ends && depth == 0)
                {
                    things.Add(new(edge.Holder.Shell!, null, false));
                }

                depth += edge.Ends ? -1 : 1;
            }
            else if (depth == 0)
            {
                things.AddRange(item switch { WordText text => text.From, WordAtom atom => atom.Things, WordFieldMark mark => [mark.Thing], _ => [] });
            }
        }

        return things;
    }
}
