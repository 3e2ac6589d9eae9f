using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Passerelle.Kernels.Inspection.Reading;

/// <summary>The text of the pages, as far as it can be had: a font that the library cannot read is no fault of the file.</summary>
internal static class PageTexts
{
    public static IReadOnlyList<string> Of(PdfDocument document, PageTree tree, Objects objects, Ledger ledger)
    {
        var texts = new List<string>();
        foreach (var (index, page) in tree.Pages.Take(Limits.PagesWithText).Index())
        {
            texts.Add(index < document.NumberOfPages && IsReadable(page, objects) ? Text(document, index + 1, ledger) : "");
        }

        return texts;
    }

    private static bool IsReadable(PageNode page, Objects objects)
    {
        long length = 0;
        var contents = objects.Of(page.Dictionary, "Contents");
        foreach (var part in contents is ArrayToken array ? array.Data : contents is null ? [] : [contents])
        {
            length += objects.Resolve(part) is StreamToken stream ? objects.Length(stream) ?? 0 : 0;
        }

        return length <= Limits.TextOfContent;
    }

    private static string Text(PdfDocument document, int number, Ledger ledger)
    {
        try
        {
            var text = new StringBuilder();
            var line = double.NaN;
            foreach (var word in document.GetPage(number).GetWords())
            {
                var bottom = word.BoundingBox.Bottom;
                text.Append(text.Length == 0 ? "" : Math.Abs(bottom - line) > word.BoundingBox.Height ? "\n" : " ").Append(word.Text);
                line = bottom;
                if (text.Length >= Limits.LettersOfPage)
                {
                    break;
                }
            }

            return WellFormed(text.ToString(0, Math.Min(text.Length, Limits.LettersOfPage)));
        }
        catch (Exception e) when (!ledger.Exhausted && e is not (OutOfMemoryException or PdfDocumentStackDepthException))
        {
            return "";
        }
    }

    /// <summary>Fonts may map to anything: no zero, no half of a pair.</summary>
    private static string WellFormed(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => !Rune.IsControl(rune) || rune.Value == '\n').Select(rune => rune.ToString())).Normalize();
}
