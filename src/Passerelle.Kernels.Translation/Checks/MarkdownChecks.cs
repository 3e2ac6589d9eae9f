using System.Globalization;
using System.Text.RegularExpressions;

namespace Passerelle.Kernels.Translation.Checks;

/// <summary>Counts what gives a Markdown text its structure, in both texts.</summary>
internal static partial class MarkdownChecks
{
    private static readonly (string Kind, Func<Regex> Pattern)[] Kinds =
    [
        ("headings", Headings), ("items", Items), ("quotes", BlockQuotes), ("code", Code), ("images", Images), ("links", Links), ("strong", Strong), ("emphasis", Emphasis),
    ];

    public static IEnumerable<Finding> Find(Segment segment)
    {
        if (!segment.Options.IsMarkdown)
        {
            yield break;
        }

        var (source, target) = (segment.Source, segment.Target);
        foreach (var (kind, pattern) in Kinds)
        {
            // What is counted is taken out, so that the stars of «**» are not those of «*», nor what stands in code anything at all.
            var (inSource, inTarget) = (pattern().Count(source), pattern().Count(target));
            if (inSource != inTarget)
            {
                yield return Finding.Of(segment, CheckRule.Markdown, Severity.Warning, null, null, ("kind", kind), ("source", Count(inSource)), ("target", Count(inTarget)));
            }

            (source, target) = (pattern().Replace(source, "$1"), pattern().Replace(target, "$1"));
        }
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^ {0,3}#{1,6}(?=[ \t])()", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Headings();

    [GeneratedRegex(@"^[ \t>]*(?:[-*+]|\d{1,9}[.)])(?=[ \t])()", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Items();

    [GeneratedRegex("^ {0,3}>()", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex BlockQuotes();

    [GeneratedRegex(@"(?<!\\)`{1,3}[^`]+`{1,3}()", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"!\[([^\]]{0,1000})\]\([^()\s]{0,1000}(?:\s[^()]{0,500})?\)", RegexOptions.CultureInvariant)]
    private static partial Regex Images();

    [GeneratedRegex(@"(?<!\\)\[([^\]]{1,1000})\]\([^()\s]{0,1000}(?:\s[^()]{0,500})?\)", RegexOptions.CultureInvariant)]
    private static partial Regex Links();

    [GeneratedRegex(@"(?<!\\)(?:\*\*(?=\S)((?:[^*]|\*(?!\*)){1,500}?)(?<=\S)\*\*|(?<!\w)__(?=\S)([^_]{1,500}?)(?<=\S)__(?!\w))", RegexOptions.CultureInvariant)]
    private static partial Regex Strong();

    [GeneratedRegex(@"(?<![\\*])(?:\*(?=[^\s*])([^*]{1,500}?)(?<=\S)\*(?!\*)|(?<!\w)_(?=\S)([^_]{1,500}?)(?<=\S)_(?!\w))", RegexOptions.CultureInvariant)]
    private static partial Regex Emphasis();
}
