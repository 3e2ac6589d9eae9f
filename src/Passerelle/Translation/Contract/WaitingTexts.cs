using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Translation.Contract;

/// <summary>How many public texts wait for a translator or a second reader.</summary>
public sealed class WaitingTexts(PlatformDb db)
{
    /// <summary>By the group or project that they are counted with, in one query; what has none waiting is left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> ByThing(CancellationToken stop = default) =>
        await db.TextIndex.Where(r => r.Waits && r.Readers == Readers.Everyone && r.PartOf != null)
            .GroupBy(r => r.PartOf!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
}
