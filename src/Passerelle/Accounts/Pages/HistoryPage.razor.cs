using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
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

        var all = db.Events.AsNoTracking().Where(e => e.ActorId == me || e.PersonId == me);
        var count = await all.CountAsync();
        var events = await all.OrderByDescending(e => e.Number).Skip((visit.PageNumber - 1) * PerPage).Take(PerPage).ToListAsync();
        return Show(new(await wording.Of(events), visit.PageNumber, (count + PerPage - 1) / PerPage, count));
    }
}
