using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Projects.Contract;

namespace Passerelle.Projects;

/// <summary>Where translators find the texts of projects and of what belongs to them.</summary>
internal static class ProjectTextHomes
{
    private const string Section = "projects";
    private const int Order = 20;

    public static void MapTextHomes(this Registry registry)
    {
        registry.TextHomes[nameof(Project)] = Home((db, ids) => db.Set<Project>().Where(p => ids.Contains(p.Id)).Select(p => new Part(p.Id, p.Id)), "") with { Markdown = [nameof(Project.Purpose)] };
        registry.TextHomes[nameof(Stage)] = Home((db, ids) => db.Set<Stage>().Where(s => ids.Contains(s.Id)).Select(s => new Part(s.Id, s.ProjectId)), "/plan");
        registry.TextHomes[nameof(BudgetLine)] = Home((db, ids) => db.Set<BudgetLine>().Where(b => ids.Contains(b.Id)).Select(b => new Part(b.Id, b.ProjectId)), "");
        registry.TextHomes[nameof(Proof)] = Home((db, ids) => db.Set<Proof>().Where(p => ids.Contains(p.Id)).Select(p => new Part(p.Id, p.ProjectId)), "");
        registry.TextHomes[nameof(Link)] = new(Section, () => Texts.T("projects"), Order, Links);
        registry.TextHomes[nameof(Presentation)] = new(Section, () => Texts.T("projects"), Order, Presentations);
    }

    private static TextHome Home(Func<PlatformDb, List<Guid>, IQueryable<Part>> parts, string page) => new(Section, () => Texts.T("projects"), Order, async (services, ids, stop) =>
    {
        var projects = await services.GetRequiredService<ProjectList>().ById(stop);
        return (await parts(services.GetRequiredService<PlatformDb>(), [.. ids]).ToListAsync(stop)).Where(p => projects.ContainsKey(p.ProjectId))
            .ToDictionary(p => p.Id, p => new TextPlace(projects[p.ProjectId].Name, $"/projects/{projects[p.ProjectId].Slug}{page}", projects[p.ProjectId].LeadGroup));
    });

    private static async Task<IReadOnlyDictionary<Guid, TextPlace>> Presentations(IServiceProvider services, IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        var wanted = ids.ToList();
        var groups = await services.GetRequiredService<GroupList>().All(stop);
        var found = await services.GetRequiredService<PlatformDb>().Set<Presentation>().AsNoTracking().Where(p => wanted.Contains(p.Id)).Select(p => new { p.Id, p.GroupId }).ToListAsync(stop);
        return found.ToDictionary(p => p.Id, p => new TextPlace(groups[p.GroupId].Name, $"/desk/presentations/{p.Id}", p.GroupId));
    }

    /// <summary>A link is read at its ends: that of the first stands for it.</summary>
    private static async Task<IReadOnlyDictionary<Guid, TextPlace>> Links(IServiceProvider services, IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        var wanted = ids.ToList();
        var links = await services.GetRequiredService<PlatformDb>().Set<Link>().AsNoTracking().Where(l => wanted.Contains(l.Id)).ToListAsync(stop);
        var names = await services.GetRequiredService<LinkBook>().Names([.. links.Select(l => l.From)], stop);
        return links.Select(l => (l.Id, Side: names.Side(l.From))).Where(l => l.Side is not null).ToDictionary(l => l.Id, l => new TextPlace(l.Side!.Name, l.Side.Path, l.Side.Group));
    }

    private sealed record Part(Guid Id, Guid ProjectId);
}
