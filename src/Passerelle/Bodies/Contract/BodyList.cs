using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Bodies.Contract;

/// <summary>One of the grouping's bodies.</summary>
public sealed record BodyCard(string Id, LocalizedText Name);

/// <summary>The grouping's bodies, in the pack's order.</summary>
public sealed class BodyList(PlatformDb db)
{
    public async Task<IReadOnlyList<BodyCard>> All(CancellationToken stop = default)
    {
        var bodies = await db.Set<Body>().AsNoTracking().OrderBy(b => b.Order).ToListAsync(stop);
        return [.. bodies.Select(b => new BodyCard(b.Code, b.Name))];
    }

    /// <summary>The codes of the bodies on which a person sits on a day.</summary>
    public async Task<IReadOnlySet<string>> SeatsOf(Guid person, DateOnly on, CancellationToken stop = default) =>
        (await db.Set<Seat>().Where(s => s.Sittings.Any(x => x.Person == person && x.From <= on && (x.Until == null || x.Until >= on))).Select(s => s.Body).Distinct().ToListAsync(stop)).ToHashSet(StringComparer.Ordinal);
}
