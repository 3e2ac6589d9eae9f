using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;

namespace Passerelle.ActionGroups;

/// <summary>A technical group's last day: a reminder fourteen days before, the archive on the day after.</summary>
internal static class Sunsets
{
    public const int RemindDays = 14;

    public static async Task Run(IServiceProvider services, DateTimeOffset due, CancellationToken stop)
    {
        var db = services.GetRequiredService<PlatformDb>();
        var today = services.GetRequiredService<Clock>().DateOf(due);
        var near = today.AddDays(RemindDays);
        var groups = await db.Set<Group>()
            .Where(g => g.Type != GroupKind.Action && g.Phase == Phase.Develop && g.Sunset <= near && (g.Sunset < today || g.SunsetReminded == null || g.SunsetReminded != g.Sunset))
            .ToListAsync(stop);
        foreach (var group in groups)
        {
            if (group.Sunset < today)
            {
                group.Archive(today, Act.BySystem(due));
            }
            else
            {
                group.RemindOfSunset(Act.BySystem(due));
            }
        }

        await db.SaveChangesAsync(stop);
    }
}
