using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Files;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Projects.Contract;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects;

/// <summary>A project with the people of its lead group: what rights are asked of.</summary>
public sealed record OpenProject(Project Project, GroupCard Group, GroupCircle Circle)
{
    /// <summary>The two who lead the group today, those who are missing too.</summary>
    public IReadOnlyList<(College College, Guid? Person)> Pair => [(College.Elected, Circle.Elected), (College.CivilSociety, Circle.CivilSociety)];

    /// <summary>Whose names everybody may read: who answers for the project, leads its group or coordinates it.</summary>
    public IReadOnlySet<Guid> Known => field ??= new[] { Project.Owner, Circle.Elected, Circle.CivilSociety }.OfType<Guid>().Concat(Circle.Coordinators).ToHashSet();

    public IEnumerable<Guid> Signers => Pair.Select(p => p.Person).OfType<Guid>();
}

/// <summary>Loads projects and their plans.</summary>
internal static class ProjectStore
{
    public static Task<Project?> Project(this PlatformDb db, string slug, CancellationToken stop = default) =>
        db.Set<Project>().Include(p => p.Proofs).Include(p => p.SignOffs).Include(p => p.Budget).AsSplitQuery().FirstOrDefaultAsync(p => p.Slug == slug, stop);

    public static async Task<StagePlan> Plan(this PlatformDb db, Guid project, bool track = false, CancellationToken stop = default)
    {
        var stages = db.Set<Stage>().Where(s => s.ProjectId == project);
        var dependencies = db.Set<StageDependency>().Where(d => d.ProjectId == project);
        return new(
            await (track ? stages : stages.AsNoTracking()).ToListAsync(stop),
            await (track ? dependencies : dependencies.AsNoTracking()).ToListAsync(stop));
    }

    /// <summary>Of each project, or of these alone, the open stage that is due first; one query.</summary>
    public static async Task<IReadOnlyDictionary<Guid, StageCard>> NextStages(this PlatformDb db, IReadOnlyCollection<Guid>? projects, CancellationToken stop = default)
    {
        var open = db.Set<Stage>().AsNoTracking().StillOpen();
        if (projects is not null)
        {
            List<Guid> ids = [.. projects];
            open = open.Where(s => EF.Parameter(ids).Contains(s.ProjectId));
        }

        var first = open.GroupBy(s => s.ProjectId).Select(g => new { ProjectId = g.Key, Due = g.Min(s => s.Due) });
        var due = await open.Join(first, s => new { s.ProjectId, s.Due }, f => f, (s, f) => new { s.ProjectId, s.Order, s.Id, s.Title, s.Due, s.Owner }).ToListAsync(stop);
        return due.OrderBy(s => s.Order).DistinctBy(s => s.ProjectId).ToDictionary(s => s.ProjectId, s => new StageCard(s.Id, s.Title, s.Due, s.Owner));
    }

    /// <summary>The files of these pieces of evidence, in one query.</summary>
    public static async Task<IReadOnlyDictionary<Guid, StoredFile>> FilesOf(this PlatformDb db, IEnumerable<Proof> proofs, CancellationToken stop = default)
    {
        var ids = proofs.SelectMany(p => p.Files).ToList();
        return ids.Count == 0 ? new Dictionary<Guid, StoredFile>() : await db.Set<StoredFile>().AsNoTracking().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, stop);
    }

    /// <summary>Those of these files whose bytes are gone.</summary>
    public static IReadOnlySet<Guid> Lost(this FileStore store, IEnumerable<Guid> files) => files.Where(f => !store.Has(f)).ToHashSet();

    /// <summary>The project of a page in the workspace, for whoever may; otherwise the answer to give.</summary>
    /// <param name="whileOpen">For a page that has nothing to ask once the project has ended: it leads to the project.</param>
    public static async Task<(OpenProject Open, IResult? Answer)> Open(this Visit visit, PlatformDb db, GroupList groups, string slug, Func<OpenProject, bool> may, bool whileOpen = false)
    {
        if (await db.Project(slug, visit.Http.RequestAborted) is not { } project)
        {
            return (null!, visit.NotFound());
        }

        var open = await groups.With(project, visit.Http.RequestAborted);
        return (open, !may(open) ? visit.Refuse() : whileOpen && !project.IsOpen ? visit.Go($"/desk/projects/{slug}") : null);
    }

    public static async Task<OpenProject> With(this GroupList groups, Project project, CancellationToken stop = default) =>
        new(project, (await groups.All(stop))[project.LeadGroup], await groups.Circle(project.LeadGroup, stop));

    /// <summary>An amount, as people of the reader's language write it; an error at the field when it is none.</summary>
    public static long? Cents(this Form form, string field)
    {
        var typed = form.Line(field, 40);
        if (form.ErrorOf(field) is not null)
        {
            return null;
        }

        if (Money.TryRead(typed, out var money))
        {
            return money.Cents;
        }

        form.Fail(field, T("rule.money"));
        return null;
    }

    /// <summary>A free address made from a name.</summary>
    public static async Task<string> FreeProjectSlug(this PlatformDb db, string name, CancellationToken stop = default)
    {
        var stem = Slug.Of(name, "projet");
        var taken = await db.Set<Project>().Where(p => p.Slug.StartsWith(stem)).Select(p => p.Slug).ToListAsync(stop);
        return Slug.Free(stem, taken);
    }
}

/// <summary>Who may do what in a project: it follows from its lead group.</summary>
internal static class ProjectAccess
{
    /// <summary>The Director everywhere, a coordinator in the projects of the groups in their charge.</summary>
    public static bool MayWrite(this Visit visit, OpenProject open) =>
        visit.Is(Role.Director) || (visit.Is(Role.Coordinator) && visit.Who is { } who && open.Circle.Coordinators.Contains(who.Id));

    /// <summary>Who writes, leads the group, or answers for the project: moves its stages and offers proof.</summary>
    public static bool MayGuide(this Visit visit, OpenProject open) =>
        visit.MayWrite(open) || (visit.Who is { } who && (open.Circle.IsLedBy(who.Id) || open.Project.Owner == who.Id));

    /// <summary>Only the two who lead the group vouch for its results.</summary>
    public static bool MaySign(this Visit visit, OpenProject open) => visit.Who is { } who && open.Circle.IsLedBy(who.Id);

    /// <summary>Coordinators and the Director read every project in the workspace, its people their own.</summary>
    public static bool MayEnter(this Visit visit, OpenProject open) =>
        visit.Is(Role.Director, Role.Coordinator) || visit.MayGuide(open);
}
