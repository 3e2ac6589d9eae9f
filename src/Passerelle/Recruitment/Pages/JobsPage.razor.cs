using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Recruitment.Pages;

/// <summary>The posts that are open, and the archive of those that are not.</summary>
public sealed partial class JobsPage
{
    public sealed record View(IReadOnlyList<Vacancy> Vacancies, bool Archive);

    internal static async Task<IResult> Get(Visit visit, PlatformDb db, HttpContext http)
    {
        var open = await Published(db).Where(v => v.State == VacancyState.Published && v.ClosesAt > visit.Now).OrderBy(v => v.ClosesAt).ToListAsync(http.RequestAborted);
        http.ShowUntil(open.Select(v => (DateTimeOffset?)v.ClosesAt), visit.Now);
        return Show(new(open, Archive: false));
    }

    internal static async Task<IResult> Archive(Visit visit, PlatformDb db, HttpContext http)
    {
        var now = visit.Now;
        http.ShowUntil([.. await Published(db).Where(v => v.ClosesAt > now).Select(v => (DateTimeOffset?)v.ClosesAt).ToListAsync(http.RequestAborted)], now);
        return Show(new(await Published(db).Where(v => v.State == VacancyState.Closed || v.ClosesAt <= now).OrderByDescending(v => v.ClosesAt).ToListAsync(http.RequestAborted), Archive: true));
    }

    private static IQueryable<Vacancy> Published(PlatformDb db) => db.Set<Vacancy>().AsNoTracking().Where(v => v.State != VacancyState.Draft);
}
