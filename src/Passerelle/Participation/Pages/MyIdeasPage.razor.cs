using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Participation.Pages;

/// <summary>What somebody proposed, alone or with others, and where it stands.</summary>
public sealed partial class MyIdeasPage
{
    private const int PerPage = 50;

    public sealed record View(IReadOnlyList<IdeaRow> Rows, int Page, int Pages);

    public static async Task<IResult> Get(Visit visit, PlatformDb db, HttpContext http)
    {
        if (visit.Who is not { } who)
        {
            return visit.Refuse();
        }

        var (rows, count) = await db.Ideas(new(Author: who.Id), (visit.PageNumber - 1) * PerPage, PerPage, http.RequestAborted);
        return Show(new(rows, visit.PageNumber, Math.Max(1, (count + PerPage - 1) / PerPage)));
    }
}
