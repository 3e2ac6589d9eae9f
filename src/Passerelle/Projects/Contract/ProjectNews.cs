using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Projects.Contract;

/// <summary>What an event of a project, a stage or a presentation is about.</summary>
/// <param name="Project">The project; null for a presentation of a group's whole work.</param>
/// <param name="Group">The group, for a presentation.</param>
/// <param name="Title">The stage's.</param>
public sealed record ProjectMatter(Guid? Project, Guid? Group, LocalizedText? Title);

/// <summary>Stages and presentations, for whoever tells of them; those that everybody may see at this moment.</summary>
public sealed class ProjectNews(PlatformDb db)
{
    /// <summary>By the id of the stage, in one query.</summary>
    public async Task<IReadOnlyDictionary<Guid, ProjectMatter>> Stages(IReadOnlyCollection<Guid> stages, CancellationToken stop = default) =>
        (await db.Set<Stage>().AsNoTracking().Where(s => EF.Parameter(stages).Contains(s.Id)).Select(s => new { s.Id, s.ProjectId, s.Title }).ToListAsync(stop))
            .ToDictionary(s => s.Id, s => new ProjectMatter(s.ProjectId, null, s.Title));

    /// <summary>
    /// By the id of the presentation, in one query: those to come on a day that is set, those that were given, and that
    /// one of them is off.
    /// </summary>
    public async Task<IReadOnlyDictionary<Guid, ProjectMatter>> Presentations(IReadOnlyCollection<Guid> presentations, DateTimeOffset now, CancellationToken stop = default) =>
        (await db.Set<Presentation>().AsNoTracking().Where(p => EF.Parameter(presentations).Contains(p.Id) && p.At != null).Select(p => new { p.Id, p.ProjectId, p.GroupId, p.At, p.State }).ToListAsync(stop))
            .Where(p => p.State is PresentationState.Given or PresentationState.Cancelled || p.At > now)
            .ToDictionary(p => p.Id, p => new ProjectMatter(p.ProjectId, p.GroupId, null));
}
