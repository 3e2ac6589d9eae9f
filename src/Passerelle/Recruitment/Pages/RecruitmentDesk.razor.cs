using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Recruitment.Texts;

namespace Passerelle.Recruitment.Pages;

/// <summary>The vacancies that a person leads or judges. How many have applied is said once the deadline has passed.</summary>
public sealed partial class RecruitmentDesk
{
    public sealed record View(IReadOnlyList<Vacancy> Vacancies, IReadOnlyDictionary<Guid, int> Received, bool MayWrite, bool Open);

    internal static async Task<IResult> Get(Visit visit, PlatformDb db, DocumentDesk documents, HttpContext http)
    {
        if (!visit.Is(Role.Director, Role.Juror))
        {
            return visit.Refuse();
        }

        var me = visit.Who!.Id;
        var all = visit.MayRecruit();
        var vacancies = await db.Set<Vacancy>().AsNoTracking().Where(v => all || v.Panel.Any(j => j.PersonId == me && j.LeftAt == null)).OrderByDescending(v => v.ClosesAt).ToListAsync(http.RequestAborted);
        var received = await db.Set<Application>().Where(a => a.State == ApplicationState.Sent).GroupBy(a => a.VacancyId).ToDictionaryAsync(g => g.Key, g => g.Count(), http.RequestAborted);
        return Show(new(vacancies, received, all, documents.IsOpen));
    }

    internal static string StateName(Vacancy vacancy, DateTimeOffset now) =>
        T(vacancy.State switch { VacancyState.Draft => "state.draft", VacancyState.Closed => "state.closed", _ => vacancy.Takes(now) ? "state.open" : "state.selecting" });
}
