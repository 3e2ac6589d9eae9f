using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.ActionGroups;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Web;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Platform;

public sealed class UpgradeTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task A_filled_database_goes_through_every_migration_and_its_pages_open()
    {
        await platform.Db(async db =>
        {
            var migrator = db.GetService<IMigrator>();
            await migrator.MigrateAsync(db.Database.GetMigrations().First());
            await migrator.MigrateAsync();
            return 0;
        });
        platform.Services.GetRequiredService<Generations>().RaiseAll();
        var slugs = await platform.Db(db => db.Set<Group>().Where(g => g.SuccessorId == null && g.Phase != Phase.Proposed).Select(g => g.Slug).ToListAsync());
        Assert.True(slugs.Count > 12, $"Only {slugs.Count} groups were there");
        var visitor = platform.Visitor();
        foreach (var page in slugs.Select(s => $"/groups/{s}").Concat(["", "/groups", "/projects", "/results", "/programme", "/territory"]))
        {
            Assert.Equal(200, (int)(await visitor.Get("/nl" + page)).Status);
        }

        // And what a migration added is written as if it had always been there.
        var coordinator = await platform.As("coordinator");
        Assert.Equal(303, (int)(await coordinator.Fill("/fr/desk/groups/parc-bleu/next", ("day", "2021-03-02"), ("hour", "18:00"), ("title.source", "fr"), ("title.fr", "Plénière"), ("title.nl", "Voltallige vergadering"), ("place.source", "fr"), ("place.fr", "Lille"), ("place.nl", "Rijsel"))).Status);
        Assert.Contains("Rijsel", (await visitor.Get("/nl/groups/parc-bleu")).Main, StringComparison.Ordinal);
    }
}
