using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Territory.Contract;

/// <summary>The grouping, and how to reach it.</summary>
/// <param name="Commune">The code of the commune where it sits.</param>
public sealed record GroupingCard(LocalizedText Name, DateOnly Founded, LocalizedText Place, string Commune, string Email, LocalizedText Travel);

/// <summary>What the pack says of the grouping itself.</summary>
public sealed class GroupingFacts(PlatformDb db)
{
    public async Task<GroupingCard?> Get(CancellationToken stop = default) =>
        await db.Set<Grouping>().AsNoTracking().SingleOrDefaultAsync(stop) is { } g
            ? new(g.Name, g.Founded, g.Place, g.PlaceCommune, g.Email, g.Travel)
            : null;
}
