using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Recruitment.Interviews.Pages;

/// <summary>All interviews for a vacancy, in their order, for the Director and the panel.</summary>
public sealed partial class InterviewsPage
{
    public sealed record Row(InterviewSlot Slot, Interview? Interview);

    public sealed record View(Vacancy Vacancy, bool Leads, IReadOnlyList<Row> Rows, IReadOnlyDictionary<Guid, PersonCard> People);

    internal static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, People people, HttpContext http)
    {
        if (await visit.OpenInterviews(db, slug) is not { } vacancy)
        {
            return visit.NotFound();
        }

        var stop = http.RequestAborted;
        var slots = await db.Set<InterviewSlot>().AsNoTracking().Include(s => s.Jurors).Where(s => s.VacancyId == vacancy.Id).ToListAsync(stop);
        var interviews = (await db.Set<Interview>().AsNoTracking().Where(i => db.Set<InterviewSlot>().Any(s => s.Id == i.SlotId && s.VacancyId == vacancy.Id)).ToListAsync(stop)).ToLookup(i => i.SlotId);
        var cards = await people.Cards(slots.SelectMany(s => s.Jurors).Select(j => j.PersonId), stop);
        return Show(new(vacancy, visit.MayRecruit(),
            [.. slots.OrderBy(s => s.StartsAt).ThenBy(s => s.RoomKey, StringComparer.Ordinal).Select(s => new Row(s, interviews[s.Id].OrderByDescending(i => i.Stands).ThenByDescending(i => i.InvitedAt).FirstOrDefault()))], cards));
    }
}
