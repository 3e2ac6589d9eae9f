using Cronos;
using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Email;
using Passerelle.Platform.Localization;

namespace Passerelle.Platform.Jobs;

/// <summary>
/// Runs the schedule on the product's clock. When the demonstration's clock is moved on, the jobs due in between
/// run in their order, each with its own due time.
/// </summary>
public sealed class JobRunner(IServiceScopeFactory scopes, IEnumerable<Job> jobs, Clock clock, Readiness readiness, ILogger<JobRunner> log) : BackgroundService
{
    private readonly SemaphoreSlim _one = new(1);
    private DateTimeOffset? _last;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        do
        {
            try
            {
                await RunDue(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(e, "Running due jobs failed");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public override void Dispose()
    {
        _one.Dispose();
        base.Dispose();
    }

    /// <summary>Moves the clock (demonstration and tests) and runs what falls due on the way.</summary>
    public Task MoveTo(DateTimeOffset now, CancellationToken stop) => Alone(() =>
    {
        _last ??= clock.Now;
        clock.Set(now);
        if (now < _last)
        {
            _last = now;
        }

        return RunUntilNow(stop);
    }, stop);

    public Task RunDue(CancellationToken stop) => Alone(() => RunUntilNow(stop), stop);

    private async Task Alone(Func<Task> work, CancellationToken stop)
    {
        await _one.WaitAsync(stop);
        try
        {
            await work();
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task RunUntilNow(CancellationToken stop)
    {
        var to = clock.Now;
        foreach (var (job, due) in _last is { } from ? Due(jobs, from, to) : await Missed(to, stop))
        {
            await Run(job, due, stop);
        }

        _last = to;
    }

    /// <summary>At the start: what those that catch up have missed since they ran last.</summary>
    private async Task<IReadOnlyList<(Job Job, DateTimeOffset Due)>> Missed(DateTimeOffset now, CancellationToken stop)
    {
        List<Job> catching = [.. jobs.Where(j => j.CatchesUp)];
        if (catching.Count == 0)
        {
            return [];
        }

        await using var scope = scopes.CreateAsyncScope();
        var names = catching.ConvertAll(j => j.Name);
        var last = await scope.ServiceProvider.GetRequiredService<PlatformDb>().Set<JobRun>().Where(r => names.Contains(r.Job))
            .GroupBy(r => r.Job).Select(g => new { Job = g.Key, Due = g.Max(r => r.Due) }).ToDictionaryAsync(r => r.Job, r => r.Due, stop);
        return [.. catching.Where(j => last.TryGetValue(j.Name, out var due) && due < now).SelectMany(j => Due([j], last[j.Name], now)).OrderBy(run => run.Due)];
    }

    private IEnumerable<(Job Job, DateTimeOffset Due)> Due(IEnumerable<Job> of, DateTimeOffset from, DateTimeOffset to) =>
        of.Where(job => !job.IsOff).SelectMany(job => CronExpression.Parse(job.Cron)
                .GetOccurrences(from, to, clock.Zone, fromInclusive: false, toInclusive: true)
                .Select(due => (job, due.ToUniversalTime())))
            .OrderBy(run => run.Item2);

    /// <summary>The run's row is written apart from the job's own work, so that a job that fails saves nothing by it.</summary>
    private async Task Run(Job job, DateTimeOffset due, CancellationToken stop)
    {
        await using var mine = scopes.CreateAsyncScope();
        var db = mine.ServiceProvider.GetRequiredService<PlatformDb>();
        if (!await Take(db, job, due, stop))
        {
            return;
        }

        var run = await db.Set<JobRun>().SingleAsync(r => r.Job == job.Name && r.Due == due, stop);
        try
        {
            await using var its = scopes.CreateAsyncScope();
            its.ServiceProvider.GetRequiredService<MailMoment>().At = due;
            await job.Run(its.ServiceProvider, due, stop);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            log.LogError(e, "Job {Job} due {Due} failed", job.Name, due);
            run.Error = Clean.Text(e.Message);
        }

        run.Finished = clock.Now;
        await db.SaveChangesAsync(stop);
    }

    /// <summary>False when another node runs it, or it ran before the clock was set back: no failure, so nothing that the log would tell as one.</summary>
    private static Task<bool> Take(PlatformDb db, Job job, DateTimeOffset due, CancellationToken stop) => db.InOneTransaction(async () =>
        await db.Database.ExecuteSqlAsync($"""INSERT INTO "JobRun" ("Job", "Due") VALUES ({job.Name}, {due.UtcDateTime}) ON CONFLICT DO NOTHING""", stop) == 1, stop);
}
