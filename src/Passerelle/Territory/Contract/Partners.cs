using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Territory.Contract;

/// <summary>The partners in their protocol order: read once, kept until something happens to the territory.</summary>
public sealed class Partners(IServiceScopeFactory scopes, Generations generations)
{
    private static readonly string[] Tags = ["territory"];
    private volatile Kept? _kept;

    public async Task<IReadOnlyList<PartnerCard>> All(CancellationToken stop = default)
    {
        var generation = generations.Of(Tags);
        if (_kept is { } kept && kept.Generation == generation)
        {
            return kept.Cards;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var partners = await db.Set<Partner>().AsNoTracking().OrderBy(p => p.Order).ToListAsync(stop);
        PartnerCard[] cards = [.. partners.Select(p => new PartnerCard(p.Code, p.ShortName, p.Name, p.Level, p.LevelName, p.Side, p.Country))];
        _kept = cards.Length > 0 ? new(generation, cards) : null;
        return cards;
    }

    private sealed record Kept(long Generation, IReadOnlyList<PartnerCard> Cards);
}
