using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Passerelle.Platform.Events;

namespace Passerelle.Platform.Data.Postgres;

/// <summary>For bin/migrate: a model needs no database.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=nowhere").Options, new EventSignal(), new WriterTurn());
}
