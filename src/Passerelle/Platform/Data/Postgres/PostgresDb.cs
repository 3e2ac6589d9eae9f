using Microsoft.EntityFrameworkCore;
using Npgsql;
using Passerelle.Platform.Events;

namespace Passerelle.Platform.Data.Postgres;

/// <summary>
/// The server's database. An advisory lock makes event numbers grow in the order of commits, whichever process writes. The
/// writers of one process wait for each other before that, without a connection and without its time limit.
/// </summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options, EventSignal signal, WriterTurn writers) : PlatformDb(options, signal)
{
    private const int EventLock = 721_001;

    public override bool IsDuplicate(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    protected override Task<IDisposable> TakeTurn(CancellationToken stop) => writers.Take(stop);

    protected override Task LockEvents(CancellationToken stop) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({EventLock})", stop);
}
