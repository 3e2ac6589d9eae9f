using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Recruitment.Interviews.Pages;

/// <summary>A slot of a vacancy with the interview that takes it, as its pages open it.</summary>
public sealed record OpenSlot(Vacancy Vacancy, InterviewSlot Slot, Interview? Interview, Application? Application)
{
    /// <summary>Loads it for who may see it: the Director, and of the panel whoever may sit before this candidate. Else there is nothing.</summary>
    internal static async Task<OpenSlot?> Find(string slug, Guid id, Visit visit, PlatformDb db, Seating seating)
    {
        if (await visit.OpenInterviews(db, slug) is not { } vacancy || await db.Slot(id) is not { } slot || slot.VacancyId != vacancy.Id)
        {
            return null;
        }

        var interview = await db.InterviewAt(id);
        if (interview is not null && !visit.MayRecruit() && !await seating.MaySit(visit.Who!.Id, interview.ApplicationId))
        {
            return null;
        }

        return new(vacancy, slot, interview, interview is null ? null : await db.Set<Application>().FirstAsync(a => a.Id == interview.ApplicationId));
    }

    /// <summary>The same for the Director alone.</summary>
    internal static async Task<OpenSlot?> FindToLead(string slug, Guid id, Visit visit, PlatformDb db, Seating seating) =>
        visit.MayRecruit() ? await Find(slug, id, visit, db, seating) : null;

    /// <summary>The same for a juror who sits.</summary>
    internal static async Task<OpenSlot?> FindToSit(string slug, Guid id, Visit visit, PlatformDb db, Seating seating) =>
        await Find(slug, id, visit, db, seating) is { } open && open.Sits(visit) ? open : null;

    public bool Sits(Visit visit) => Vacancy.IsJuror(visit.Who?.Id) && Slot.Seats(visit.Who?.Id);
}
