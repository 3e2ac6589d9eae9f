using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Participation.Pages;

/// <summary>Every case: what waits for a decision or an answer first, then the log of what was decided.</summary>
public sealed partial class ModerationDesk
{
    private const int Most = 200;

    public sealed record View(IReadOnlyList<ModerationCase> Cases, IReadOnlyDictionary<Guid, PersonCard> People);

    public static async Task<IResult> Get(Visit visit, PlatformDb db, People people, HttpContext http)
    {
        if (!visit.Is(Role.Moderator, Role.Director))
        {
            return visit.Refuse();
        }

        var stop = http.RequestAborted;
        var cases = await db.Set<ModerationCase>().AsNoTracking().Include(c => c.Reports).OrderByDescending(c => c.Id).Take(Most).ToListAsync(stop);
        return Show(new(cases, await people.Cards(cases.SelectMany(c => new[] { c.AuthorId, c.DecidedBy, c.AnsweredBy }).OfType<Guid>(), stop)));
    }
}
