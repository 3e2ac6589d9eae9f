using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;
using Passerelle.Platform.Web;
using Passerelle.Recruitment.Emails;

namespace Passerelle.Recruitment;

/// <summary>The Director's way to a vacancy: nobody else finds it at the desk.</summary>
internal static class VacancyDesk
{
    public static async Task<(Vacancy Vacancy, IResult? Answer)> OpenVacancy(this Visit visit, PlatformDb db, string slug) =>
        visit.MayRecruit() && await db.Vacancy(slug) is { } vacancy ? (vacancy, null) : (null!, visit.SignedIn ? visit.NotFound() : visit.Refuse());
}

/// <summary>A rule was changed after publication: those who have applied are told.</summary>
internal sealed class WhenAmended(PlatformDb db, ApplicationDesk desk) : EventHandling
{
    public override string Name => "recruitment.amended";

    public override IReadOnlyList<string> Names => ["vacancy.amended"];

    public override async Task Handle(Event happened, CancellationToken stop)
    {
        var (vacancy, told) = (await db.Vacancy(happened.SubjectId, stop), happened["amendment"]);
        var amendment = vacancy.Amendments.Find(a => a.Id.ToString() == told) ?? vacancy.Amendments.MaxBy(a => a.At); // older events do not say which
        var candidates = await db.Set<Application>().Include(a => a.AllDocuments)
            .Where(a => a.VacancyId == vacancy.Id && (a.State == ApplicationState.Draft || a.State == ApplicationState.Sent || a.State == ApplicationState.Registered)).ToListAsync(stop);
        foreach (var candidate in candidates)
        {
            await desk.Mail<VacancyAmended>(candidate, vacancy, "amended", happened.At, (nameof(VacancyAmended.Amendment), amendment));
        }

        await db.SaveChangesAsync(stop);
    }
}
