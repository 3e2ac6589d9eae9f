using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Projects;
using Passerelle.Tests.Host;
using Xunit;

namespace Passerelle.Tests.Projects;

/// <summary>Stages of a project, put there at once where a test is not about planning them.</summary>
internal sealed class StageScene(TestPlatform platform)
{
    public async Task<Guid> Plan(string slug, string title, string start, string due, Guid? after = null, Guid? keeper = null) =>
        (await Plan(slug, [(title, DateOnly.Parse(start, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture))], after, keeper))[0];

    public Task<List<Guid>> Plan(string slug, IReadOnlyList<(string Title, DateOnly Start, DateOnly Due)> wanted, Guid? after = null, Guid? keeper = null) => platform.Db(async db =>
    {
        using var _ = Language.In("fr");
        var project = await db.Set<Project>().SingleAsync(p => p.Slug == slug);
        var act = Act.BySystem(platform.Clock.Now);
        List<Guid> ids = [];
        foreach (var (title, start, due) in wanted)
        {
            var stage = Stage.Plan(Guid.CreateVersion7(), project.Id, ids.Count + 1, Both(title), LocalizedText.Empty(), null, start, due, act);
            if (keeper is not null)
            {
                stage.SetGate(Both("La convention est signée"), keeper, act);
            }

            db.Add(stage);
            ids.Add(stage.Id);
        }

        if (after is { } before)
        {
            db.AddRange(ids.Select(id => new StageDependency { ProjectId = project.Id, Stage = id, On = before }));
        }

        await db.SaveChangesAsync();
        return ids;
    });

    /// <summary>Each waits for the one before it.</summary>
    public Task<int> Chain(string slug, IReadOnlyList<Guid> stages) => platform.Db(async db =>
    {
        var project = await db.Set<Project>().Where(p => p.Slug == slug).Select(p => p.Id).SingleAsync();
        db.AddRange(stages.Zip(stages.Skip(1), (before, after) => new StageDependency { ProjectId = project, Stage = after, On = before }));
        return await db.SaveChangesAsync();
    });

    public Task<Stage> Load(Guid id) => platform.Db(db => db.Set<Stage>().AsNoTracking().SingleAsync(s => s.Id == id));

    private static LocalizedText Both(string words) => LocalizedText.Of("fr", ("fr", words), ("nl", words + " (nl)"));
}
