namespace Passerelle.Kernels.Translation;

/// <summary>A piece of a segment: a text, or a tag with what it pairs with.</summary>
/// <param name="Text">The characters; null for a tag.</param>
/// <param name="Tag">The tag; nothing for a text.</param>
/// <param name="Partner">The piece that closes or opens it; -1 when there is none.</param>
/// <param name="Nested">Whether an XML element can stand for the pair: no other such pair begins inside it and ends outside.</param>
internal readonly record struct TagPiece(string? Text, Tag Tag, int Partner = -1, bool Nested = false);

/// <summary>Cuts a segment into texts and tags, and finds which tags belong together.</summary>
internal static class TagPairs
{
    /// <summary>The pieces in order. A closing tag belongs to the nearest open one of its number.</summary>
    public static TagPiece[] Of(string text)
    {
        var pieces = Cut(text).ToArray();
        Pair(pieces);
        Nest(pieces);
        return pieces;
    }

    private static IEnumerable<TagPiece> Cut(string text)
    {
        var at = 0;
        foreach (var tag in Tags.In(text))
        {
            if (tag.At > at)
            {
                yield return new(text[at..tag.At], default);
            }

            yield return new(null, tag);
            at = tag.At + tag.Length;
        }

        if (at < text.Length)
        {
            yield return new(text[at..], default);
        }
    }

    private static void Pair(TagPiece[] pieces)
    {
        Dictionary<int, Stack<int>> open = [];
        for (var i = 0; i < pieces.Length; i++)
        {
            var (text, tag, _, _) = pieces[i];
            if (text is not null || tag.Kind == TagKind.Alone)
            {
                continue;
            }

            if (!open.TryGetValue(tag.Number, out var same))
            {
                open[tag.Number] = same = new();
            }

            if (tag.Kind == TagKind.Open)
            {
                same.Push(i);
            }
            else if (same.TryPop(out var begin))
            {
                pieces[begin] = pieces[begin] with { Partner = i };
                pieces[i] = pieces[i] with { Partner = begin };
            }
        }
    }

    private static void Nest(TagPiece[] pieces)
    {
        var open = new Stack<int>();
        var closed = new bool[pieces.Length];
        for (var i = 0; i < pieces.Length; i++)
        {
            var partner = pieces[i].Partner;
            if (partner > i)
            {
                open.Push(i);
            }
            else if (partner >= 0)
            {
                while (closed[open.Peek()])
                {
                    open.Pop();
                }

                // Of two pairs that cross, the one that ends first is written as two marks; the other can stay an element.
                var nested = open.Peek() == partner;
                closed[partner] = true;
                pieces[i] = pieces[i] with { Nested = nested };
                pieces[partner] = pieces[partner] with { Nested = nested };
            }
        }
    }
}
