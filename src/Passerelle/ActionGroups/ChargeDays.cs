using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.ActionGroups;

/// <summary>The days on which charges of groups begin or are over: what hangs on who coordinates follows on the day itself, not when it was decided.</summary>
internal static class ChargeDays
{
    public static async Task Run(IServiceProvider services, DateTimeOffset due, CancellationToken stop)
    {
        var db = services.GetRequiredService<PlatformDb>();
        var today = services.GetRequiredService<Clock>().DateOf(due);
        var before = today.AddDays(-1);
        var groups = await db.Set<Group>().Include(g => g.Coordinators).Where(g => g.Coordinators.Any(c => c.From == today || c.Until == before)).ToListAsync(stop);
        List<Guid> ids = [.. groups.Select(g => g.Id)];
        var handedOver = (await db.Events.AsNoTracking().Where(e => EF.Parameter(ids).Contains(e.SubjectId) && e.Name == "group.handed-over").OrderBy(e => e.Number).ToListAsync(stop))
            .Where(e => e["last"] == before.Iso()).ToLookup(e => e.SubjectId);
        foreach (var group in groups)
        {
            group.ChangeCharges(today, [.. handedOver[group.Id].Select(e => (From: Id(e["from"]), To: Id(e["to"]))).Distinct()], Act.BySystem(due));
        }

        await db.SaveChangesAsync(stop);
    }

    private static Guid Id(string? id) => Guid.TryParse(id, out var known) ? known : Guid.Empty;
}
