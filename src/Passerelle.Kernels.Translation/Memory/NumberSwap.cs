using System.Text;
using Passerelle.Kernels.Translation.Distance;

namespace Passerelle.Kernels.Translation.Memory;

/// <summary>Puts the numbers of a segment into the translation of another that differs from it in numbers alone.</summary>
internal static class NumberSwap
{
    /// <summary>
    /// The target with the other numbers, in the form in which the target writes its own; null when more than numbers differ, or when a number that
    /// changed is not found in the target as often as in the source, so that it would be a guess.
    /// </summary>
    public static string? Adapt(string source, MemoryPair pair, string sourceLanguage, string targetLanguage)
    {
        var (old, now) = (Tokens.In(pair.Source), Tokens.In(source));
        if (old.Count != now.Count)
        {
            return null;
        }

        List<(string Old, string New)> numbers = [];
        for (var i = 0; i < old.Count; i++)
        {
            var (was, becomes) = (Text(pair.Source, old[i]), Text(source, now[i]));
            if (old[i].Kind == TokenKind.Number && now[i].Kind == TokenKind.Number)
            {
                numbers.Add((was, becomes));
            }
            else if (was != becomes)
            {
                return null;
            }
        }

        return numbers.Exists(n => n.Old != n.New) ? Put(pair.Target, numbers, sourceLanguage, targetLanguage) : null;
    }

    private static string? Put(string target, List<(string Old, string New)> numbers, string sourceLanguage, string targetLanguage)
    {
        var places = Tokens.In(target).Where(t => t.Kind == TokenKind.Number).ToList();
        var news = new string?[places.Count];
        foreach (var alike in numbers.GroupBy(n => n.Old).Where(g => g.Any(n => n.New != n.Old)))
        {
            var there = Enumerable.Range(0, places.Count).Where(i => WrittenNumber.Same(alike.Key, sourceLanguage, Text(target, places[i]), targetLanguage)).ToList();
            var becomes = alike.Select(n => n.New).ToList();

            // Equal numbers that become different ones may stand in another order in the other language.
            if (there.Count != becomes.Count || becomes.Distinct().Count() > 1 || there.Exists(i => news[i] is not null))
            {
                return null;
            }

            there.ForEach(i => news[i] = Written(becomes[0], Text(target, places[i]), sourceLanguage, targetLanguage));
        }

        StringBuilder text = new();
        var from = 0;
        for (var i = 0; i < places.Count; i++)
        {
            text.Append(target, from, places[i].At - from).Append(news[i] ?? Text(target, places[i]));
            from = places[i].At + places[i].Length;
        }

        return text.Append(target, from, target.Length - from).ToString();
    }

    private static string Written(string number, string place, string sourceLanguage, string targetLanguage)
    {
        if (WrittenNumber.Value(number, sourceLanguage) is not { } value)
        {
            return number;
        }

        // Years and other bare digits stay bare; what is grouped in the source is grouped in the target, in the target's way.
        var isGrouped = number.AsSpan().ContainsAny(' ', '\u00A0', '\u202F') || number.Count(c => c is '.' or ',') > (value.Contains('.', StringComparison.Ordinal) ? 1 : 0);
        var bare = place.Where(c => !char.IsAsciiDigit(c)).ToList();
        var usual = targetLanguage switch { "fr" => '\u202F', "en" => ',', _ => '.' };
        var wasGrouped = WrittenNumber.Value(place, targetLanguage) is { } was && bare.Count > (was.Contains('.', StringComparison.Ordinal) ? 1 : 0);
        return WrittenNumber.Write(value, targetLanguage, !isGrouped ? null : wasGrouped ? bare[0] : usual);
    }

    private static string Text(string text, Token token) => text.Substring(token.At, token.Length);
}
