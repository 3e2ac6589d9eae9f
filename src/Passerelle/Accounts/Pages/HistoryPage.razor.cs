using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;
using Passerelle.Platform.Web;

namespace Passerelle.Accounts.Pages;

/// <summary>What a person did, and what was done that concerns them.</summary>
public sealed partial class HistoryPage
{
    public sealed record View(IReadOnlyList<HistoryLine> Lines, int Page, int Pages, int Count);

    private const int PerPage = 50;

    internal static async Task<IResult> Get(Visit visit, PlatformDb db, EventWording wording)
    {
        if (visit.Who?.Id is not { } me)
        {
            return visit.Refuse();
        }

        var all = Of(me, db);
        var count = await all.CountAsync();
        var events = await all.OrderByDescending(e => e.Number).Skip((visit.PageNumber - 1) * PerPage).Take(PerPage).ToListAsync();
        return Show(new(await wording.Of(events), visit.PageNumber, (count + PerPage - 1) / PerPage, count));
    }

    internal static Task<IResult> GetCsv(Visit visit, PlatformDb db, EventWording wording) => File(HistoryFileKind.Csv, visit, db, wording);

    internal static Task<IResult> GetExcel(Visit visit, PlatformDb db, EventWording wording) => File(HistoryFileKind.Xlsx, visit, db, wording);

    private static async Task<IResult> File(HistoryFileKind kind, Visit visit, PlatformDb db, EventWording wording) =>
        visit.Who?.Id is not { } me ? visit.Refuse()
        : HistoryFile.Of(kind, "passerelle-" + Texts.T("history.file"), await wording.Of(await Of(me, db).OrderByDescending(e => e.Number).ToListAsync()), visit.Clock, days: false, who: false, inside: false);

    private static IQueryable<Event> Of(Guid me, PlatformDb db) => db.Events.AsNoTracking().Where(e => e.ActorId == me || e.PersonId == me);
}
