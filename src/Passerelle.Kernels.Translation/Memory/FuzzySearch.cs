using System.Buffers;
using Passerelle.Kernels.Translation.Distance;

namespace Passerelle.Kernels.Translation.Memory;

/// <summary>
/// Finds the entries within a distance of a query without looking at most of them. A source with the score asked for shares at least c of the
/// query's n tokens, so it holds at least j of any n − c + j of them: the rarest are taken (prefix filter: S. Chaudhuri, V. Ganti and
/// R. Kaushik, «A primitive operator for similarity joins in data cleaning», ICDE 2006; count filter: L. Gravano et al.,
/// «Approximate string joins in a database (almost) for free», VLDB 2001). What passes, and is neither too long nor
/// too short, is measured with a limit on the distance.
/// </summary>
internal sealed class FuzzySearch(Store store)
{
    private const int MostShared = 4;

    /// <summary>The entries and their scores, in no order. None is left out that has the score, which is 1 or more.</summary>
    public List<(int Entry, int Score)> Find(string text, int least)
    {
        var rented = ArrayPool<ulong>.Shared.Rent(text.Length + 1);
        var count = TokenKeys.Fill(text, rented);
        List<(int, int)> found = [];
        if (count is > 0 and <= Store.MostTokens)
        {
            var tokens = Numbered(rented.AsSpan(0, count));
            foreach (var entry in Candidates(tokens, least))
            {
                Measure(entry, tokens, least, found);
            }
        }

        ArrayPool<ulong>.Shared.Return(rented);
        return found;
    }

    /// <summary>The tokens' numbers; one that no entry has gets a negative number of its own.</summary>
    private int[] Numbered(ReadOnlySpan<ulong> keys)
    {
        Dictionary<ulong, int> unknown = [];
        var tokens = new int[keys.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            var id = store.SourceTokens.Id(keys[i]);
            tokens[i] = id >= 0 ? id : unknown.TryGetValue(keys[i], out var other) ? other : unknown[keys[i]] = -1 - unknown.Count;
        }

        return tokens;
    }

    private List<int> Candidates(int[] tokens, int least)
    {
        var (rarest, shared) = Rarest(tokens, least);
        var (shortest, longest) = (Ceiling(tokens.Length * least, 100), tokens.Length * 100 / least);
        List<int> candidates = [];
        var counts = ArrayPool<byte>.Shared.Rent(store.Entries.Count);
        Array.Clear(counts, 0, store.Entries.Count);
        foreach (var group in rarest.GroupBy(t => t).Where(g => g.Key >= 0))
        {
            // A token that the query has twice counts twice, since one occurrence in the entry cannot be told from two here.
            var weight = Math.Min(group.Count(), shared);
            var entries = store.SourceTokens.Read(group.Key);
            while (entries.Next())
            {
                ref var counted = ref counts[entries.Current];
                if (counted >= shared)
                {
                    continue;
                }

                counted += (byte)weight;
                if (counted >= shared && store.Entries.TokenCount(entries.Current) is var length && length >= shortest && length <= longest)
                {
                    candidates.Add(entries.Current);
                }
            }
        }

        ArrayPool<byte>.Shared.Return(counts);
        return candidates;
    }

    /// <summary>Which of the query's tokens to look up, and how many of them a candidate must hold. One more of both spares many measurements as long as the token is not much more frequent than those before.</summary>
    private (ArraySegment<int> Rarest, int Shared) Rarest(int[] tokens, int least)
    {
        var ordered = tokens.OrderBy(Holders).ToArray();
        var common = Ceiling(tokens.Length * least, 100);
        var (length, shared) = (tokens.Length - common + 1, 1);
        var looked = 0L;
        for (var i = 0; i < length; i++)
        {
            looked += Holders(ordered[i]);
        }

        while (shared < Math.Min(MostShared, common) && Holders(ordered[length]) <= 2 * looked)
        {
            looked += Holders(ordered[length]);
            (length, shared) = (length + 1, shared + 1);
        }

        return (new(ordered, 0, length), shared);
    }

    private void Measure(int entry, int[] tokens, int least, List<(int, int)> found)
    {
        if (store.Entries.IsGone(entry))
        {
            return;
        }

        Span<int> others = stackalloc int[Store.MostTokens];
        var count = store.Entries.Tokens(entry, others);
        var length = Math.Max(tokens.Length, count);
        var most = Score.Most(length, least);
        var distance = EditDistance.Of<int>(tokens, others[..count], most);
        if (distance <= most)
        {
            found.Add((entry, Score.Of(distance, length)));
        }
    }

    private int Holders(int token) => token < 0 ? 0 : store.SourceTokens.Holders(token);

    private static int Ceiling(int value, int divisor) => (value + divisor - 1) / divisor;
}
