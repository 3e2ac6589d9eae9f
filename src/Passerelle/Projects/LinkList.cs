using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Projects;

/// <summary>The open links, and the stages at their ends.</summary>
internal sealed record OpenLinks(IReadOnlyList<Link> Links, IReadOnlyList<LinkedStage> Stages);

/// <summary>All open links: read once, in two queries, and kept until an event of a link, project or stage changes them.</summary>
internal sealed class LinkList(IServiceScopeFactory scopes, Generations generations) : IDisposable
{
    private readonly KeptReading<OpenLinks> _open = new(scopes, generations, ["link", "project", "stage"], Read);

    public ValueTask<OpenLinks> Get(CancellationToken stop = default) => _open.Get(stop);

    public void Dispose() => _open.Dispose();

    public static async Task<IReadOnlyList<LinkedStage>> StagesAt(PlatformDb db, IReadOnlyCollection<LinkEnd> ends, CancellationToken stop)
    {
        var stages = ends.Where(e => e.Kind == LinkEndKind.Stage).Select(e => e.Id!.Value).Distinct().ToList();
        var projects = ends.Where(e => e.Kind == LinkEndKind.Project).Select(e => e.Id!.Value).Distinct().ToList();
        var open = db.Set<Stage>().StillOpen().Where(s => projects.Contains(s.ProjectId)).Select(s => s.Id);
        return stages.Count + projects.Count == 0 ? [] : [.. (await db.Set<Stage>().AsNoTracking().Where(s => stages.Contains(s.Id) || open.Contains(s.Id))
            .OrderBy(s => s.Due).Select(s => new { s.Id, s.ProjectId, s.Title, s.Due, s.State }).ToListAsync(stop))
            .Select(s => new LinkedStage(s.Id, s.ProjectId, s.Title, s.Due, s.State is StageState.Planned or StageState.Underway))];
    }

    private static async Task<OpenLinks> Read(PlatformDb db, CancellationToken stop)
    {
        var links = await db.Set<Link>().AsNoTracking().Where(l => l.OpenKey != null).OrderBy(l => l.ProposedAt).ThenBy(l => l.Id).ToListAsync(stop);
        return new(links, await StagesAt(db, [.. links.SelectMany(l => new[] { l.From, l.To })], stop));
    }
}
