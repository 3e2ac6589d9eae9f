using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Web;

namespace Passerelle.Projects.Pages;

/// <summary>The presentations that this person may read, those to come first.</summary>
public sealed partial class PresentationsDesk
{
    private const int PerPage = 50;

    public sealed record View(IReadOnlyList<OpenPresentation> Presentations, bool MayPlan, bool OnlyMine, int Page, int Pages);

    internal static async Task<IResult> Get(Visit visit, PresentationDesk desk, HttpContext http)
    {
        if (!visit.SignedIn)
        {
            return visit.Refuse();
        }

        var all = await desk.With(await desk.Db.Set<Presentation>().AsNoTracking().Include(p => p.Presenters).Include(p => p.Slides).AsSplitQuery().ToListAsync(http.RequestAborted));
        var read = PresentationSlots.Sorted([.. all.Where(visit.MayRead)]);
        var plans = (await desk.Own()).Count > 0;
        if (read.Count == 0 && !plans && !visit.Is(PresentationAccess.Agency))
        {
            return visit.Refuse();
        }

        var mine = visit.Query("mine") == "1";
        var shown = read.Where(p => !mine || visit.IsTheirs(p)).ToList();
        return Show(new([.. shown.Skip((visit.PageNumber - 1) * PerPage).Take(PerPage)], plans, mine, visit.PageNumber, Math.Max(1, (shown.Count + PerPage - 1) / PerPage)));
    }
}
