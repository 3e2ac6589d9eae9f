using Microsoft.EntityFrameworkCore;
using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Territory.Map;

namespace Passerelle.Territory.Contract;

/// <summary>The drawing of the territory on any day: computed once, kept until something happens to the territory.</summary>
public sealed class TerritoryMap(IServiceScopeFactory scopes, Communes communes, Generations generations) : IDisposable
{
    private static readonly string[] Tags = ["territory"];
    private readonly SemaphoreSlim _one = new(1);
    private readonly Dictionary<DateOnly, (long Generation, MapDrawing Drawing)> _kept = [];

    public async Task<MapDrawing> Drawing(DateOnly date, CancellationToken stop = default)
    {
        var state = await communes.StateOn(date, stop);
        await _one.WaitAsync(stop);
        try
        {
            var generation = generations.Of(Tags);
            if (_kept.TryGetValue(state, out var kept) && kept.Generation == generation)
            {
                return kept.Drawing;
            }

            var drawing = await Draw(await communes.On(date, stop), stop);
            _kept[state] = (generation, drawing);
            return drawing;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<MapDrawing> Draw(CommuneList list, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var stored = await db.Set<CommuneBoundary>().AsNoTracking().ToDictionaryAsync(b => b.Code, b => b.Shape, stop);
        var credit = await db.Set<Grouping>().AsNoTracking().Select(g => g.BoundaryCredit).SingleOrDefaultAsync(stop);
        CommuneSite[] sites = [.. list.All.Select(c => new CommuneSite(c.Code, c.Lat, c.Lon, c.Side, c.Country, c.AreaKm2, c.OnBorder || c.OnOuterBorder))];
        string[] sides = [.. list.Sides.Select(s => s.Code)];
        return stored.Count > 0 && Boundaries(list, stored) is { } official
            ? MapDrawing.Official(sites, official, credit, sides)
            : MapDrawing.Schematic(sites, sides);
    }

    /// <summary>A boundary for every commune of the day, a merged one's made of its parts'; null when one is not known.</summary>
    private static Dictionary<string, Geometry>? Boundaries(CommuneList list, Dictionary<string, string> stored)
    {
        Dictionary<string, Geometry> found = [];
        foreach (var code in list.All.Select(c => c.Code))
        {
            string[] parts = stored.ContainsKey(code) ? [code] : [.. list.PartsOf(code).Select(p => p.Code)];
            if (parts.Length == 0 || !Array.TrueForAll(parts, stored.ContainsKey))
            {
                return null;
            }

            var shapes = Array.ConvertAll(parts, p => BoundaryJson.Read(stored[p]));
            found[code] = shapes.Length == 1 ? shapes[0] : CoverageUnion.Union(shapes);
        }

        return found;
    }
}
