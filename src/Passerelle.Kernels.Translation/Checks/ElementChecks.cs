using System.Text.RegularExpressions;
using Passerelle.Kernels.Translation.Distance;

namespace Passerelle.Kernels.Translation.Checks;

/// <summary>Addresses and placeholders that only one of the two texts has.</summary>
internal static partial class ElementChecks
{
    public static IEnumerable<Finding> Addresses(Segment segment) =>
        Compare(segment, AddressesIn, CheckRule.AddressMissing, CheckRule.AddressExtra, Severity.Warning);

    public static IEnumerable<Finding> Placeholders(Segment segment) =>
        Compare(segment, text => Tokens.In(text).Where(t => t.Kind == TokenKind.Placeholder).Select(t => new TextRange(t.At, t.Length)), CheckRule.PlaceholderMissing, CheckRule.PlaceholderExtra, Severity.Error);

    /// <summary>Web and e-mail addresses, without the punctuation behind them.</summary>
    public static IEnumerable<TextRange> AddressesIn(string text) =>
        text.AsSpan().ContainsAny('@', ':', '.') ? Address().Matches(text).Select(m => new TextRange(m.Index, Bare(m.ValueSpan).Length)) : [];

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> address)
    {
        var bare = address.TrimEnd(".,;:!?'’\"»”");
        return bare.EndsWith(")", StringComparison.Ordinal) && !bare.Contains('(') ? bare[..^1].TrimEnd(".,;:!?") : bare;
    }

    private static IEnumerable<Finding> Compare(Segment segment, Func<string, IEnumerable<TextRange>> find, string missing, string extra, Severity severity)
    {
        var (onlySource, onlyTarget) = Bags.Compare(
            find(segment.Source).Select(r => (Range: r, Text: segment.Source.Substring(r.At, r.Length))),
            find(segment.Target).Select(r => (Range: r, Text: segment.Target.Substring(r.At, r.Length))),
            (a, b) => a.Text == b.Text);
        return onlySource.Select(o => Finding.Of(segment, missing, severity, o.Range, null, ("value", o.Text)))
            .Concat(onlyTarget.Select(o => Finding.Of(segment, extra, severity, null, o.Range, ("value", o.Text))));
    }

    [GeneratedRegex(@"\b(?:https?://|www\.)[^\s<>\[\]""«]+|\b[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
