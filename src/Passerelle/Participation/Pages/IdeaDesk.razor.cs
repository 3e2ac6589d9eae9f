using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Participation.Pages;

/// <summary>One idea for who looks at it: what it says, what resembles it, and what can be done with it now.</summary>
public sealed partial class IdeaDesk
{
    private const int MostAlike = 6;

    /// <summary>More than an idea has acts, unless many add views.</summary>
    private const int MostLines = 100;

    public sealed record View(IdeaPage.View About, IReadOnlyList<Resemblance> Near, IReadOnlyList<HistoryLine> History);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, IdeaReading reading, Resemblances resemblances, EventWording wording)
    {
        var (idea, instead) = await visit.OpenIdea(db, slug);
        if (instead is not null)
        {
            return instead;
        }

        var near = await resemblances.Of(new(idea.Title, idea.Need, idea.Evidence, idea.Beneficiaries), MostAlike + 1, visit.Http.RequestAborted);
        var events = await db.Events.AsNoTracking().Where(e => e.SubjectId == idea.Id).OrderByDescending(e => e.Number).Take(MostLines).ToListAsync(visit.Http.RequestAborted);
        return Show(new(await reading.Of(idea, visit), [.. near.Where(n => n.Id != idea.Id).Take(MostAlike)], await wording.Of(events, visit.Http.RequestAborted)));
    }
}
