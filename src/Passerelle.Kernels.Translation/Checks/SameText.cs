using Passerelle.Kernels.Translation.Distance;

namespace Passerelle.Kernels.Translation.Checks;

/// <summary>Text that was left as it is. Names, numbers, addresses and placeholders are the same in every language and do not count.</summary>
internal static class SameText
{
    private const int LeastWords = 2;
    private const int LeastInRow = 5;
    private const int LeastLetters = 3;

    /// <summary>Above this the texts are no segments, and comparing every word with every word takes too long.</summary>
    private const long MostCompared = 4_000_000;

    public static IEnumerable<Finding> Find(Segment segment)
    {
        if (segment.Options.SourceLanguage == segment.Options.TargetLanguage)
        {
            yield break;
        }

        var source = Words(segment.Source);
        var target = Words(segment.Target);
        if (source.Select(w => w.Key).SequenceEqual(target.Select(w => w.Key)))
        {
            if (source.Count(w => w.IsPlain) >= LeastWords)
            {
                yield return Finding.Of(segment, CheckRule.Untranslated, Severity.Warning, null, null);
            }
        }
        else if ((long)source.Count * target.Count <= MostCompared && Longest(source, target) is { Length: >= LeastInRow } row && target.GetRange(row.InTarget, row.Length).Count(w => w.IsPlain) >= LeastWords + 1)
        {
            var from = Whole(source, row.InSource, row.Length);
            var to = Whole(target, row.InTarget, row.Length);
            yield return Finding.Of(segment, CheckRule.Copied, Severity.Warning, from, to, ("text", segment.Target.Substring(to.At, to.Length)));
        }
    }

    private static TextRange Whole(List<Word> words, int from, int length) =>
        new(words[from].At, words[from + length - 1].At + words[from + length - 1].Length - words[from].At);

    private static (int InSource, int InTarget, int Length) Longest(List<Word> source, List<Word> target)
    {
        var best = (0, 0, Length: 0);
        var lengths = new int[target.Count + 1];
        for (var i = 0; i < source.Count; i++)
        {
            for (var j = target.Count - 1; j >= 0; j--)
            {
                lengths[j + 1] = source[i].Key == target[j].Key ? lengths[j] + 1 : 0;
                if (lengths[j + 1] > best.Length)
                {
                    best = (i - lengths[j + 1] + 1, j - lengths[j + 1] + 1, lengths[j + 1]);
                }
            }
        }

        return best;
    }

    private static List<Word> Words(string text)
    {
        var addresses = ElementChecks.AddressesIn(text).ToList();
        return [.. Tokens.In(text).Where(t => t.Kind == TokenKind.Word && !addresses.Exists(a => t.At >= a.At && t.At < a.At + a.Length))
            .Select(t => new Word(t.At, t.Length, TokenKeys.Of(t.Kind, text.AsSpan(t.At, t.Length)), t.Length >= LeastLetters && char.IsLower(text[t.At])))];
    }

    private readonly record struct Word(int At, int Length, ulong Key, bool IsPlain);
}
