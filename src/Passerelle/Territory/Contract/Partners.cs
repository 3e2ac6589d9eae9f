using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Territory.Contract;

/// <summary>The partners in their protocol order: read once, kept until something happens to the territory.</summary>
public sealed class Partners(IServiceScopeFactory scopes, Generations generations) : IDisposable
{
    private readonly KeptReading<IReadOnlyList<PartnerCard>> _cards = new(scopes, generations, ["territory"], Read);

    public ValueTask<IReadOnlyList<PartnerCard>> All(CancellationToken stop = default) => _cards.Get(stop);

    public void Dispose() => _cards.Dispose();

    private static async Task<IReadOnlyList<PartnerCard>> Read(PlatformDb db, CancellationToken stop) =>
        [.. (await db.Set<Partner>().AsNoTracking().OrderBy(p => p.Order).ToListAsync(stop))
            .Select(p => new PartnerCard(p.Code, p.ShortName, p.Name, p.Level, p.LevelName, p.Side, p.Country))];
}
