using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;

namespace Passerelle.ActionGroups;

/// <summary>Every morning: the pairs that have been incomplete for thirty days are reminded of, once each.</summary>
internal sealed class PairReminders(PlatformDb db, Clock clock)
{
    public async Task Run(DateTimeOffset due, CancellationToken stop)
    {
        var day = clock.DateOf(due);
        var since = day.AddDays(-Group.PairReminderDays);
        foreach (var group in await db.Set<Group>().WithAll().Where(g => g.PairRemindedOn == null && g.PairIncompleteSince != null && g.PairIncompleteSince <= since).ToListAsync(stop))
        {
            group.RemindOfPair(day, Act.BySystem(due));
        }

        await db.SaveChangesAsync(stop);
    }
}
