using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.ActionGroups;
using Passerelle.Platform.Data.Postgres;
using Passerelle.Platform.Data.Sqlite;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

/// <summary>Somebody who is quicker: acts once, between the look for a free address and the save.</summary>
internal sealed class Rival : DbCommandInterceptor
{
    public Func<Task>? Quicker { get; set; }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (Quicker is { } act && command.CommandText.Contains("\"FormerSlug", StringComparison.Ordinal) && command.CommandText.Contains("UNION ALL", StringComparison.Ordinal))
        {
            Quicker = null;
            await act();
        }

        return result;
    }
}

public sealed class RivalPlatform : TestPlatform
{
    internal Rival Rival { get; } = new();

    protected override void Configure(IServiceCollection services) => services
        .ConfigureDbContext<SqliteDb>(o => o.AddInterceptors(Rival))
        .ConfigureDbContext<PostgresDb>(o => o.AddInterceptors(Rival));
}

public sealed class SameNameTests(RivalPlatform platform) : IClassFixture<RivalPlatform>
{
    [Fact]
    public async Task Of_two_who_give_a_technical_group_the_same_name_at_once_both_get_theirs_each_under_its_address()
    {
        const string address = "/fr/desk/groups/new-technical?kind=Other";
        var (quick, slow) = (await platform.As("director"), await platform.As("coordinator"));
        (string, string?)[] Words() =>
        [
            ("once", Guid.CreateVersion7().ToString()), ("name.source", "fr"), ("name.fr", "Même nom"), ("name.nl", "Zelfde naam"),
            ("purpose.source", "fr"), ("purpose.fr", "Un but."), ("purpose.nl", "Een doel."), ("standing", "Supported"), ("sunset", "2021-12-31"),
        ];
        string? first = null;
        platform.Rival.Quicker = async () => first = (await quick.Post(address, Words())).Location;
        var second = await slow.Post(address, Words());
        Assert.Equal(("/fr/desk/groups/meme-nom", "/fr/desk/groups/meme-nom-2"), (first, second.Location));
        Assert.Equal(2, await platform.Db(async db => (await db.Set<Group>().AsNoTracking().ToListAsync()).Count(g => g.Name.SourceValue == "Même nom")));
    }
}
