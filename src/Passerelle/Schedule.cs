using Passerelle.Platform.Jobs;
using Passerelle.Tasks;

namespace Passerelle;

/// <summary>Every recurring job, in the pack's zone.</summary>
internal static class Schedule
{
    public static IServiceCollection AddSchedule(this IServiceCollection services) => services
        .AddSingleton(new Job("tasks.reminders", "0 7 * * *", (scope, due, stop) => scope.GetRequiredService<TaskReminders>().Send(due, stop)));
}
