using Microsoft.EntityFrameworkCore;
using Passerelle.Kernels.Translation.Memory;
using Passerelle.Platform.Data;

namespace Passerelle.Translation.Memory;

/// <summary>
/// The memory, in memory: an index for each direction, filled at its first use and brought up to date before each
/// look-up with what any process has written since.
/// </summary>
public sealed class MemoryShelf(IServiceScopeFactory scopes) : IDisposable
{
    private const int Batch = 20_000;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<(string From, string To), MemoryIndex> _indexes = [];
    private long _pairs;
    private long _removals;

    /// <summary>What the memory offers for a segment, the best first; both directions of every pair count.</summary>
    public async Task<IReadOnlyList<MemoryMatch>> Find(string from, string to, string source, ulong context, CancellationToken stop)
    {
        await CatchUp(stop);
        return Index(from, to).Find(source, context);
    }

    /// <summary>Pairs in which the words stand, on either side.</summary>
    public async Task<IReadOnlyList<MemoryPair>> Concordance(string from, string to, string words, MemorySide side, int most, CancellationToken stop)
    {
        await CatchUp(stop);
        return Index(from, to).Concordance(words, side, most);
    }

    public void Dispose()
    {
        _turn.Dispose();
        foreach (var index in _indexes.Values)
        {
            index.Dispose();
        }
    }

    private MemoryIndex Index(string from, string to)
    {
        lock (_indexes)
        {
            return _indexes.TryGetValue((from, to), out var index) ? index : _indexes[(from, to)] = new(from, to);
        }
    }

    private async Task CatchUp(CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
            for (var more = true; more;)
            {
                var pairs = await db.Set<KeptPair>().AsNoTracking().Where(p => p.Number > _pairs).OrderBy(p => p.Number).Take(Batch).ToListAsync(stop);
                foreach (var pair in pairs)
                {
                    Index(pair.From, pair.To).Add(new(pair.Number, pair.Source, pair.Target, (ulong)pair.Context));
                    Index(pair.To, pair.From).Add(new(pair.Number, pair.Target, pair.Source, (ulong)pair.ContextBack));
                    _pairs = pair.Number;
                }

                more = pairs.Count == Batch;
            }

            foreach (var removal in await db.Set<PairRemoval>().AsNoTracking().Where(r => r.Number > _removals).OrderBy(r => r.Number).ToListAsync(stop))
            {
                foreach (var index in Indexes())
                {
                    index.Remove(removal.Pair);
                }

                _removals = removal.Number;
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private List<MemoryIndex> Indexes()
    {
        lock (_indexes)
        {
            return [.. _indexes.Values];
        }
    }
}
