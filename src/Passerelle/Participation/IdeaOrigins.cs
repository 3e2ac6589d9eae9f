using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Projects.Contract;

namespace Passerelle.Participation;

/// <summary>An accepted idea is what a project of the group that wanted it begins with: its words fill the form, and the idea then shows the project.</summary>
internal sealed class IdeaOrigins(PlatformDb db, GroupList groups) : ProjectOrigins
{
    public override async Task<ProjectOrigin?> Find(Guid id, CancellationToken stop) =>
        await Waiting(id).AsNoTracking().FirstOrDefaultAsync(stop) is { } idea
            ? new(idea.Id, idea.GroupId is { } group ? (await groups.All(stop)).Present(group)?.Id : null, idea.Title, idea.Need) : null;

    public override async Task Became(Guid id, Guid project, Guid group, Act act, CancellationToken stop)
    {
        var all = await groups.All(stop);
        (await Waiting(id).SingleAsync(stop)).Become(project, [.. all.Keys.Where(g => all.Present(g)?.Id == group)], act);
    }

    private IQueryable<Idea> Waiting(Guid id) => db.Set<Idea>().Where(Idea.Shown).Where(i => i.Id == id && i.State == IdeaState.Accepted && i.ProjectId == null);
}

/// <summary>Whose project something is, also after groups were merged.</summary>
internal static class ProjectOwners
{
    /// <summary>The groups of a project, and those that were merged into one of them.</summary>
    public static HashSet<Guid> Owners(this ProjectCard project, IReadOnlyDictionary<Guid, GroupCard> groups) =>
        [.. groups.Keys.Where(g => project.Concerns(g) || (groups.Present(g) is { } present && project.Concerns(present.Id)))];
}
