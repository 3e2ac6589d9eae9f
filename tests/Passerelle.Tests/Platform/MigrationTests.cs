using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Platform.Data;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Platform;

public sealed class MigrationTests(EmptyPlatform platform) : IClassFixture<EmptyPlatform>
{
    [Fact]
    public Task The_migrations_say_all_that_the_entities_do() =>
        platform.Db(db => Task.FromResult(Passes(!db.Database.HasPendingModelChanges(), "The entities have changed since the last migration: bin/migrate <Name>")));

    [Fact]
    public async Task An_empty_database_comes_to_the_present_by_its_migrations()
    {
        var (applied, known, pending) = await platform.Db(async db =>
            (await db.Database.GetAppliedMigrationsAsync(), db.Database.GetMigrations(), await db.Database.GetPendingMigrationsAsync()));
        Assert.NotEmpty(applied);
        Assert.Equal(known, applied);
        Assert.Empty(pending);
    }

    [Fact]
    public async Task Every_table_of_the_model_can_be_read_with_all_its_columns()
    {
        var unread = await platform.Db(async db =>
        {
            List<string> wrong = [];
            foreach (var type in db.Model.GetEntityTypes().Where(t => !t.IsOwned() && !t.HasSharedClrType && t.GetTableName() is not null))
            {
                var set = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), Type.EmptyTypes)!.MakeGenericMethod(type.ClrType).Invoke(db, null)!;
                try
                {
                    await set.AsNoTracking().Take(1).ToListAsync();
                }
                catch (Exception e) when (e is System.Data.Common.DbException or InvalidOperationException)
                {
                    wrong.Add($"{type.DisplayName()}: {e.Message}");
                }
            }

            return wrong;
        });
        Assert.Empty(unread);
    }

    [Fact]
    public async Task Migrating_again_changes_nothing()
    {
        await platform.Db(async db =>
        {
            await db.Database.MigrateAsync();
            return 0;
        });
        Assert.Empty(await platform.Db(db => db.Database.GetPendingMigrationsAsync()));
    }

    [Fact]
    public Task Every_foreign_key_refuses_to_delete_what_is_still_named() =>
        platform.Db(db =>
        {
            var loose = db.Model.GetEntityTypes().Where(t => t.ClrType.Namespace?.StartsWith("Passerelle", StringComparison.Ordinal) == true)
                .SelectMany(t => t.GetForeignKeys())
                .Where(f => !f.IsOwnership && CapabilityOf(f.DeclaringEntityType.ClrType) != CapabilityOf(f.PrincipalEntityType.ClrType) && f.DeleteBehavior is not DeleteBehavior.Restrict and not DeleteBehavior.NoAction)
                .Select(f => $"{f.DeclaringEntityType.DisplayName()} → {f.PrincipalEntityType.DisplayName()}: {f.DeleteBehavior}").ToList();
            Assert.Empty(loose);
            return Task.FromResult(0);
        });

    private static string CapabilityOf(Type type) => type.Namespace!.Split('.')[1];

    private static bool Passes(bool condition, string message)
    {
        Assert.True(condition, message);
        return condition;
    }
}
