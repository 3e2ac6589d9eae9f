using System.Xml.Linq;
using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Documents;

/// <summary>Fills a paragraph with a translation: new runs for its words, and the old things where the tags say.</summary>
internal sealed class WordFill(WordNames w, IReadOnlyDictionary<int, WordTag> tags, string from, string to)
{
    private static readonly char[] Hyphens = ['\u2011', '\u00ad'];

    public void Put(XElement paragraph, WordRuns runs, XElement? format, string translation)
    {
        Detach(runs);
        paragraph.Elements().Where(e => !w.Is(e, "pPr")).Remove();
        Add(paragraph, runs.Before);
        var open = new Stack<(XElement Into, XElement? Format)>([(paragraph, format)]);
        foreach (var piece in TagPairs.Of(translation))
        {
            var (into, look) = open.Peek();
            if (piece.Text is { } words)
            {
                into.Add(Run(words, look));
                continue;
            }

            var tag = tags[piece.Tag.Number];
            switch (piece.Tag.Kind)
            {
                case TagKind.Alone:
                    Add(into, tag.Things);
                    break;
                case TagKind.Open:
                    Add(into, tag.Holder?.Opening ?? []);
                    if (tag.Holder?.Shell is { } shell)
                    {
                        into.Add(shell);
                    }

                    open.Push((tag.Holder?.Inside ?? into, tag.Format ?? look));
                    break;
                default:
                    open.Pop();
                    Add(open.Peek().Into, tag.Holder?.Closing ?? []);
                    break;
            }
        }

        Add(paragraph, runs.Behind);
    }

    /// <summary>Everything that is moved is taken out first: an element that still has a parent would be copied.</summary>
    private void Detach(WordRuns runs)
    {
        foreach (var thing in tags.Values.SelectMany(t => t.Things.Concat(t.Holder?.Opening ?? []).Concat(t.Holder?.Closing ?? [])).Concat(runs.Before).Concat(runs.Behind))
        {
            Free(thing.Element);
        }

        foreach (var holder in tags.Values.Select(t => t.Holder).OfType<WordHolder>())
        {
            holder.Inside?.Elements().Where(e => !w.Is(e, "rPr")).Remove();
            if (holder.Shell is not null)
            {
                Free(holder.Shell);
            }
        }
    }

    private static void Free(XElement element)
    {
        if (element.Parent is not null)
        {
            element.Remove();
        }
    }

    private void Add(XElement into, IEnumerable<WordThing> things)
    {
        foreach (var (element, format, inRun) in things)
        {
            into.Add(inRun ? new XElement(w["r"], Format(format), element) : element);
        }
    }

    private XElement Run(string words, XElement? format)
    {
        var run = new XElement(w["r"], Format(format));
        for (var at = 0; at < words.Length;)
        {
            var next = words.IndexOfAny(Hyphens, at);
            if (next == at)
            {
                run.Add(new XElement(w[words[at++] == '\u2011' ? "noBreakHyphen" : "softHyphen"]));
                continue;
            }

            var end = next < 0 ? words.Length : next;
            run.Add(new XElement(w["t"], new XAttribute(XNamespace.Xml + "space", "preserve"), XmlOut.Clean(words[at..end]).ReplaceLineEndings(" ")));
            at = end;
        }

        return run;
    }

    private XElement? Format(XElement? format)
    {
        if (format is null || (!format.HasElements && !format.HasAttributes))
        {
            return null;
        }

        var copy = new XElement(format);
        WordLanguage.Change(copy, w, from, to);
        return copy;
    }
}

/// <summary>The language of texts for the spelling checker: ISO/IEC 29500-1, 17.3.2.20 «lang».</summary>
internal static class WordLanguage
{
    /// <summary>Gives the target's language to all that is in the source's, in an element and what it holds.</summary>
    public static void Change(XElement root, WordNames w, string from, string to)
    {
        foreach (var value in root.DescendantsAndSelf().Where(e => w.Is(e, "lang") || w.Is(e, "themeFontLang")).Select(e => e.Attribute(w["val"])).OfType<XAttribute>())
        {
            if (Language.Of(value.Value) == Language.Of(from))
            {
                value.Value = to;
            }
        }
    }
}
