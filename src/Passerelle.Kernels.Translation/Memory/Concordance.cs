using Passerelle.Kernels.Translation.Distance;

namespace Passerelle.Kernels.Translation.Memory;

/// <summary>Finds the pairs that hold words, by the postings of words without case and accents.</summary>
internal sealed class Concordance(Store store, MemorySide side)
{
    private const int MostRead = 2000;
    private readonly Postings _words = store.Words(side);

    public IReadOnlyList<MemoryPair> Find(string words, int most)
    {
        var keys = Keys(words);
        var ids = keys.Distinct().Select(_words.Id).ToList();
        if (keys.Count == 0 || ids.Contains(-1))
        {
            return [];
        }

        ids.Sort((a, b) => _words.Holders(a).CompareTo(_words.Holders(b)));
        var entries = All(ids[0]);
        foreach (var id in ids.Skip(1))
        {
            entries = Both(entries, id);
        }

        var read = entries.Where(e => !store.Entries.IsGone(e)).Reverse().Take(Math.Max(most, MostRead)).Select(store.Entries.Pair);
        return keys.Count == 1 ? [.. read.Take(most)] : [.. read.OrderByDescending(p => InRow(Keys(side == MemorySide.Source ? p.Source : p.Target), keys)).Take(most)];
    }

    private List<int> All(int id)
    {
        List<int> entries = new(_words.Holders(id));
        var reader = _words.Read(id);
        while (reader.Next())
        {
            entries.Add(reader.Current);
        }

        return entries;
    }

    private List<int> Both(List<int> entries, int id)
    {
        List<int> both = [];
        var reader = _words.Read(id);
        var more = reader.Next();
        foreach (var entry in entries)
        {
            while (more && reader.Current < entry)
            {
                more = reader.Next();
            }

            if (more && reader.Current == entry)
            {
                both.Add(entry);
            }
        }

        return both;
    }

    private static bool InRow(List<ulong> text, List<ulong> words)
    {
        for (var i = 0; i + words.Count <= text.Count; i++)
        {
            if (text.Slice(i, words.Count).SequenceEqual(words))
            {
                return true;
            }
        }

        return false;
    }

    private static List<ulong> Keys(string text)
    {
        var composed = TokenKeys.Composed(text);
        return [.. Tokens.In(composed).Where(t => t.Kind is TokenKind.Word or TokenKind.Number).Select(t => TokenKeys.Searched(composed.AsSpan(t.At, t.Length)))];
    }
}
