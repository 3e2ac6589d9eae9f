using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Dashboard;

/// <summary>What was said last of each group: read once and kept until somebody says something.</summary>
internal sealed class HealthShelf(IServiceScopeFactory scopes, Generations generations) : IDisposable
{
    private readonly KeptReading<IReadOnlyDictionary<Guid, HealthNote>> _last = new(scopes, generations, ["health"], (db, stop) => Read(db, DateOnly.MaxValue, stop));

    public ValueTask<IReadOnlyDictionary<Guid, HealthNote>> Last(CancellationToken stop = default) => _last.Get(stop);

    public void Dispose() => _last.Dispose();

    /// <summary>What had been said last by the end of a day.</summary>
    public static async Task<IReadOnlyDictionary<Guid, HealthNote>> Read(PlatformDb db, DateOnly day, CancellationToken stop)
    {
        var notes = db.Set<HealthNote>().Where(n => n.On <= day);
        var last = await notes.GroupBy(n => n.GroupId).Select(g => new { g.Key, At = g.Max(n => n.At) }).ToListAsync(stop);
        var moments = last.Select(l => l.At).Distinct().ToList();
        var then = last.ToDictionary(l => l.Key, l => l.At);
        return (await notes.AsNoTracking().Where(n => moments.Contains(n.At)).ToListAsync(stop))
            .Where(n => then[n.GroupId] == n.At).DistinctBy(n => n.GroupId).ToDictionary(n => n.GroupId);
    }
}
