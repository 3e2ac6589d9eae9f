using System.Globalization;
using UglyToad.PdfPig;
using UglyToad.PdfPig.CrossReference;
using UglyToad.PdfPig.Tokens;

namespace Passerelle.Kernels.Inspection.Reading;

/// <summary>
/// Opens a file, walks through it and gathers its faults. A damaged file is taken when all its pages, and all they show, can be
/// had again; when something is missing it is unreadable.
/// </summary>
internal static class Reader
{
    public static PdfInspection Read(ReadOnlyMemory<byte> file, PdfRules rules)
    {
        var ledger = new Ledger();
        using var document = PdfDocument.Open(file, new ParsingOptions
        {
            UseLenientParsing = true,
            SkipMissingFonts = true,
            MaxStackDepth = Limits.Depth,
            FilterProvider = new MeasuredFilters(ledger),
        });
        var objects = new Objects(document.Structure.TokenScanner, document.Structure.FilterProvider, ledger);
        var catalog = document.Structure.Catalog.CatalogDictionary;
        var tree = PageTree.Of(catalog, objects);
        List<PdfFault> faults = [];
        if (document.IsEncrypted)
        {
            faults.Add(new(PdfFaultKind.Encrypted));
        }

        if (tree.Count > rules.MostPages)
        {
            faults.Add(new(PdfFaultKind.TooManyPages, Found: tree.Count.ToString(CultureInfo.InvariantCulture)));
        }

        faults.AddRange(Sizes(tree, objects));
        var texts = Inside(document, file, tree, objects, ledger, rules, faults);
        return new(faults, tree.Count, texts, texts.Any(text => text.Any(char.IsLetterOrDigit)));
    }

    private static IEnumerable<IToken> Roots(TrailerDictionary trailer) =>
        trailer.Info is { } information ? [new IndirectReferenceToken(trailer.Root), information] : [new IndirectReferenceToken(trailer.Root)];

    private static IEnumerable<PdfFault> Sizes(PageTree tree, Objects objects) =>
        tree.Pages.Index()
            .Select(page => new PdfFault(PdfFaultKind.PageSize, page.Index + 1, PageSizes.Fault(page.Item, objects)))
            .Where(fault => fault.Found is not null)
            .Take(Limits.PageSizeFaults);

    /// <summary>Pages too many or of a wrong size stay told when what is on them is too costly to be read.</summary>
    private static IReadOnlyList<string> Inside(PdfDocument document, ReadOnlyMemory<byte> file, PageTree tree, Objects objects, Ledger ledger, PdfRules rules, List<PdfFault> faults)
    {
        var walk = new Walk(objects, ledger);
        IReadOnlyList<string> texts = [];
        var readable = tree.IsComplete && document.NumberOfPages == tree.Count;
        try
        {
            walk.From([.. Roots(document.Structure.Trailer), .. new Revisions(document, file, objects, ledger).All()], tree.Pages);
            readable &= !walk.IsIncomplete && !ledger.Damaged;
            if (readable && tree.Count <= Math.Max(rules.MostPages, Limits.PagesWithText))
            {
                texts = PageTexts.Of(document, tree, objects, ledger);
            }
        }
        catch (Exception)
        {
            readable = false;
        }

        faults.AddRange(walk.Found.Order().Select(kind => new PdfFault(kind)));
        if (objects.Dictionary(document.Structure.Catalog.CatalogDictionary, "AcroForm") is { } form && objects.Of(form, "XFA") is not null)
        {
            faults.Add(new(PdfFaultKind.Xfa));
        }

        // Too many pages are refused anyway, and not all of them are looked at; what is encrypted need not open to be refused.
        if ((!readable || ledger.Exhausted) && !document.IsEncrypted && tree.Count <= Math.Max(rules.MostPages, Limits.PagesWithText))
        {
            faults.Insert(0, new(PdfFaultKind.Unreadable));
        }

        return texts;
    }
}
