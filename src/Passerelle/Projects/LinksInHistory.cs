using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;

namespace Passerelle.Projects;

/// <summary>The links of a group, of the projects that it leads and of their stages stand in its history too.</summary>
internal sealed class LinksInHistory(PlatformDb db) : GroupHistorySource
{
    public override async Task<IReadOnlyList<Guid>> Of(Guid group, CancellationToken stop = default) => await db.LinksOf(group).Select(l => l.Id).ToListAsync(stop);
}

internal static class LinksOfGroups
{
    /// <summary>The links of a group, of the projects that it leads and of their stages.</summary>
    public static IQueryable<Link> LinksOf(this PlatformDb db, Guid group)
    {
        var projects = db.Set<Project>().Where(p => p.LeadGroup == group).Select(p => (Guid?)p.Id);
        var stages = db.Set<Stage>().Where(s => projects.Contains(s.ProjectId)).Select(s => (Guid?)s.Id);
        return db.Set<Link>().Where(l => l.FromGroup == group || l.ToGroup == group || projects.Contains(l.FromProject) || projects.Contains(l.ToProject)
            || stages.Contains(l.FromStage) || stages.Contains(l.ToStage));
    }
}
