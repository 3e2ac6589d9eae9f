using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Recruitment.Interviews.Pages;

/// <summary>One slot: who comes, what they answered. What the interview must allow for is for its organiser alone.</summary>
public sealed partial class SlotPage
{
    public sealed record View(OpenSlot Open, bool Leads, IReadOnlyDictionary<Guid, PersonCard> People, InterviewSlot? Wanted, IReadOnlyList<Interview> Declined);

    internal static async Task<IResult> Get(string slug, Guid slot, Visit visit, PlatformDb db, Seating seating, People people, HttpContext http)
    {
        if (await OpenSlot.Find(slug, slot, visit, db, seating) is not { } open)
        {
            return visit.NotFound();
        }

        var leads = visit.MayRecruit();
        var wanted = leads && open.Interview?.WantedSlotId is { } id ? await db.Slot(id) : null;
        var declined = leads && open.Interview is null ? await db.Set<Interview>().AsNoTracking().Where(i => i.SlotId == slot && i.State == InterviewState.Declined).ToListAsync(http.RequestAborted) : [];
        return Show(new(open, leads, await people.Cards(open.Slot.Jurors.Select(j => j.PersonId)), wanted, declined));
    }
}
