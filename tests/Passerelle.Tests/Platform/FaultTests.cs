using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Passerelle.ActionGroups;
using Passerelle.Platform.Data.Postgres;
using Passerelle.Platform.Data.Sqlite;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Platform;

/// <summary>Breaks off every command from the one that first contains a word, until it is mended.</summary>
internal sealed class Outage : DbCommandInterceptor
{
    private bool _away;

    public string? From { get; set; }

    public void Mend() => (From, _away) = (null, false);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Check(command);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(command);
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    private void Check(DbCommand command)
    {
        if (From is { } word && (_away || command.CommandText.Contains(word, StringComparison.Ordinal)))
        {
            _away = true;
            throw TestDatabase.IsPostgres ? new NpgsqlException("The connection was lost") : new SqliteException("disk I/O error", 10);
        }
    }
}

public sealed class OutagePlatform : TestPlatform
{
    internal Outage Outage { get; } = new();

    protected override void Configure(IServiceCollection services) => services
        .ConfigureDbContext<SqliteDb>(o => o.AddInterceptors(Outage))
        .ConfigureDbContext<PostgresDb>(o => o.AddInterceptors(Outage));
}

public sealed class FaultTests(OutagePlatform platform) : IClassFixture<OutagePlatform>
{
    [Theory]
    [InlineData("SELECT", "reads whom it may let in")]
    [InlineData("INSERT INTO \"Events\"", "writes the act's event")]
    [InlineData("INSERT INTO \"TextIndex\"", "writes the index of the texts")]
    public async Task A_database_that_goes_away_mid_request_gives_an_error_page_and_nothing_half_written(string word, string while_)
    {
        var coordinator = await platform.As("coordinator");
        var page = await coordinator.Get("/nl/desk/groups/new");
        var before = await State();
        platform.Outage.From = word;
        var answer = await coordinator.Submit(page, null,
            ("theme", page.Html.QuerySelectorAll("select[name=theme] option").Select(o => o.GetAttribute("value")).First(v => !string.IsNullOrEmpty(v))),
            ("actions", page.Html.QuerySelector("input[name=actions]")!.GetAttribute("value")),
            ("name.nl", "Half " + while_), ("name.source", "nl"), ("name.desk", "true"), ("summary.nl", "x"), ("summary.source", "nl"), ("summary.desk", "true"), ("purpose.nl", "x"), ("purpose.source", "nl"), ("purpose.desk", "true"),
            ("need.nl", "x"), ("need.source", "nl"), ("need.desk", "true"), ("needsource.nl", "x"), ("needsource.source", "nl"), ("needsource.desk", "true"));
        Assert.Equal(500, (int)answer.Status);
        Assert.Equal("nl", answer.Html.DocumentElement.GetAttribute("lang"));
        Assert.True(answer.Html.QuerySelectorAll("main a").Length >= 2);
        Assert.DoesNotContain("Exception", answer.Text, StringComparison.Ordinal);
        Assert.Equal(503, (int)(await platform.Visitor().Get("/health/ready")).Status);
        Assert.Equal(200, (int)(await platform.Visitor().Get("/health/live")).Status);
        platform.Outage.Mend();
        Assert.Equal(before, await State());
        Assert.Equal(200, (int)(await platform.Visitor().Get("/health/ready")).Status);
        Assert.Equal(200, (int)(await coordinator.Get("/nl/desk/groups")).Status);
    }

    [Fact]
    public async Task After_its_connections_were_cut_the_platform_recovers_by_itself()
    {
        var visitor = platform.Visitor();
        if (TestDatabase.IsPostgres)
        {
            var name = new NpgsqlConnectionStringBuilder(platform.Connection).Database!;
            await using var server = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(platform.Connection) { Database = "postgres", Pooling = false }.ConnectionString);
            await server.OpenAsync();
            await using var cut = new NpgsqlCommand("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", server) { Parameters = { new() { Value = name } } };
            await cut.ExecuteNonQueryAsync();
        }
        else
        {
            var file = new SqliteConnectionStringBuilder(platform.Connection).DataSource;
            File.Move(file, file + ".away");
            Directory.CreateDirectory(file);
            await Until(500, i => $"/fr/groups?q=weg{i}");
            await Until(503, _ => "/health/ready");
            Directory.Delete(file);
            File.Move(file + ".away", file);
        }

        // Each pooled connection that was cut answers one error; then all is well.
        var status = 0;
        for (var i = 0; i < 30 && status != 200; i++)
        {
            status = (int)(await visitor.Get($"/fr/groups?q=lys{i}")).Status;
            Assert.True(status is 200 or 500);
        }

        Assert.Equal(200, status);
        await (await platform.As("director")).Get("/fr/desk/groups");
    }

    /// <summary>Connections that are still open see the file that was moved away: they are closed until none is left.</summary>
    private async Task Until(int status, Func<int, string> path)
    {
        var answered = 0;
        for (var i = 0; i < 50 && answered != status; i++)
        {
            SqliteConnection.ClearAllPools();
            answered = (int)(await platform.Visitor().Get(path(i))).Status;
        }

        Assert.Equal(status, answered);
    }

    private Task<(int, int, int)> State() => platform.Db(async db =>
        (await db.Set<Group>().CountAsync(), await db.Events.CountAsync(), await db.TextIndex.CountAsync()));
}
