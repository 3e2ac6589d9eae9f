using Passerelle.Kernels.Translation.Distance;

namespace Passerelle.Kernels.Translation.Memory;

/// <summary>Collects what a look-up offers, the best first.</summary>
internal sealed class Matches(Store store, string source, ulong context, int most, string sourceLanguage, string targetLanguage)
{
    private const int MostAlike = 200;
    private readonly List<MemoryMatch> _all = [];
    private readonly HashSet<(string, string)> _texts = [];

    public IReadOnlyList<MemoryMatch> All => _all;

    public bool AreEnough => _all.Count >= most;

    /// <param name="entries">Those whose source may be equal, the newest first.</param>
    public void AddExact(IEnumerable<int> entries)
    {
        // «Oui.» may be there a thousand times; the one between the same neighbours must not be lost among them.
        var alike = entries.ToLookup(e => context != 0 && store.Entries.Context(e) == context);
        foreach (var pair in alike[true].Take(MostAlike).Concat(alike[false].Take(MostAlike)).Select(store.Entries.Pair).Where(p => p.Source == source))
        {
            var isInContext = context != 0 && pair.Context == context;
            Add(pair, isInContext ? Score.Exact + 1 : Score.Exact, isInContext ? MatchKind.InContext : MatchKind.Exact, pair.Target);
        }
    }

    /// <param name="found">Entries with their scores.</param>
    /// <param name="hash">The source's: equal sources have been added before.</param>
    public void AddFuzzy(List<(int Entry, int Score)> found, ulong hash)
    {
        // What is offered is few, what is found can be thousands: they are ordered by number before any text is read.
        found.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : b.Entry.CompareTo(a.Entry));
        foreach (var (entry, score) in found)
        {
            if (AreEnough)
            {
                break;
            }

            var pair = store.Entries.Pair(entry);
            if (store.Entries.MayBe(entry, hash) && pair.Source == source)
            {
                continue;
            }

            var adapted = score == Score.Normalised ? NumberSwap.Adapt(source, pair, sourceLanguage, targetLanguage) : null;
            Add(pair, score, adapted is null ? MatchKind.Fuzzy : MatchKind.Adapted, adapted ?? pair.Target);
        }
    }

    private void Add(MemoryPair pair, int score, MatchKind kind, string target)
    {
        if (!AreEnough && _texts.Add((pair.Source, pair.Target)))
        {
            _all.Add(new(pair, score, kind, target));
        }
    }
}
