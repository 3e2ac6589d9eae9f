using Passerelle.Kernels.Translation.Distance;

namespace Passerelle.Kernels.Translation.Checks;

/// <summary>
/// Checks a translation beside its source. It finds what a machine can see; it knows no grammar and no meaning, and what it finds may be right all
/// the same. Takes time in proportion to the texts and, for copied words and terms, to their product with a small factor.
/// </summary>
public static class Check
{
    private static readonly Func<Segment, IEnumerable<Finding>>[] Checks =
    [
        SameText.Find, QuantityChecks.Find, ElementChecks.Addresses, ElementChecks.Placeholders, TagChecks.Find, MarkdownChecks.Find, PunctuationChecks.End,
        PunctuationChecks.DoubleSpaces, FrenchSpaces.Find, Quotes.Find, TermChecks.Find, OtherChecks.Length, OtherChecks.Language,
    ];

    /// <summary>All findings of one segment, in the order of the rules; of one that is empty that alone.</summary>
    /// <param name="source">The source, or the whole text.</param>
    /// <param name="target">Its translation.</param>
    /// <param name="options">The languages, and what else to check by.</param>
    public static IReadOnlyList<Finding> All(string source, string target, CheckOptions options)
    {
        Segment segment = new(source, target, options);
        return string.IsNullOrWhiteSpace(source) ? []
            : string.IsNullOrWhiteSpace(target) ? [.. Wanted([Finding.Of(segment, CheckRule.Empty, Severity.Error, null, null)], options)]
            : [.. Wanted(Checks.SelectMany(c => c(segment)), options)];
    }

    /// <summary>The pairs whose source is translated in several ways, each with a finding that names the most frequent of the other translations.</summary>
    /// <param name="pairs">The segments of one text, or of several.</param>
    public static IReadOnlyList<(TKey Key, Finding Finding)> Repeats<TKey>(IEnumerable<(TKey Key, string Source, string Target)> pairs)
    {
        List<(TKey, Finding)> found = [];
        foreach (var alike in pairs.Where(p => !string.IsNullOrWhiteSpace(p.Target)).GroupBy(p => p.Source.Trim(), StringComparer.Ordinal))
        {
            var targets = alike.CountBy(p => p.Target.Trim(), StringComparer.Ordinal).OrderByDescending(t => t.Value).ThenBy(t => t.Key, StringComparer.Ordinal).ToList();
            if (targets.Count > 1)
            {
                found.AddRange(alike.Select(p => (p.Key, new Finding(CheckRule.Repeat, Severity.Note, null, null,
                    new Dictionary<string, string> { ["other"] = targets.First(t => t.Key != p.Target.Trim()).Key }, Finding.KeyOf(CheckRule.Repeat, p.Source, p.Target)))));
            }
        }

        return found;
    }

    private static IEnumerable<Finding> Wanted(IEnumerable<Finding> findings, CheckOptions options) => findings.Where(f => !options.Without.Contains(f.Rule));
}

/// <summary>Compares what two texts hold, each thing as often as it is there.</summary>
internal static class Bags
{
    /// <summary>What only one of them has, with the place where it stands.</summary>
    public static (List<T> OnlyA, List<T> OnlyB) Compare<T>(IEnumerable<T> a, IEnumerable<T> b, Func<T, T, bool> same)
    {
        List<T> onlyA = [];
        List<T> left = [.. b];
        foreach (var item in a)
        {
            var at = left.FindIndex(other => same(item, other));
            if (at >= 0)
            {
                left.RemoveAt(at);
            }
            else
            {
                onlyA.Add(item);
            }
        }

        return (onlyA, left);
    }
}
