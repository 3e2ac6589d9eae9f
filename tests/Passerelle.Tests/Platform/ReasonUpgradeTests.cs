using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Projects;
using Passerelle.Tests.Host;
using Passerelle.Tests.Projects;

namespace Passerelle.Tests.Platform;

/// <summary>Reasons that were written before they had two languages.</summary>
public sealed class ReasonUpgradeTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task A_reason_from_before_is_kept_as_written_in_French_and_can_be_found()
    {
        const string Words = "Le « relevé » d’été\nexistait déjà.";
        var slug = await new ProjectScene(platform).Begin("Motif d’avant");
        var (first, second) = (await Stage(slug, "Relever"), await Stage(slug, "Dessiner"));
        await platform.Db(async db =>
        {
            var project = await db.Set<Project>().Include(p => p.Budget).SingleAsync(p => p.Slug == slug);
            project.Reckon(Guid.CreateVersion7(), ProjectScene.Words("Pose"), "Agence", 100, 50, 60, ProjectScene.Words("Prix"), Act.BySystem(platform.Clock.Now));
            await db.SaveChangesAsync();
            var migrator = db.GetService<IMigrator>();
            await migrator.MigrateAsync(Before(db));
            Assert.Equal("Prix", await db.Database.SqlQuery<string>($"""SELECT "Reason" AS "Value" FROM "BudgetLine" WHERE "ProjectId" = {project.Id}""").SingleAsync());
            await db.Database.ExecuteSqlAsync($"""UPDATE "Stage" SET "Reason" = {Words} WHERE "Id" = {first}""");
            await db.Database.ExecuteSqlAsync($"""UPDATE "Stage" SET "Reason" = NULL WHERE "Id" = {second}""");
            await Start.Migrate(db, default);
            return 0;
        });
        var (told, silent) = await platform.Db(async db => (await db.Set<Stage>().SingleAsync(s => s.Id == first), await db.Set<Stage>().SingleAsync(s => s.Id == second)));
        Assert.Equal((Words, "fr", TextState.Approved, TextState.Missing), (told.Reason.SourceValue, told.Reason.Source, told.Reason.StateIn("fr"), told.Reason.StateIn("nl")));
        Assert.True(silent.Reason.IsEmpty);
        Assert.Equal("Prix", (await new ProjectScene(platform).Load(slug)).Budget.Single().Reason.SourceValue);
        var rows = await platform.Db(db => db.TextIndex.AsNoTracking().Where(r => r.Owner == nameof(Stage) && r.Property == "Reason" && (r.OwnerId == first || r.OwnerId == second)).ToListAsync());
        Assert.Equal(["fr", "nl"], rows.Where(r => r.OwnerId == first).Select(r => r.Language).Order(StringComparer.Ordinal));
        Assert.Equal(Fold.Of(Words), rows.Single(r => r.IsSource).Folded);
        Assert.DoesNotContain(rows, r => r.OwnerId == second);

        // And it is still a thing that lives.
        var coordinator = await platform.As("coordinator");
        var list = await coordinator.Get($"/nl/desk/projects/{slug}");
        Assert.Equal(200, (int)list.Status);
    }

    private Task<Guid> Stage(string slug, string title) => new StageScene(platform).Plan(slug, title, "2021-02-01", "2021-02-10");

    private static string Before(PlatformDb db) => db.Database.GetMigrations().TakeWhile(m => !m.EndsWith("_ReasonsInTwoLanguages", StringComparison.Ordinal)).Last();
}
