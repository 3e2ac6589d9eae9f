using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using static Passerelle.Recruitment.Selection.SelectionTexts;

namespace Passerelle.Recruitment.Selection;

/// <summary>What somebody wrote as a juror or as who leads. It names applications by their number alone.</summary>
internal sealed class SelectionData(PlatformDb db) : IPersonalData
{
    public string Name => "selection";

    public async Task<object?> Of(Guid person, CancellationToken stop)
    {
        var (sheets, decisions) = (await Sheets(person).AsNoTracking().ToListAsync(stop), await db.Set<Decision>().AsNoTracking().Where(d => d.DecidedBy == person).ToListAsync(stop));
        var settled = (await db.Set<Admissibility>().AsNoTracking().ToListAsync(stop)).Where(a => a.Settlements.Exists(s => s.Author == person)).ToList();
        var accesses = await db.Set<Access>().AsNoTracking().Where(a => a.ReaderId == person).ToListAsync(stop);
        var ids = sheets.Select(s => s.ApplicationId).Concat(decisions.Select(d => d.ApplicationId)).Concat(settled.Select(s => s.ApplicationId)).Concat(accesses.Select(a => a.ApplicationId)).Distinct().ToList();
        if (ids.Count == 0)
        {
            return null;
        }

        var places = await db.Set<Application>().Where(a => EF.Parameter(ids).Contains(a.Id))
            .Join(db.Set<Vacancy>(), a => a.VacancyId, v => v.Id, (a, v) => new { a.Id, v.Slug, a.Number }).ToDictionaryAsync(p => p.Id, p => $"{p.Slug}/{p.Number}", stop);
        return new
        {
            Sheets = sheets.Select(s => new { Application = places[s.ApplicationId], s.Verdicts, s.VerdictsAt, s.Scores, s.ScoresAt, s.ConflictAt, s.ConflictReason }),
            Settlements = settled.SelectMany(a => a.Settlements.Where(s => s.Author == person).Select(s => new { Application = places[a.ApplicationId], s.Code, s.Meets, s.Reason, s.At })),
            Decisions = decisions.Select(d => new { Application = places[d.ApplicationId], Outcome = d.Outcome.ToString(), d.OutcomeReason, d.DecidedAt }),
            Accesses = accesses.OrderBy(a => a.At).Select(a => new { Application = places[a.ApplicationId], a.At, a.DocumentId }),
        };
    }

    public async Task<IReadOnlyList<string>> Erase(Guid person, Act? act, CancellationToken stop)
    {
        var sheets = await Sheets(person).ToListAsync(stop);
        if (act is { } erased)
        {
            sheets.ForEach(s => s.Forget(erased));
            await db.SaveChangesAsync(stop);
        }

        return sheets.Count > 0 || await db.Set<Decision>().AnyAsync(d => d.DecidedBy == person, stop) ? [T("erase.stays")] : [];
    }

    private IQueryable<Assessment> Sheets(Guid person) => db.Set<Assessment>().Where(a => a.JurorId == person);
}
