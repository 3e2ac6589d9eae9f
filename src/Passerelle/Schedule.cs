using Passerelle.Accounts;
using Passerelle.ActionGroups;
using Passerelle.Platform.Data;
using Passerelle.Platform.Jobs;

namespace Passerelle;

/// <summary>Every recurring job, in the pack's zone.</summary>
internal static class Schedule
{
    public static IServiceCollection AddSchedule(this IServiceCollection services)
    {
        services.AddSingleton(new Job("old-links", "15 3 * * *", (provider, _, stop) => OldLinks.Forget(provider.GetRequiredService<PlatformDb>(), stop)));
        services.AddSingleton(new Job("pairs", "0 6 * * *", (provider, due, stop) => provider.GetRequiredService<PairReminders>().Run(due, stop)));
        return services;
    }
}
