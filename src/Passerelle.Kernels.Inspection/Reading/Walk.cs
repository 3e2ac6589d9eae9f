using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Passerelle.Kernels.Inspection.Reading;

/// <summary>
/// Goes through all that can be reached from the trailer, without recursion, and looks at every dictionary. What a page
/// shows (its contents and resources, and what they refer to) must be there and unpack to its end; elsewhere a reference
/// to nothing is what many programs write.
/// </summary>
internal sealed class Walk(Objects objects, Ledger ledger)
{
    /// <summary>Leads from what is shown back to the document's other parts.</summary>
    private static readonly HashSet<string> Back = new(StringComparer.Ordinal) { "Parent", "StructParent", "StructParents", "Metadata", "PieceInfo", "OC", "OCGs", "Group", "LastModified", "OPI", "Alternates", "P", "ToUnicode" };

    private readonly HashSet<IndirectReference> seen = [];
    private readonly HashSet<IndirectReference> shown = [];
    private readonly Stack<(IToken Token, bool Shown)> open = new();
    private int count;

    public HashSet<PdfFaultKind> Found { get; } = [];

    /// <summary>Whether something that a page shows is missing or damaged.</summary>
    public bool IsIncomplete { get; private set; }

    public void From(IEnumerable<IToken> roots, IEnumerable<PageNode> pages)
    {
        foreach (var root in roots)
        {
            Push(root, isShown: false);
        }

        foreach (var page in pages)
        {
            Push(page.Dictionary.Data.GetValueOrDefault("Contents"), isShown: true);
            Push(page.Resources, isShown: true);
        }

        while (open.TryPop(out var next))
        {
            ledger.Spend(++count > Limits.Objects * 10, "tokens");
            Visit(next.Token, next.Shown);
        }
    }

    private void Visit(IToken token, bool isShown)
    {
        switch (token)
        {
            case IndirectReferenceToken reference:
                Follow(reference.Data, isShown);
                break;
            case StreamToken stream:
                IsIncomplete |= objects.Length(stream) is null && isShown;
                VisitAll(stream.StreamDictionary, isShown);
                break;
            case DictionaryToken dictionary:
                VisitAll(dictionary, isShown);
                break;
            case ArrayToken array:
                foreach (var item in array.Data)
                {
                    Push(item, isShown);
                }

                break;
        }
    }

    private void VisitAll(DictionaryToken dictionary, bool isShown)
    {
        Found.UnionWith(Dangers.In(dictionary, objects));
        foreach (var (key, value) in dictionary.Data)
        {
            Push(value, isShown && !Back.Contains(key));
        }
    }

    private void Follow(IndirectReference reference, bool isShown)
    {
        var isNew = seen.Add(reference);
        ledger.Spend(seen.Count > Limits.Objects, "objects");
        if (isShown ? !shown.Add(reference) : !isNew)
        {
            return;
        }

        if (objects.Resolve(new IndirectReferenceToken(reference)) is { } target)
        {
            open.Push((target, isShown));
        }
        else if (isShown)
        {
            IsIncomplete = true;
        }
    }

    /// <summary>Numbers and texts lead nowhere, and there may be millions of them.</summary>
    private void Push(IToken? token, bool isShown)
    {
        if (token is IndirectReferenceToken or DictionaryToken or ArrayToken or StreamToken)
        {
            open.Push((token, isShown));
        }
    }
}
