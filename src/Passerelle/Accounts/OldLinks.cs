using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;

namespace Passerelle.Accounts;

/// <summary>Links that are over, with what people typed who never proved their address, are forgotten after a day.</summary>
internal static class OldLinks
{
    public static Task Forget(PlatformDb db, CancellationToken stop) => db.InOneTransaction(() =>
    {
        var before = TimeProvider.System.GetUtcNow().AddDays(-1);
        return db.Set<OneTimeLink>().Where(l => l.ExpiresAt < before).ExecuteDeleteAsync(stop);
    }, stop);
}
