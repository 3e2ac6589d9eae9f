using Passerelle.Platform.Jobs;

namespace Passerelle;

/// <summary>Every recurring job, in the pack's zone.</summary>
internal static class Schedule
{
    public static IServiceCollection AddSchedule(this IServiceCollection services)
    {
        _ = new List<Job>();
        return services;
    }
}
