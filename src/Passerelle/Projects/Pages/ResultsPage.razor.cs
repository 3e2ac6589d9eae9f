using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Files;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;

namespace Passerelle.Projects.Pages;

/// <summary>What the groups brought about: each completed project, its result, and what shows it.</summary>
public sealed partial class ResultsPage
{
    private const int PerPage = 24;

    public sealed record View(
        IReadOnlyList<Project> Projects, int Count, int Page, int Pages, IReadOnlyDictionary<Guid, GroupCard> Groups, IReadOnlyDictionary<Guid, StoredFile> Files, ProgrammeView Programme);

    public static async Task<IResult> Get(Visit visit, PlatformDb db, GroupList groups, Programmes programmes, HttpContext http)
    {
        var stop = http.RequestAborted;
        var completed = db.Set<Project>().AsNoTracking().Where(p => p.Phase == Phase.Completed);
        var count = await completed.CountAsync(stop);
        var projects = await completed.Include(p => p.Proofs).OrderByDescending(p => p.EndedOn).ThenBy(p => p.Slug).Skip((visit.PageNumber - 1) * PerPage).Take(PerPage).ToListAsync(stop);
        return Show(new(projects, count, visit.PageNumber, Math.Max(1, (count + PerPage - 1) / PerPage), await groups.All(stop), await db.FilesOf(projects.SelectMany(p => p.Proofs), stop), await programmes.Current(stop)));
    }
}
