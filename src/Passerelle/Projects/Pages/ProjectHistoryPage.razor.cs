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
        var events = db.HistoryOf(project.Id, all);
        var count = await events.CountAsync(stop);
        var lines = await wording.Of(await events.Skip((visit.PageNumber - 1) * PerPage).Take(PerPage).ToListAsync(stop), stop);
        return Show(new(project, lines, visit.PageNumber, Math.Max(1, (count + PerPage - 1) / PerPage)));
    }

    public static Task<IResult> GetCsv(string slug, Visit visit, PlatformDb db, GroupList groups, EventWording wording, HttpContext http) =>
        File(HistoryFileKind.Csv, slug, visit, db, groups, wording, http.RequestAborted);

    public static Task<IResult> GetExcel(string slug, Visit visit, PlatformDb db, GroupList groups, EventWording wording, HttpContext http) =>
        File(HistoryFileKind.Xlsx, slug, visit, db, groups, wording, http.RequestAborted);

    private static async Task<IResult> File(HistoryFileKind kind, string slug, Visit visit, PlatformDb db, GroupList groups, EventWording wording, CancellationToken stop)
    {
        if (await db.Project(slug, stop) is not { } project)
        {
            return visit.NotFound();
        }

        var all = visit.MayWrite(await groups.With(project, stop));
        var lines = await wording.Of(await db.HistoryOf(project.Id, all).ToListAsync(stop), stop);
        return HistoryFile.Of(kind, project.Slug, lines, visit.Clock, days: false, who: all, inside: all);
    }
}
