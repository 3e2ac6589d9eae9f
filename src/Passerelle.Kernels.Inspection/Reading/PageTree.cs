using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Passerelle.Kernels.Inspection.Reading;

/// <summary>A page with the boxes it has or inherits.</summary>
internal sealed record PageNode(DictionaryToken Dictionary, IToken? MediaBox, IToken? CropBox, IToken? Rotate, IToken? Resources);

/// <summary>The pages in their order. Nodes that are missing, or that stand in the tree twice, make it incomplete; a page may be shown twice.</summary>
internal sealed class PageTree
{
    private const int MostKept = 500;

    private PageTree(int count, bool complete, IReadOnlyList<PageNode> pages) => (Count, IsComplete, Pages) = (count, complete, pages);

    public int Count { get; }
    public bool IsComplete { get; }

    /// <summary>The first pages: of a tree with very many the rest is only counted.</summary>
    public IReadOnlyList<PageNode> Pages { get; }

    public static PageTree Of(DictionaryToken catalog, Objects objects)
    {
        var pages = new List<PageNode>();
        var seen = new HashSet<IndirectReference>();
        var open = new Stack<(IToken? Node, PageNode? Parent)>();
        open.Push((catalog.Data.GetValueOrDefault("Pages"), null));
        var (count, complete, root) = (0, true, default(DictionaryToken));
        while (open.TryPop(out var next))
        {
            if (objects.Resolve(next.Node) is not DictionaryToken node)
            {
                complete = false;
                continue;
            }

            root ??= node;
            if (objects.Of(node, "Kids") is ArrayToken kids && objects.Name(node, "Type") != "Page")
            {
                if (next.Node is IndirectReferenceToken reference && !seen.Add(reference.Data))
                {
                    complete = false;
                    continue;
                }

                var parent = Inherit(node, next.Parent);
                for (var i = kids.Data.Count - 1; i >= 0; i--)
                {
                    open.Push((kids.Data[i], parent));
                }
            }
            else if (++count <= MostKept)
            {
                pages.Add(Inherit(node, next.Parent));
            }
        }

        var promised = root is not null && objects.Of(root, "Count") is NumericToken number ? number.Int : 0;
        return new(count, complete && count > 0 && count >= promised, pages);
    }

    private static PageNode Inherit(DictionaryToken node, PageNode? parent) => new(
        node,
        node.Data.GetValueOrDefault("MediaBox") ?? parent?.MediaBox,
        node.Data.GetValueOrDefault("CropBox") ?? parent?.CropBox,
        node.Data.GetValueOrDefault("Rotate") ?? parent?.Rotate,
        node.Data.GetValueOrDefault("Resources") ?? parent?.Resources);
}
