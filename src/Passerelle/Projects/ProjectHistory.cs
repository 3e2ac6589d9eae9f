using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Bodies.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;
using Passerelle.Platform.Localization;
using Passerelle.Projects.Contract;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects;

/// <summary>What happened to a project, its stages, its links and its presentations, and what all those are called in histories.</summary>
internal static class ProjectHistory
{
    /// <param name="project">Whose history it is.</param>
    /// <param name="all">For who writes in it; public acts alone otherwise.</param>
    public static IQueryable<Event> HistoryOf(this PlatformDb db, Guid project, bool all)
    {
        var stages = db.Set<Stage>().Where(s => s.ProjectId == project).Select(s => s.Id);
        var links = db.Set<Link>().Where(l => l.FromProject == project || l.ToProject == project || stages.Contains(l.FromStage!.Value) || stages.Contains(l.ToStage!.Value)).Select(l => l.Id);
        var presentations = db.Set<Presentation>().Where(p => p.ProjectId == project).Select(p => p.Id);
        return db.Events.AsNoTracking()
            .Where(e => (e.SubjectId == project || stages.Contains(e.SubjectId) || links.Contains(e.SubjectId) || presentations.Contains(e.SubjectId)) && (all || e.IsPublic))
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Number);
    }

    public static async Task<IReadOnlyDictionary<Guid, string>> Stages(IServiceProvider services, IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        var stages = await services.GetRequiredService<PlatformDb>().Set<Stage>().AsNoTracking().Where(s => EF.Parameter(ids).Contains(s.Id)).Select(s => new { s.Id, s.Title }).ToListAsync(stop);
        return stages.ToDictionary(s => s.Id, s => Here(s.Title));
    }

    public static async Task<IReadOnlyDictionary<Guid, string>> Links(IServiceProvider services, IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        var links = await services.GetRequiredService<PlatformDb>().Set<Link>().AsNoTracking().Where(l => EF.Parameter(ids).Contains(l.Id)).ToListAsync(stop);
        var names = await services.GetRequiredService<LinkBook>().Names([.. links.SelectMany(l => new[] { l.From, l.To })], stop);
        return links.Select(names.Card).OfType<LinkCard>().ToDictionary(l => l.Id, l => T("link.title", l.From.Here, l.To.Here));
    }

    public static async Task<IReadOnlyDictionary<Guid, string>> Presentations(IServiceProvider services, IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        var presentations = await services.GetRequiredService<PlatformDb>().Set<Presentation>().AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.Id))
            .Select(p => new { p.Id, p.ProjectId, p.GroupId, p.Body, p.Circle }).ToListAsync(stop);
        var (projects, groups) = (await services.GetRequiredService<ProjectList>().ById(stop), await services.GetRequiredService<GroupList>().All(stop));
        var bodies = presentations.Exists(p => p.Body is not null) ? (await services.GetRequiredService<BodyList>().All(stop)).ToDictionary(b => b.Id, b => b.Name) : [];
        return presentations.ToDictionary(p => p.Id, p => T("link.title",
            Here(p.ProjectId is { } project ? projects[project].Name : groups[p.GroupId].Name), Here(p.Body is { } body ? bodies[body] : p.Circle)));
    }

    private static string Here(LocalizedText text) => text.Read(Language.Content).Value;
}
