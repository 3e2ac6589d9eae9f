using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Territory.Contract;

/// <summary>The communes on any day: read once, kept until something happens to the territory.</summary>
public sealed class Communes(IServiceScopeFactory scopes, Generations generations) : IDisposable
{
    private readonly KeptReading<Known> _known = new(scopes, generations, ["territory"], Read);

    public async Task<CommuneList> On(DateOnly date, CancellationToken stop = default)
    {
        var known = await _known.Get(stop);
        return known.Lists.GetOrAdd(known.StateOn(date), state => new CommuneList(state, known.Sides, known.Communes, known.Touching));
    }

    /// <summary>The days on which the communes changed, the first one first.</summary>
    internal async Task<IReadOnlyList<DateOnly>> Changes(CancellationToken stop = default) => (await _known.Get(stop)).Changes;

    /// <summary>The day on which the communes became what they are on this one.</summary>
    internal async Task<DateOnly> StateOn(DateOnly date, CancellationToken stop = default) => (await _known.Get(stop)).StateOn(date);

    public void Dispose() => _known.Dispose();

    private static async Task<Known> Read(PlatformDb db, CancellationToken stop)
    {
        var sides = await db.Set<Side>().AsNoTracking().OrderBy(s => s.Order).ToListAsync(stop);
        var communes = await db.Set<Commune>().AsNoTracking().OrderBy(c => c.Code).ToListAsync(stop);
        var touching = await db.Set<Adjacency>().AsNoTracking().ToListAsync(stop);
        return new(
            [.. sides.Select(s => new SideCard(s.Code, s.Country, s.Language, s.Name))],
            [.. communes.Select(Card)],
            [.. touching.Select(t => (t.CodeA, t.CodeB, t.SharedKm))]);
    }

    private static CommuneCard Card(Commune c) => new(c.Code, c.Name, c.Side, c.Country, c.Name.Source, c.Border, c.Partner,
        c.Population, c.AreaKm2, c.Lat, c.Lon, c.From, c.Until, c.MergedInto, c.PopulationDate);

    private sealed record Known(IReadOnlyList<SideCard> Sides, IReadOnlyList<CommuneCard> Communes, IReadOnlyList<(string A, string B, double Km)> Touching)
    {
        public ConcurrentDictionary<DateOnly, CommuneList> Lists { get; } = new();

        public IReadOnlyList<DateOnly> Changes { get; } =
            [.. Communes.SelectMany(c => c.Until is { } last ? [c.From, last.AddDays(1)] : new[] { c.From }).Distinct().Order()];

        public DateOnly StateOn(DateOnly date) => Changes.LastOrDefault(c => c <= date);
    }
}
