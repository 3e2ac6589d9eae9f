using Microsoft.EntityFrameworkCore;
using Npgsql;
using Passerelle.Platform.Events;

namespace Passerelle.Platform.Data.Postgres;

/// <summary>The server's database. An advisory lock makes event numbers grow in the order of commits, whichever process writes.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options, EventSignal signal, WriterTurn writers) : PlatformDb(options, signal, writers)
{
    private const int EventLock = 721_001;

    public override bool IsDuplicate(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    protected override Task LockEvents(CancellationToken stop) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({EventLock})", stop);
}
