using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Events;

namespace Passerelle.Platform.Data.Sqlite;

/// <summary>The embedded database: it has one writer at a time by itself.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options, EventSignal signal, WriterTurn writers) : PlatformDb(options, signal, writers)
{
    public override bool IsDuplicate(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteErrorCode: 19 };

    /// <summary>A lock row that a killed process left behind would hang the start.</summary>
    public override async Task BeforeMigrating(CancellationToken stop)
    {
        await Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", stop);
        var there = await Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(stop);
        if (there > 0)
        {
            await Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock", stop);
        }
    }

    protected override Task LockEvents(CancellationToken stop) => Task.CompletedTask;
}
