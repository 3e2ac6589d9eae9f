using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using static Passerelle.Participation.Texts;

namespace Passerelle.Participation;

/// <summary>What moderation holds about a person: their reports, and decisions on what they wrote.</summary>
internal sealed class ModerationData(PlatformDb db) : IPersonalData
{
    public string Name => "moderation";

    public async Task<object?> Of(Guid person, CancellationToken stop)
    {
        var cases = await Cases(person).AsNoTracking().ToListAsync(stop);
        return cases.Count == 0 ? null : new
        {
            Reports = cases.SelectMany(c => c.Reports).Where(r => r.ReporterId == person).Select(r => new { r.At, r.Words }),
            Decisions = cases.Where(c => c.AuthorId == person && c.DecidedAt is not null)
                .Select(c => new { c.DecidedAt, State = c.State.ToString(), c.Reason, c.AppealedAt, c.Appeal, c.AnsweredAt, c.Answer }),
        };
    }

    public async Task<IReadOnlyList<string>> Erase(Guid person, Act? act, CancellationToken stop)
    {
        var cases = await Cases(person).ToListAsync(stop);
        if (act is not null)
        {
            cases.ForEach(c => c.Forget(person));
            await db.SaveChangesAsync(stop);
        }

        return cases.Exists(c => c.AuthorId == person && c.DecidedAt is not null) ? [T("erase.stays")] : [];
    }

    private IQueryable<ModerationCase> Cases(Guid person) =>
        db.Set<ModerationCase>().Include(c => c.Reports).Where(c => c.AuthorId == person || c.Reports.Any(r => r.ReporterId == person));
}
