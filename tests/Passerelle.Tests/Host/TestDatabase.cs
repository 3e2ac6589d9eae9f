using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Passerelle.Tests.Host;

/// <summary>
/// The database that PASSERELLE_TEST_DB names (sqlite, postgres). A template of each flavour is made once a run,
/// by starting the application on it; each test class gets a copy.
/// </summary>
internal static class TestDatabase
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Templates = new(StringComparer.Ordinal);

    public static bool IsPostgres { get; } = Environment.GetEnvironmentVariable("PASSERELLE_TEST_DB") == "postgres";

    /// <summary>A connection string to a fresh copy of the flavour's template.</summary>
    public static async Task<string> Copy(string flavour, string folder, Func<string, Task> fill)
    {
        var template = await Templates.GetOrAdd(flavour, f => new Lazy<Task<string>>(() => Task.Run(() => MakeTemplate(f, fill)))).Value; // away from the runner's few threads: starting a host blocks
        return IsPostgres ? await Create($"test_{Guid.NewGuid():N}", template) : CopyFile(template, Path.Combine(folder, "passerelle.db"));
    }

    public static async Task Drop(string connection)
    {
        if (IsPostgres)
        {
            await Run($"DROP DATABASE IF EXISTS \"{new NpgsqlConnectionStringBuilder(connection).Database}\" WITH (FORCE)");
        }
    }

    /// <summary>A database without tables.</summary>
    public static Task<string> Blank(string folder) =>
        IsPostgres ? Create($"blank_{Guid.NewGuid():N}", "template0") : Task.FromResult(Sqlite(Path.Combine(folder, "blank.db")));

    /// <summary>A look at a database without the application.</summary>
    public static DbContext Open(string connection)
    {
        var options = new DbContextOptionsBuilder();
        return new(IsPostgres ? options.UseNpgsql(connection).Options : options.UseSqlite(connection).Options);
    }

    private static async Task<string> MakeTemplate(string flavour, Func<string, Task> fill)
    {
        var name = $"template_{flavour}_{Guid.NewGuid():N}";
        if (IsPostgres)
        {
            var connection = await Create(name, "template0");
            await fill(connection);
            NpgsqlConnection.ClearAllPools();
            return name;
        }

        var file = Path.Combine(Directory.CreateTempSubdirectory("passerelle-template-").FullName, name + ".db");
        await fill(Sqlite(file));
        SqliteConnection.ClearAllPools();
        using (var db = new SqliteConnection(Sqlite(file) + ";Pooling=False"))
        {
            db.Open();
            using var command = db.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            command.ExecuteNonQuery();
        }

        return file;
    }

    private static string CopyFile(string template, string file)
    {
        File.Copy(template, file);
        return Sqlite(file);
    }

    private static string Sqlite(string file) => $"Data Source={file};Foreign Keys=True;Default Timeout=30";

    private static async Task<string> Create(string name, string template)
    {
        await Run($"CREATE DATABASE \"{name}\" TEMPLATE \"{template}\"");
        return Server(name);
    }

    private static string Server(string database) => new NpgsqlConnectionStringBuilder(
        Environment.GetEnvironmentVariable("PASSERELLE_TEST_PG") ?? throw new InvalidOperationException("PASSERELLE_TEST_PG names no server; run bin/check"))
    {
        Database = database,
        MaxPoolSize = 20,
    }.ConnectionString;

    private static async Task Run(string sql)
    {
        await using var connection = new NpgsqlConnection(Server("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
