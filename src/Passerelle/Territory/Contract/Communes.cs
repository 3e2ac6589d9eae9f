using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Territory.Contract;

/// <summary>The communes on any day: read once, kept until something happens to the territory.</summary>
public sealed class Communes(IServiceScopeFactory scopes, Generations generations)
{
    private static readonly string[] Tags = ["territory"];
    private volatile Kept? _kept;

    public async Task<CommuneList> On(DateOnly date, CancellationToken stop = default)
    {
        var kept = await Current(stop);
        return kept.Lists.GetOrAdd(kept.StateOn(date), state => new CommuneList(state, kept.Sides, kept.Communes, kept.Touching));
    }

    /// <summary>The days on which the communes changed, the first one first.</summary>
    internal async Task<IReadOnlyList<DateOnly>> Changes(CancellationToken stop = default) => (await Current(stop)).Changes;

    /// <summary>The day on which the communes became what they are on this one.</summary>
    internal async Task<DateOnly> StateOn(DateOnly date, CancellationToken stop = default) => (await Current(stop)).StateOn(date);

    private async Task<Kept> Current(CancellationToken stop)
    {
        var generation = generations.Of(Tags);
        if (_kept is { } kept && kept.Generation == generation)
        {
            return kept;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var sides = await db.Set<Side>().AsNoTracking().OrderBy(s => s.Order).ToListAsync(stop);
        var communes = await db.Set<Commune>().AsNoTracking().OrderBy(c => c.Code).ToListAsync(stop);
        var touching = await db.Set<Adjacency>().AsNoTracking().ToListAsync(stop);
        var fresh = new Kept(generation,
            [.. sides.Select(s => new SideCard(s.Code, s.Country, s.Language, s.Name))],
            [.. communes.Select(Card)],
            [.. touching.Select(t => (t.CodeA, t.CodeB, t.SharedKm))]);
        _kept = communes.Count > 0 ? fresh : null;
        return fresh;
    }

    private static CommuneCard Card(Commune c) => new(c.Code, c.Name, c.Side, c.Country, c.Name.Source, c.Border, c.Partner,
        c.Population, c.AreaKm2, c.Lat, c.Lon, c.From, c.Until, c.MergedInto, c.PopulationDate);

    private sealed record Kept(long Generation, IReadOnlyList<SideCard> Sides, IReadOnlyList<CommuneCard> Communes, IReadOnlyList<(string A, string B, double Km)> Touching)
    {
        public System.Collections.Concurrent.ConcurrentDictionary<DateOnly, CommuneList> Lists { get; } = new();

        public IReadOnlyList<DateOnly> Changes { get; } =
            [.. Communes.SelectMany(c => c.Until is { } last ? [c.From, last.AddDays(1)] : new[] { c.From }).Distinct().Order()];

        public DateOnly StateOn(DateOnly date) => Changes.LastOrDefault(c => c <= date);
    }
}
