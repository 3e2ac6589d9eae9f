using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
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

        var all = visit.MayWrite(group);
        var events = db.Events.AsNoTracking().Where(e => e.SubjectId == group.Id && (all || e.IsPublic));
        var count = await events.CountAsync(http.RequestAborted);
        var lines = await wording.Of(await events.OrderByDescending(e => e.Number).Skip((visit.PageNumber - 1) * PerPage).Take(PerPage).ToListAsync(http.RequestAborted), http.RequestAborted);
        return Show(new(group, lines, visit.PageNumber, Math.Max(1, (count + PerPage - 1) / PerPage), await lineage.Of(group.Id, http.RequestAborted)));
    }

    private string Name => Model.Group.Name.Read(Language.Content).Value;

    private IReadOnlyList<TimelineItem> Items =>
        [.. Model.Lines.Select(l => new TimelineItem(l.Text, Say.LongDate(Visit.Clock.DateOf(l.At)), Tag: l.IsPublic ? null : T("history.internal")))];
}
