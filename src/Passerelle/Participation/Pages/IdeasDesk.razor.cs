using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Participation.Pages;

/// <summary>The queue of ideas: what waits for a coordinator, what waits for the Director, and what was decided.</summary>
public sealed partial class IdeasDesk
{
    private const int PerPage = 50;

    public enum Queue
    {
        Waiting,
        Director,
        Decided,
    }

    public sealed record View(Queue Queue, IReadOnlyList<IdeaRow> Rows, int Page, int Pages, IReadOnlyDictionary<Guid, PersonCard> People);

    public static async Task<IResult> Get(Visit visit, PlatformDb db, People people, HttpContext http)
    {
        if (!visit.MayTriage())
        {
            return visit.Refuse();
        }

        var queue = visit.Query<Queue>("show") ?? (visit.Is(Role.Director) ? Queue.Director : Queue.Waiting);
        IdeaState[] states = queue switch
        {
            Queue.Waiting => [IdeaState.Sent, IdeaState.Diagnosis],
            Queue.Director => [IdeaState.Consented],
            _ => [IdeaState.Accepted, IdeaState.Refused, IdeaState.Merged],
        };
        var (rows, count) = await db.Ideas(new(States: states), (visit.PageNumber - 1) * PerPage, PerPage, http.RequestAborted);
        return Show(new(queue, rows, visit.PageNumber, Math.Max(1, (count + PerPage - 1) / PerPage), await people.Cards(rows.Select(r => r.Idea.AuthorId), http.RequestAborted)));
    }
}
