using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Pack;

namespace Passerelle.Platform;

/// <summary>Migrates and fills the database while Kestrel already listens, then says that the platform is ready.</summary>
public sealed class Start(IServiceScopeFactory scopes, Readiness readiness, Clock clock, PlatformOptions options, DataFolder folder, IEnumerable<IAtStart> tasks, IHostApplicationLifetime lifetime, ILogger<Start> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            await Prepare(stoppingToken);
            readiness.Done();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped before it was ready.
        }
        catch (Exception e)
        {
            // A wrong pack is the operator's to mend: its faults help, the place in the code where they were found does not.
            log.LogCritical(e is PackRefused ? null : e, "The platform cannot start. {Why}", e is PackRefused ? e.Message : "");
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }

    /// <summary>For commands that end without serving: migrates and fills as a start does; false when that failed.</summary>
    public static async Task<bool> Prepared(IServiceProvider services)
    {
        var start = services.GetServices<IHostedService>().OfType<Start>().Single();
        await start.StartAsync(default);
        await start.ExecuteTask!;
        return services.GetRequiredService<Readiness>().IsReady;
    }

    /// <summary>A migration may make texts of what were words in a column: of a database that was there before, the index is written anew.</summary>
    internal static async Task Migrate(PlatformDb db, CancellationToken stop)
    {
        var filled = (await db.Database.GetAppliedMigrationsAsync(stop)).Any();
        await db.Database.MigrateAsync(stop);
        if (filled)
        {
            await TextIndexCommand.Rebuild(db, stop);
        }
    }

    private async Task Prepare(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        using (MigrationTurn.Take(folder))
        {
            await db.BeforeMigrating(stop);
            // Migrating builds the whole model anew to compare it with the last migration: a second, and some fifty
            // megabytes that stay. A start that finds nothing to migrate does without.
            if ((await db.Database.GetPendingMigrationsAsync(stop)).Any())
            {
                await Migrate(db, stop);
            }
        }

        await scope.ServiceProvider.GetRequiredService<PackLoader>().LoadOnce(stop);
        if (options.Demo && await db.Events.MaxAsync(e => (DateTimeOffset?)e.At, stop) is { } last && last > clock.Now)
        {
            clock.Set(last);
        }

        foreach (var task in tasks)
        {
            await task.Run(scope.ServiceProvider, stop);
        }
    }
}

/// <summary>Something that one capability must do once the database is there, before the first page.</summary>
public interface IAtStart
{
    Task Run(IServiceProvider services, CancellationToken stop);
}

/// <summary>One process migrates at a time.</summary>
internal static class MigrationTurn
{
    public static FileStream Take(DataFolder folder)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return new FileStream(folder.File("migrating.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (tries < 300)
            {
                Thread.Sleep(100);
            }
        }
    }
}
