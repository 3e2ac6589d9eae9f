using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;

namespace Passerelle.Bodies.Contract;

/// <summary>Who is mayor or bourgmestre of which commune.</summary>
public sealed class Offices(PlatformDb db)
{
    /// <summary>The holder of each of these communes' office on a day; a commune whose holder is not known is left out.</summary>
    public async Task<IReadOnlyDictionary<string, Guid>> Mayors(IEnumerable<string> communes, DateOnly on, CancellationToken stop = default)
    {
        var codes = communes.Distinct().ToList();
        return await db.Set<Office>().AsNoTracking().Where(o => codes.Contains(o.Commune))
            .SelectMany(o => o.Tenures.Where(t => t.From <= on && (t.Until == null || t.Until >= on)), (o, t) => new { o.Commune, t.Holder })
            .ToDictionaryAsync(o => o.Commune, o => o.Holder, stop);
    }
}
