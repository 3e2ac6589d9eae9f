using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Platform.Data;
using Passerelle.Platform.Jobs;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Platform;

public sealed class MissedJobPlatform : TestPlatform
{
    public ConcurrentQueue<(string Job, DateTimeOffset Due)> Ran { get; } = new();

    protected override void Configure(IServiceCollection services) => services.AddSingleton(Noted("test.kept")).AddSingleton(Noted("test.catches-up") with { CatchesUp = true });

    private Job Noted(string name) => new(name, "30 6 * * *", (_, due, _) =>
    {
        Ran.Enqueue((name, due));
        return Task.CompletedTask;
    });
}

/// <summary>A process that was away over one or more nights.</summary>
public sealed class MissedJobTests(MissedJobPlatform platform) : IClassFixture<MissedJobPlatform>
{
    [Fact]
    public async Task What_fell_due_while_no_process_ran_is_run_at_the_next_start_where_a_job_asks_for_it()
    {
        await platform.Services.GetRequiredService<JobRunner>().RunDue(default); // this process has started: what it missed is behind it

        // Another ran last on the 24th, and starts at nine on the 27th.
        await platform.Db(db =>
        {
            db.AddRange(new[] { "test.kept", "test.catches-up" }.Select(job => new JobRun { Job = job, Due = new(2021, 1, 24, 5, 30, 0, TimeSpan.Zero), Finished = platform.Clock.Now }));
            return db.SaveChangesAsync();
        });
        await Starting().RunDue(default);
        Assert.Equal([("test.catches-up", 25), ("test.catches-up", 26), ("test.catches-up", 27)], platform.Ran.Select(r => (r.Job, r.Due.Day)));
        await Starting().RunDue(default);
        Assert.Equal(3, platform.Ran.Count);
    }

    [Fact]
    public void The_dashboard_of_a_day_is_kept_even_if_no_process_ran_at_its_end() =>
        Assert.Contains(platform.Services.GetServices<Job>(), j => j is { Name: "dashboard.keep", CatchesUp: true });

    private JobRunner Starting() => ActivatorUtilities.CreateInstance<JobRunner>(platform.Services);
}
