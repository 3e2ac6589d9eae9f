using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Recruitment.Interviews;

namespace Passerelle.Recruitment.Pages;

/// <summary>Who did what with a vacancy, what was received for it and how its interviews came about: by number, never by name.</summary>
public sealed partial class VacancyHistoryPage
{
    private const int MostLines = 500;

    public sealed record View(Vacancy Vacancy, IReadOnlyList<HistoryLine> Lines);

    internal static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, EventWording wording, HttpContext http)
    {
        var (vacancy, answer) = await visit.OpenVacancy(db, slug);
        if (answer is not null)
        {
            return answer;
        }

        var received = vacancy.ClosesAt <= visit.Now ? await db.Set<Application>().Where(a => a.VacancyId == vacancy.Id && a.Number != null).Select(a => a.Id).ToListAsync(http.RequestAborted) : [];
        var slots = await db.Set<InterviewSlot>().Where(s => s.VacancyId == vacancy.Id).Select(s => s.Id).ToListAsync(http.RequestAborted);
        var interviews = await db.Set<Interview>().Where(i => EF.Parameter(received).Contains(i.ApplicationId)).Select(i => i.Id).ToListAsync(http.RequestAborted);
        List<Guid> subjects = [vacancy.Id, .. received, .. slots, .. interviews];
        var events = await db.Events.AsNoTracking().Where(e => EF.Parameter(subjects).Contains(e.SubjectId)).OrderByDescending(e => e.Number).Take(MostLines).ToListAsync(http.RequestAborted);
        return Show(new(vacancy, await wording.Of(events, http.RequestAborted)));
    }
}
