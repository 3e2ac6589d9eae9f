using System.Buffers;
using System.Text.RegularExpressions;

namespace Passerelle.Kernels.Translation.Segmentation;

/// <summary>
/// Rules in their order, made fast in three ways. A place is only looked at where some break rule can match by the two characters beside
/// it, which a vectorised search finds. Neighbouring rules of one kind become one expression, since their order is
/// indifferent. And rules for plain abbreviations («\b(?:art|blz)\.» before a blank) become a table that is asked for the letters before the place.
/// </summary>
internal sealed class RuleSet
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly List<IRuleGroup> _groups = [];
    private readonly CharSet _before = CharSet.None;
    private readonly CharSet _after = CharSet.None;
    private readonly SearchValues<char>? _searched;

    public RuleSet(IReadOnlyList<SrxRule> rules)
    {
        List<(ReadRule Rule, Abbreviations? Table)> waiting = [];
        foreach (var rule in rules.Select(ReadRule.Of))
        {
            if (rule.IsBreak)
            {
                _before = _before.Or(rule.Before.Edge(last: true).Beside);
                _after = _after.Or(rule.After.Edge(last: false).Beside);
            }

            if (waiting.Count > 0 && waiting[0].Rule.IsBreak != rule.IsBreak)
            {
                Group(waiting);
            }

            waiting.Add((rule, Abbreviations.Of(rule)));
        }

        Group(waiting);
        _searched = _before.Searched();
    }

    /// <summary>Adds the places where the text is cut, each <paramref name="offset"/> more.</summary>
    public void AddBreaks(ReadOnlySpan<char> text, int offset, List<int> places)
    {
        var place = 0;
        while (true)
        {
            var step = _searched is { } searched ? text[place..].IndexOfAny(searched) : 0;
            place += step + 1;
            if (step < 0 || place >= text.Length)
            {
                return;
            }

            if (_after.Has(text[place]) && _before.Has(text[place - 1]) && IsBreak(text, place))
            {
                places.Add(offset + place);
            }
        }
    }

    public static Regex Compile(string expression, RegexOptions options)
    {
        try
        {
            return new(expression, options | RegexOptions.CultureInvariant, Patience);
        }
        catch (ArgumentException wrong)
        {
            throw new SrxException("An expression cannot be used: " + wrong.Message, wrong);
        }
    }

    private bool IsBreak(ReadOnlySpan<char> text, int place)
    {
        try
        {
            foreach (var group in _groups)
            {
                if (group.Matches(text, place))
                {
                    return group.IsBreak;
                }
            }
        }
        catch (RegexMatchTimeoutException slow)
        {
            throw new SrxException($"An expression took more than {Patience.TotalSeconds} s: {slow.Pattern}", slow);
        }

        return false;
    }

    private void Group(List<(ReadRule Rule, Abbreviations? Table)> waiting)
    {
        _groups.AddRange(Abbreviations.Joined(waiting.Select(w => w.Table).OfType<Abbreviations>()));
        foreach (var alike in waiting.Where(w => w.Table is null).Select(w => w.Rule).GroupBy(r => r.IgnoreCase))
        {
            var all = string.Join('|', alike.Select(r => $"(?<={r.Before})(?={r.After})"));
            _groups.Add(new Expression(waiting[0].Rule.IsBreak, Compile($"\\G(?:{all})", alike.Key ? RegexOptions.IgnoreCase : RegexOptions.None), [.. alike.Select(Surroundings.Of)]));
        }

        waiting.Clear();
    }

    /// <param name="IsBreak">Whether its rules break.</param>
    /// <param name="Regex">All of its rules as choices.</param>
    /// <param name="Likely">What must stand around a place before the expression is tried.</param>
    private sealed record Expression(bool IsBreak, Regex Regex, Surroundings[] Likely) : IRuleGroup
    {
        public bool Matches(ReadOnlySpan<char> text, int place)
        {
            foreach (var likely in Likely)
            {
                if (likely.Are(text, place))
                {
                    return Regex.IsMatch(text, place);
                }
            }

            return false;
        }
    }
}

/// <summary>The characters that a rule wants beside a place: the two before it and the one after it.</summary>
internal sealed record Surroundings(CharSet LastButOne, CharSet Last, CharSet First)
{
    public static Surroundings Of(ReadRule rule) =>
        new(rule.Before is Pattern.Row row ? row.LastButOne : CharSet.All, rule.Before.Edge(last: true).Beside, rule.After.Edge(last: false).Beside);

    public bool Are(ReadOnlySpan<char> text, int place) =>
        Last.Has(text[place - 1]) && First.Has(text[place]) && (place < 2 || LastButOne.Has(text[place - 2]));
}

/// <summary>Rules of one kind, tried as one.</summary>
internal interface IRuleGroup
{
    bool IsBreak { get; }

    bool Matches(ReadOnlySpan<char> text, int place);
}

/// <summary>A rule whose expressions have been read.</summary>
internal sealed record ReadRule(bool IsBreak, Pattern Before, Pattern After, bool IgnoreCase)
{
    public static ReadRule Of(SrxRule rule)
    {
        var (before, ignoreBefore) = PatternReader.Read(rule.Before);
        var (after, ignoreAfter) = PatternReader.Read(rule.After);
        return new(rule.IsBreak, before, after, ignoreBefore || ignoreAfter);
    }
}
