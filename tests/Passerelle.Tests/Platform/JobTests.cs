using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Passerelle.Platform.Data;
using Passerelle.Platform.Jobs;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Platform;

public sealed class JobPlatform : TestPlatform
{
    public static ConcurrentQueue<(string Job, DateTimeOffset Due)> Ran { get; } = new();

    public static ConcurrentQueue<string> Logged { get; } = new();

    protected override void Configure(IServiceCollection services) => services
        .AddSingleton<ILoggerProvider>(new Log())
        .AddSingleton(new Job("test.hourly", "0 * * * *", Note("test.hourly")))
        .AddSingleton(new Job("test.half-past", "30 * * * *", Note("test.half-past")))
        .AddSingleton(new Job("test.breaks", "15 12 * * *", async (provider, _, stop) =>
        {
            var db = provider.GetRequiredService<PlatformDb>();
            db.Add(new Setting { Key = "test.half-work", Value = "" });
            await Task.Yield();
            throw new TaskCanceledException("Took\u0000 too long");
        }));

    private static Func<IServiceProvider, DateTimeOffset, CancellationToken, Task> Note(string name) => (_, due, _) =>
    {
        Ran.Enqueue((name, due));
        return Task.CompletedTask;
    };

    /// <summary>What an operator would read as a warning or worse.</summary>
    private sealed class Log : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Logged.Enqueue(formatter(state, exception) + exception);
            }
        }

        public void Dispose()
        {
        }
    }
}

public sealed class JobTests(JobPlatform platform) : IClassFixture<JobPlatform>
{
    private static readonly DateTimeOffset Noon = new(2021, 2, 3, 11, 0, 0, TimeSpan.Zero); // 12.00 in Brussels

    [Fact]
    public async Task Moving_the_clock_runs_what_is_due_on_the_way_once_in_order_with_its_due_time()
    {
        await Begin(Noon.AddMinutes(-10));
        await Task.WhenAll(platform.MoveTo(Noon.AddMinutes(100)), Other().RunDue(default));
        await Other().RunDue(default);
        Assert.Equal(
            [("test.hourly", Noon), ("test.half-past", Noon.AddMinutes(30)), ("test.hourly", Noon.AddMinutes(60)), ("test.half-past", Noon.AddMinutes(90))],
            JobPlatform.Ran);
    }

    [Fact]
    public async Task Two_nodes_run_a_due_job_once()
    {
        var start = Noon;
        await Begin(start.AddMinutes(5));
        var other = Other();
        await other.RunDue(default);
        platform.Clock.Set(start.AddHours(6).AddMinutes(5));
        await Task.WhenAll(other.RunDue(default), platform.Services.GetRequiredService<JobRunner>().RunDue(default));
        Assert.Equal(Enumerable.Range(1, 6).Select(h => start.AddHours(h)), JobPlatform.Ran.Where(r => r.Job == "test.hourly").Select(r => r.Due).Order());
    }

    [Fact]
    public async Task A_clock_set_back_runs_nothing_twice()
    {
        var start = Noon;
        await Begin(start.AddMinutes(1));
        await platform.MoveTo(start.AddMinutes(61));
        await platform.MoveTo(start.AddMinutes(1));
        JobPlatform.Logged.Clear();
        await platform.MoveTo(start.AddMinutes(61));
        Assert.Single(JobPlatform.Ran, r => r == ("test.hourly", start.AddHours(1)));
        Assert.DoesNotContain(JobPlatform.Logged, l => l.Contains("JobRun", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_job_that_fails_is_noted_saves_nothing_and_the_next_ones_run()
    {
        var day = Noon;
        await Begin(day.AddMinutes(1));
        await platform.MoveTo(day.AddMinutes(61));
        var run = await platform.Db(db => db.Set<JobRun>().AsNoTracking().SingleAsync(r => r.Job == "test.breaks" && r.Due == day.AddMinutes(15)));
        Assert.Equal("Took too long", run.Error);
        Assert.NotNull(run.Finished);
        Assert.Equal(0, await platform.Db(db => db.Set<Setting>().CountAsync(s => s.Key == "test.half-work")));
        Assert.Contains(JobPlatform.Ran, r => r == ("test.hourly", day.AddHours(1)));
    }

    [Fact]
    public async Task The_demonstrations_clock_refuses_what_would_keep_it_busy_for_hours()
    {
        var before = platform.Clock.Now;
        Assert.Equal(422, (int)(await platform.Visitor().Post("/demo/clock", ("now", "9999-01-01T00:00"))).Status);
        Assert.Equal(422, (int)(await platform.Visitor().Post("/demo/clock", ("now", "tomorrow"))).Status);
        Assert.True(platform.Clock.Now - before < TimeSpan.FromDays(1));
    }

    [Fact]
    public async Task The_demonstrations_clock_says_which_years_it_can_play_and_how_to_write_them()
    {
        var year = platform.Clock.Today.Year;
        var far = await platform.Visitor().Post("/demo/clock", ("now", "2500-01-01T10:00"));
        Assert.Contains($"Choisissez une année entre {year - 10} et {year + 10}.", far.ErrorAt("now"), StringComparison.Ordinal);
        Assert.Contains("2021-02-04T18:30", (await platform.Visitor().Post("/demo/clock", ("now", "demain"))).ErrorAt("now"), StringComparison.Ordinal);
    }

    private JobRunner Other() => ActivatorUtilities.CreateInstance<JobRunner>(platform.Services);

    /// <summary>Nothing has run yet, and it is this time.</summary>
    private async Task Begin(DateTimeOffset now)
    {
        await platform.MoveTo(now);
        await platform.Db(db => db.Set<JobRun>().ExecuteDeleteAsync());
        JobPlatform.Ran.Clear();
    }
}
