using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Web;

namespace Passerelle.Projects.Pages;

/// <summary>The presentations that this person may read, those to come first.</summary>
public sealed partial class PresentationsDesk
{
    private const int PerPage = 50;

    public sealed record View(IReadOnlyList<OpenPresentation> Presentations, bool MayPlan, bool OnlyMine, int Page, int Pages);

    internal static async Task<IResult> Get(Visit visit, PresentationDesk desk)
    {
        if (!visit.SignedIn)
        {
            return visit.Refuse();
        }

        var (theirs, plans) = (visit.Query("mine") == "1", (await desk.Own()).Count > 0);
        var (shown, count) = await desk.Page(theirs, (visit.PageNumber - 1) * PerPage, PerPage);
        return count == 0 && !plans && !visit.Is(PresentationAccess.Agency) ? visit.Refuse()
            : Show(new(shown, plans, theirs, visit.PageNumber, Math.Max(1, (count + PerPage - 1) / PerPage)));
    }
}
