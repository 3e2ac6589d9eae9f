using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data.Postgres;
using Passerelle.Platform.Data.Sqlite;

namespace Passerelle.Platform.Data;

public static class DataSetup
{
    /// <summary>
    /// SQLite in the data folder, unless ConnectionStrings:Platform names a PostgreSQL server. A set of ids is one
    /// parameter, so that a statement stays the same however many they are.
    /// </summary>
    public static IServiceCollection AddPlatformData(this IServiceCollection services, IConfiguration configuration, DataFolder folder)
    {
        var connection = configuration.GetConnectionString("Platform");
        services.AddSingleton<WriterTurn>();
        if (!string.IsNullOrEmpty(connection) && connection.Contains("Host=", StringComparison.OrdinalIgnoreCase))
        {
            services.AddDbContextPool<PostgresDb>(options => options.UseNpgsql(connection, o => o.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)));
            services.AddScoped<PlatformDb>(provider => provider.GetRequiredService<PostgresDb>());
        }
        else
        {
            var file = string.IsNullOrEmpty(connection) ? $"Data Source={folder.File("passerelle.db")};Foreign Keys=True;Default Timeout=30" : connection;
            services.AddDbContextPool<SqliteDb>(options => options.UseSqlite(file, o => o.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)));
            services.AddScoped<PlatformDb>(provider => provider.GetRequiredService<SqliteDb>());
        }

        return services;
    }
}

/// <summary>The folder that holds what is not in a PostgreSQL database: uploads, mails without a server, SQLite's file.</summary>
public sealed class DataFolder
{
    public DataFolder(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public string Sub(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;
}
