using System.Buffers;

namespace Passerelle.Kernels.Translation.Checks;

/// <summary>Quotation marks of the target: one kind at the outside, in pairs, and of the language. Single ones are apostrophes too and are left alone.</summary>
internal static class Quotes
{
    private static readonly SearchValues<string> FrenchOpening = SearchValues.Create(["« ", "«\u00A0", "«\u202F"], StringComparison.Ordinal);

    public static IEnumerable<Finding> Find(Segment segment)
    {
        var text = segment.Target;
        Stack<int> open = [];
        SortedSet<string> outer = new(StringComparer.Ordinal);
        List<int> uneven = [];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '«' or '“' or '„' or '»' or '”' or '"' && !IsInch(text, i))
            {
                // «“» closes what «„» opened, as in German; else it opens.
                var closes = open.TryPeek(out var last) && Closes(text[last], text[i]);
                if (closes)
                {
                    open.Pop();
                    if (open.Count == 0)
                    {
                        outer.Add($"{text[last]}{text[i]}");
                    }
                }
                else if (text[i] is '»' or '”')
                {
                    uneven.Add(i);
                }
                else
                {
                    open.Push(i);
                }
            }
        }

        uneven.AddRange(open);
        foreach (var at in uneven.Order())
        {
            yield return Finding.Of(segment, CheckRule.QuotesUneven, Severity.Warning, null, new(at, 1), ("mark", text[at].ToString()));
        }

        if (outer.Count > 1)
        {
            yield return Finding.Of(segment, CheckRule.QuotesMixed, Severity.Warning, null, null, ("kinds", string.Join(' ', outer)));
        }

        var foreign = segment.Options.TargetLanguage switch
        {
            "en" => text.IndexOf('«', StringComparison.Ordinal),

            // Flemish writes «zo» too, but without the blanks of French.
            "nl" => text.AsSpan().IndexOfAny(FrenchOpening),
            "fr" => text.IndexOf('„', StringComparison.Ordinal),
            _ => -1,
        };
        if (foreign >= 0)
        {
            yield return Finding.Of(segment, CheckRule.QuotesForeign, Severity.Note, null, new(foreign, 1), ("mark", text[foreign].ToString()));
        }
    }

    private static bool Closes(char open, char mark) => (open, mark) is ('«', '»') or ('“', '”') or ('„', '”') or ('„', '“') or ('"', '"');

    /// <summary>Behind a figure, without a quotation that is open: inches or seconds.</summary>
    private static bool IsInch(string text, int at) => text[at] == '"' && at > 0 && char.IsAsciiDigit(text[at - 1]) && text.AsSpan(0, at).Count('"') % 2 == 0;
}
