using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Participation.Pages;

/// <summary>Every case: what waits for a decision or an answer, the oldest first; or the log of what was decided, the newest first.</summary>
public sealed partial class ModerationDesk
{
    private const int PerPage = 50;

    public enum Queue
    {
        Waiting,
        Settled,
    }

    public sealed record View(Queue Queue, IReadOnlyList<ModerationCase> Cases, int Page, int Pages, IReadOnlyDictionary<Guid, PersonCard> People);

    public static async Task<IResult> Get(Visit visit, PlatformDb db, People people, HttpContext http)
    {
        if (!visit.Is(Role.Moderator, Role.Director))
        {
            return visit.Refuse();
        }

        var (stop, queue) = (http.RequestAborted, visit.Query<Queue>("show") ?? Queue.Waiting);
        var all = db.Set<ModerationCase>().AsNoTracking();
        var asked = queue == Queue.Waiting
            ? all.Where(c => ModerationCase.WaitingStates.Contains(c.State)).OrderBy(c => c.OpenedAt).ThenBy(c => c.Id)
            : all.Where(c => !ModerationCase.WaitingStates.Contains(c.State)).OrderByDescending(c => c.AnsweredAt ?? c.DecidedAt ?? c.OpenedAt).ThenByDescending(c => c.Id);
        var pages = Math.Max(1, (await asked.CountAsync(stop) + PerPage - 1) / PerPage);
        var cases = await asked.Skip((visit.PageNumber - 1) * PerPage).Take(PerPage).Include(c => c.Reports).ToListAsync(stop);
        return Show(new(queue, cases, visit.PageNumber, pages, await people.Cards(cases.SelectMany(c => new[] { c.AuthorId, c.DecidedBy, c.AnsweredBy }).OfType<Guid>(), stop)));
    }
}
