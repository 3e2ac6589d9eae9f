using System.Text;

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
        var ends = Ends(items);
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is not WordFieldMark mark)
            {
                gathered.Add(items[i]);
                continue;
            }

            if (mark.Role != "begin" || !ends.TryGetValue(i, out var end))
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
        var (separate, instruction) = Own(field);
        if (separate < 0 || !instruction.TrimStart().StartsWith("HYPERLINK", StringComparison.OrdinalIgnoreCase))
        {
            return [new WordAtom(Things(field), key)];
        }

        var holder = new WordHolder(null, null, Things(field[..(separate + 1)]), Things(field[^1..]));
        return [new WordEdge(holder, false), .. Gather(field[(separate + 1)..^1]), new WordEdge(holder, true)];
    }

    /// <summary>Where the field's own result begins (-1 without one), and what it is told to do; fields inside it have theirs.</summary>
    private static (int Separate, string Instruction) Own(List<WordItem> field)
    {
        var depth = 0;
        var instruction = new StringBuilder();
        for (var i = 0; i < field.Count && field[i] is WordFieldMark mark; i++)
        {
            depth += mark.Role == "begin" ? 1 : mark.Role == "end" ? -1 : 0;
            if (depth == 1 && mark.Role == "separate")
            {
                return (i, instruction.ToString());
            }

            instruction.Append(depth == 1 && mark.Role == "instruction" ? mark.Thing.Element.Value : "");
        }

        return (-1, "");
    }

    /// <summary>Where each field ends; without those that do not end here, or that begin in a link and end outside.</summary>
    private static Dictionary<int, int> Ends(List<WordItem> items)
    {
        Dictionary<int, int> ends = [];
        var open = new Stack<(int At, int Holders)>();
        var holders = 0;
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is WordEdge edge)
            {
                holders += edge.Ends ? -1 : 1;
                while (open.TryPeek(out var left) && left.Holders > holders)
                {
                    open.Pop();
                }
            }
            else if (items[i] is WordFieldMark { Role: "begin" })
            {
                open.Push((i, holders));
            }
            else if (items[i] is WordFieldMark { Role: "end" } && open.TryPeek(out var last) && last.Holders == holders)
            {
                ends.Add(open.Pop().At, i);
            }
        }

        return ends;
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
