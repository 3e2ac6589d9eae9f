using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Platform.Web.Components;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>A group's history: its public acts for everybody, all of them for who coordinates it.</summary>
public sealed partial class GroupHistoryPage
{
    private const int PerPage = 40;

    public sealed record View(Group Group, IReadOnlyList<HistoryLine> Lines, int Page, int Pages, LineageView? Lineage);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, EventWording wording, LineageReading lineage, HttpContext http)
    {
        if (await db.ReadGroup(slug, http.RequestAborted) is not { } group || !visit.MaySee(group))
        {
            return visit.NotFound();
        }

        var events = Of(group, visit, db);
        var count = await events.CountAsync(http.RequestAborted);
        var lines = await wording.Of(await events.OrderByDescending(e => e.Number).Skip((visit.PageNumber - 1) * PerPage).Take(PerPage).ToListAsync(http.RequestAborted), http.RequestAborted);
        return Show(new(group, lines, visit.PageNumber, Math.Max(1, (count + PerPage - 1) / PerPage), await lineage.Of(group.Id, http.RequestAborted)));
    }

    public static Task<IResult> GetCsv(string slug, Visit visit, PlatformDb db, EventWording wording, HttpContext http) =>
        File(HistoryFileKind.Csv, slug, visit, db, wording, http.RequestAborted);

    public static Task<IResult> GetExcel(string slug, Visit visit, PlatformDb db, EventWording wording, HttpContext http) =>
        File(HistoryFileKind.Xlsx, slug, visit, db, wording, http.RequestAborted);

    private static async Task<IResult> File(HistoryFileKind kind, string slug, Visit visit, PlatformDb db, EventWording wording, CancellationToken stop)
    {
        if (await db.ReadGroup(slug, stop) is not { } group || !visit.MaySee(group))
        {
            return visit.NotFound();
        }

        var lines = await wording.Of(await Of(group, visit, db).OrderByDescending(e => e.Number).ToListAsync(stop), stop);
        return HistoryFile.Of(kind, group.Slug, lines, visit.Clock, days: true, inside: visit.MayWrite(group));
    }

    private static IQueryable<Event> Of(Group group, Visit visit, PlatformDb db)
    {
        var all = visit.MayWrite(group);
        return db.Events.AsNoTracking().Where(e => e.SubjectId == group.Id && (all || e.IsPublic));
    }

    private string Name => Model.Group.Name.Read(Language.Content).Value;

    private IReadOnlyList<TimelineItem> Items =>
        [.. Model.Lines.Select(l => new TimelineItem(l.Text, Say.LongDate(Visit.Clock.DateOf(l.At)), Tag: l.IsPublic ? null : T("history.internal")))];
}
