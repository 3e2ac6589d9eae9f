using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Passerelle.Kernels.Translation.Segmentation;

/// <summary>A rule of an SRX file.</summary>
/// <param name="IsBreak">Whether a segment ends where it applies.</param>
/// <param name="Before">What stands before the place, as a regular expression in ICU's syntax; empty when anything may.</param>
/// <param name="After">What stands after the place.</param>
public sealed record SrxRule(bool IsBreak, string Before, string After);

/// <summary>Rules that stand under one name.</summary>
public sealed record SrxLanguageRules(string Name, IReadOnlyList<SrxRule> Rules);

/// <summary>Which languages a name is for.</summary>
/// <param name="Pattern">A regular expression that a whole language tag matches, whatever its case.</param>
/// <param name="Name">The name of the rules.</param>
public sealed record SrxLanguageMap(string Pattern, string Name);

/// <summary>
/// The rules of an SRX 2.0 file («SRX 2.0 Specification», LISA/GALA OSCAR, 7 April 2008). At each place of a text the rules are tried in
/// their order, and the first whose two expressions match decides. With a cascade, the rules of all maps that match the language
/// stand one after the other; without, those of the first map alone. Thread-safe.
/// </summary>
public sealed class SrxRules
{
    private static readonly Lazy<SrxRules> Own = new(() =>
    {
        using var file = typeof(SrxRules).Assembly.GetManifestResourceStream("rules.srx")!;
        return SrxReader.Read(file);
    });

    private readonly ConcurrentDictionary<string, RuleSet> _sets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SrxLanguageRules> _named;
    private readonly List<(Regex Pattern, string Name)> _maps;

    /// <exception cref="SrxException">A name twice or unknown, or an expression that is not understood.</exception>
    public SrxRules(bool cascade, IReadOnlyList<SrxLanguageRules> languageRules, IReadOnlyList<SrxLanguageMap> languageMaps)
    {
        (Cascade, LanguageRules, LanguageMaps) = (cascade, languageRules, languageMaps);
        _named = languageRules.GroupBy(r => r.Name, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count() == 1 ? g.Single() : throw new SrxException($"Two sets of rules are called «{g.Key}»."), StringComparer.Ordinal);
        if (languageMaps.FirstOrDefault(m => !_named.ContainsKey(m.Name)) is { } lost)
        {
            throw new SrxException($"A map names the rules «{lost.Name}», which are not there.");
        }

        _maps = [.. languageMaps.Select(m => (RuleSet.Compile($"^(?:{PatternReader.Read(m.Pattern).Pattern})$", RegexOptions.IgnoreCase), m.Name))];
        foreach (var rule in languageRules.SelectMany(r => r.Rules))
        {
            _ = PatternReader.Read(rule.Before);
            _ = PatternReader.Read(rule.After);
        }
    }

    /// <summary>The rules for French, Dutch and English that come with the kernel, from its file rules.srx.</summary>
    public static SrxRules Default => Own.Value;

    /// <summary>Whether the rules of all maps that match are put together.</summary>
    public bool Cascade { get; }

    /// <summary>All rules, by name.</summary>
    public IReadOnlyList<SrxLanguageRules> LanguageRules { get; }

    /// <summary>Which are for which language, in order.</summary>
    public IReadOnlyList<SrxLanguageMap> LanguageMaps { get; }

    /// <summary>The places where a text is cut, as offsets in UTF-16 units, ascending, neither 0 nor the end.</summary>
    /// <param name="text">The text, one paragraph of it for rules that look at its beginning or end.</param>
    /// <param name="language">Its language tag; when no map matches, nothing is cut.</param>
    /// <exception cref="SrxException">An expression took more than a second.</exception>
    public IReadOnlyList<int> Breaks(ReadOnlySpan<char> text, string language)
    {
        List<int> places = [];
        For(language).AddBreaks(text, 0, places);
        return places;
    }

    /// <summary>The rules for a language, ready to be tried.</summary>
    internal RuleSet For(string language)
    {
        var matching = _maps.Where(m => m.Pattern.IsMatch(language)).Select(m => m.Name);
        var names = (Cascade ? matching.Distinct() : matching.Take(1)).ToList();

        // One for each combination of names, of which the file has few, not one for each tag that somebody may send.
        return _sets.GetOrAdd(string.Join('\n', names), _ => new([.. names.SelectMany(n => _named[n].Rules)]));
    }
}
