using System.Xml.Linq;

namespace Passerelle.Kernels.Translation.Documents;

/// <summary>
/// Accepts tracked changes (ISO/IEC 29500-1, 17.13.5): what was inserted stays, what was deleted goes, what was moved stands in its new place,
/// and earlier formatting is forgotten.
/// </summary>
internal static class WordChanges
{
    private static readonly string[] Earlier =
        ["rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange", "tcPrChange", "tblPrExChange", "numberingChange", "cellIns", "cellMerge"];

    private static readonly string[] Ranges =
        ["moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
            "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd"];

    /// <summary>How many changes there were.</summary>
    public static int Accept(XElement root, WordNames w)
    {
        List<XElement> Find(params IEnumerable<string> names) => [.. names.SelectMany(n => root.Descendants(w[n]))];

        // Where a mark and not a stretch of text is meant: a whole row, or the end of a paragraph.
        var marks = Find("ins", "del", "moveFrom", "moveTo").Where(e => w.Of(e.Parent!) is "rPr" or "trPr").ToList();
        var gone = marks.Where(m => w.Of(m) is "del" or "moveFrom").ToList();
        var rows = gone.Where(m => w.Is(m.Parent, "trPr")).Select(m => m.Parent!.Parent!).ToList();
        var joined = gone.Where(m => w.Is(m.Parent, "rPr") && w.Is(m.Parent!.Parent, "pPr")).Select(m => m.Parent!.Parent!.Parent!).ToList();
        var cells = Find("cellDel").Select(c => c.Parent!.Parent!).ToList();
        var earlier = Find(Earlier);
        marks.ForEach(m => m.Remove());
        earlier.ForEach(e => e.Remove());

        var deleted = Find("del", "moveFrom").ToList();
        deleted.ForEach(d => d.Remove());
        var kept = Find("ins", "moveTo").ToList();
        // The inner ones first, so that what is taken out is still in the tree.
        kept.Reverse();
        kept.ForEach(k => k.ReplaceWith(k.Nodes()));
        Find(Ranges).ForEach(r => r.Remove());
        rows.ForEach(r => r.Remove());
        cells.ForEach(c => c.Remove());
        joined.ForEach(p => Join(p, w));
        return marks.Count + earlier.Count + deleted.Count + kept.Count + cells.Count;
    }

    /// <summary>A paragraph whose end was deleted runs into the next, which gives the formatting.</summary>
    private static void Join(XElement paragraph, WordNames w)
    {
        var content = paragraph.Elements().Where(e => !w.Is(e, "pPr")).ToList();
        if (paragraph.Parent is null || paragraph.ElementsAfterSelf().FirstOrDefault() is not { } next || !w.Is(next, "p") || paragraph.Element(w["pPr"])?.Element(w["sectPr"]) is not null)
        {
            return;
        }

        content.ForEach(c => c.Remove());
        if (next.Element(w["pPr"]) is { } properties)
        {
            properties.AddAfterSelf(content);
        }
        else
        {
            next.AddFirst(content);
        }

        paragraph.Remove();
    }
}
