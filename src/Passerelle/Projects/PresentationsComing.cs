using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Bodies.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Projects;

/// <summary>A presentation to come, for a list of dates.</summary>
public sealed record ComingPresentation(Presentation Presentation, LocalizedText Subject, LocalizedText Audience, IReadOnlyList<string> Missing);

/// <summary>The presentations to come: read once and kept until one of them or a project changes, or the day. «Today» asks nothing.</summary>
internal sealed class PresentationsComing(IServiceScopeFactory scopes, Generations generations, Clock clock) : IDisposable
{
    private static readonly string[] Tags = ["presentation", "project"];
    private readonly KeptReading<IReadOnlyList<Row>> _rows = new(scopes, generations, Tags, (db, stop) => Read(db, clock.Now, stop), clock);

    /// <param name="Presentation">With who presents and its slides.</param>
    /// <param name="Project">The name of what is presented; null for the group's work.</param>
    /// <param name="HasCriterion">Whether its project says what its result will be.</param>
    /// <param name="Audience">To whom.</param>
    public sealed record Row(Presentation Presentation, LocalizedText? Project, bool HasCriterion, LocalizedText Audience)
    {
        public ComingPresentation For(GroupCard group, IReadOnlyList<Guid> pair) => new(
            Presentation, Project ?? group.Name, Audience, Presentation.State == PresentationState.Planned ? Presentation.Missing(new(pair, HasCriterion)) : []);
    }

    public ValueTask<IReadOnlyList<Row>> All(CancellationToken stop) => _rows.Get(stop);

    public void Dispose() => _rows.Dispose();

    private static async Task<IReadOnlyList<Row>> Read(PlatformDb db, DateTimeOffset now, CancellationToken stop)
    {
        var coming = await db.Set<Presentation>().AsNoTracking().Include(p => p.Presenters).Include(p => p.Slides).AsSingleQuery()
            .Where(p => p.At > now && (p.State == PresentationState.Planned || p.State == PresentationState.Ready)).OrderBy(p => p.At).ToListAsync(stop);
        if (coming.Count == 0)
        {
            return [];
        }

        var ids = coming.Select(p => p.ProjectId).OfType<Guid>().Distinct().ToList();
        var projects = await db.Set<Project>().AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.Id)).Select(p => new { p.Id, p.Name, p.Criterion }).ToDictionaryAsync(p => p.Id, stop);
        var bodies = (await new BodyList(db).All(stop)).ToDictionary(b => b.Id, b => b.Name);
        return [.. coming.Select(p =>
        {
            var project = p.ProjectId is { } id ? projects[id] : null;
            return new Row(p, project?.Name, project is null || !project.Criterion.IsEmpty, p.Body is { } body ? bodies[body] : p.Circle);
        })];
    }
}
