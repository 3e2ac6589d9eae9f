using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;

namespace Passerelle.Bodies;

/// <summary>What falls due by itself.</summary>
internal static class BodyJobs
{
    /// <summary>Says of each mandate whose last day has passed, once, that it ended.</summary>
    public static async Task EndMandates(IServiceProvider services, DateTimeOffset due, CancellationToken stop)
    {
        var db = services.GetRequiredService<PlatformDb>();
        var today = services.GetRequiredService<Clock>().DateOf(due);
        var over = await db.Set<LocalMandate>().Where(m => !m.EndTold && m.Until < today).OrderBy(m => m.Until).ToListAsync(stop);
        over.ForEach(m => m.Elapse(today, Act.BySystem(due)));
        await db.SaveChangesAsync(stop);
    }
}
