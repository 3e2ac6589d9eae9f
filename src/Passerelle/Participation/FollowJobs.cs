using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;

namespace Passerelle.Participation;

internal static class FollowJobs
{
    /// <summary>The morning's mails.</summary>
    public static Task Digest(IServiceProvider services, DateTimeOffset due, CancellationToken stop) => services.GetRequiredService<FollowDigest>().Send(due, stop);

    /// <summary>Addresses that nobody confirmed are erased after seven days.</summary>
    public static Task Forget(IServiceProvider services, DateTimeOffset due, CancellationToken stop)
    {
        var db = services.GetRequiredService<PlatformDb>();
        var now = FollowAsk.Over;
        return db.InOneTransaction(() => db.Set<FollowAsk>().Where(a => a.ExpiresAt <= now).ExecuteDeleteAsync(stop), stop);
    }
}
