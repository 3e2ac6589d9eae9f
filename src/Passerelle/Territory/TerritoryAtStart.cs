using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Territory;

/// <summary>Tells the platform whose installation it is: name, official languages, zone.</summary>
internal sealed class TerritoryAtStart(PlatformOptions options, Clock clock) : IAtStart
{
    public async Task Run(IServiceProvider services, CancellationToken stop)
    {
        var db = services.GetRequiredService<PlatformDb>();
        if (await db.Set<Grouping>().AsNoTracking().SingleOrDefaultAsync(stop) is not { } grouping)
        {
            return;
        }

        options.GroupingName = grouping.Name;
        Language.UseOfficial(grouping.Languages);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(grouping.Zone);
        clock.Use(zone);
        Say.Zone = zone;
    }
}
