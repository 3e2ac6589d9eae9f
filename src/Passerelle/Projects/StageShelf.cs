using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Projects;

/// <summary>An open stage that is late or due soon, and who has to do with it.</summary>
public sealed record UrgentStage(Guid Id, LocalizedText Title, DateOnly Due, Guid? Owner, Guid? GateKeeper, string Slug, LocalizedText Project, Guid LeadGroup, Guid? ProjectOwner);

/// <summary>The stages that are late, or due within a week: read once and kept until a stage, a project or the day changes, so that «Today» asks nothing.</summary>
internal sealed class StageShelf(IServiceScopeFactory scopes, Generations generations, Clock clock) : IDisposable
{
    /// <summary>Due within so many days is soon.</summary>
    public const int Soon = 7;

    private static readonly string[] Tags = ["project", "stage"];
    private readonly KeptReading<IReadOnlyList<UrgentStage>> _stages = new(scopes, generations, Tags, (PlatformDb db, CancellationToken stop) => Read(db, clock.Today, stop), clock);

    /// <summary>The first due first.</summary>
    public ValueTask<IReadOnlyList<UrgentStage>> All(CancellationToken stop) => _stages.Get(stop);

    public void Dispose() => _stages.Dispose();

    private static async Task<IReadOnlyList<UrgentStage>> Read(PlatformDb db, DateOnly today, CancellationToken stop)
    {
        var last = today.AddDays(Soon);
        return await db.Set<Stage>().AsNoTracking().StillOpen().Where(s => s.Due <= last)
            .Join(db.Set<Project>().Where(p => p.Phase == Phase.Imagine || p.Phase == Phase.Develop || p.Phase == Phase.Complete), s => s.ProjectId, p => p.Id,
                (s, p) => new { s.Id, s.Title, s.Due, s.Owner, s.GateKeeper, s.GatePassedAt, p.Slug, p.Name, p.LeadGroup, ProjectOwner = p.Owner })
            .OrderBy(s => s.Due).ThenBy(s => s.Id)
            .Select(s => new UrgentStage(s.Id, s.Title, s.Due, s.Owner, s.GatePassedAt == null ? s.GateKeeper : null, s.Slug, s.Name, s.LeadGroup, s.ProjectOwner)).ToListAsync(stop);
    }
}
