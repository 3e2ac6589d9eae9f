using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Projects.Contract;

namespace Passerelle.Participation;

/// <summary>An accepted idea is what a project begins with: its words fill the form, and the idea then shows the project.</summary>
internal sealed class IdeaOrigins(PlatformDb db) : ProjectOrigins
{
    public override async Task<ProjectOrigin?> Find(Guid id, CancellationToken stop) =>
        await db.Set<Idea>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id && i.State == IdeaState.Accepted && i.ProjectId == null, stop) is { } idea
            ? new(idea.Id, idea.GroupId, idea.Title, idea.Need) : null;

    public override async Task Became(Guid id, Guid project, Act act, CancellationToken stop) =>
        (await db.Set<Idea>().SingleAsync(i => i.Id == id, stop)).Become(project, act);
}
