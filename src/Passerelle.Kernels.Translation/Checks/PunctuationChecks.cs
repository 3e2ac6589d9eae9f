using System.Text.RegularExpressions;

namespace Passerelle.Kernels.Translation.Checks;

/// <summary>Punctuation at the end, and blanks in a row.</summary>
internal static partial class PunctuationChecks
{
    public static IEnumerable<Finding> End(Segment segment)
    {
        var (source, target) = (Last(segment.Source), Last(segment.Target));
        if (source.Mark != target.Mark)
        {
            yield return Finding.Of(segment, CheckRule.End, Severity.Warning, source.Range, target.Range, ("source", source.Mark), ("target", target.Mark));
        }
    }

    public static IEnumerable<Finding> DoubleSpaces(Segment segment) =>
        Doubled().Matches(segment.Target).Select(m => Finding.Of(segment, CheckRule.DoubleSpace, Severity.Note, null, new(m.Index, m.Length)));

    /// <summary>The mark that ends a text, whatever quotes, brackets, tags and signs of emphasis stand behind it.</summary>
    private static (string Mark, TextRange? Range) Last(string text)
    {
        var match = Ending().Match(text);
        var mark = match.Groups["mark"];
        return !mark.Success ? ("", null) : (mark.Value is "..." ? "…" : mark.Value, new(mark.Index, mark.Length));
    }

    [GeneratedRegex(@"(?<=\S)[ \u00A0\u202F]{2,}(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Doubled();

    [GeneratedRegex(@"(?<mark>\.\.\.|[.!?…:;,])?(?:</?\d{1,4}/?>|[\s»”’""')\]*_])*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.RightToLeft)]
    private static partial Regex Ending();
}
