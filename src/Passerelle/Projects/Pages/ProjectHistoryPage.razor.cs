using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Projects.Pages;

/// <summary>What happened to a project, its stages and its links: public acts for everybody, all of them for who writes in it.</summary>
public sealed partial class ProjectHistoryPage
{
    private const int PerPage = 40;

    public sealed record View(Project Project, IReadOnlyList<HistoryLine> Lines, int Page, int Pages);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, GroupList groups, EventWording wording, HttpContext http)
    {
        var stop = http.RequestAborted;
        if (await db.Project(slug, stop) is not { } project)
        {
            return visit.NotFound();
        }

        var all = visit.MayWrite(await groups.With(project, stop));
        var stages = db.Set<Stage>().Where(s => s.ProjectId == project.Id).Select(s => s.Id);
        var links = db.Set<Link>().Where(l => l.FromProject == project.Id || l.ToProject == project.Id || stages.Contains(l.FromStage!.Value) || stages.Contains(l.ToStage!.Value)).Select(l => l.Id);
        var presentations = db.Set<Presentation>().Where(p => p.ProjectId == project.Id).Select(p => p.Id);
        var events = db.Events.AsNoTracking()
            .Where(e => (e.SubjectId == project.Id || stages.Contains(e.SubjectId) || links.Contains(e.SubjectId) || presentations.Contains(e.SubjectId)) && (all || e.IsPublic));
        var count = await events.CountAsync(stop);
        var lines = await wording.Of(await events.OrderByDescending(e => e.Number).Skip((visit.PageNumber - 1) * PerPage).Take(PerPage).ToListAsync(stop), stop);
        return Show(new(project, lines, visit.PageNumber, Math.Max(1, (count + PerPage - 1) / PerPage)));
    }
}
