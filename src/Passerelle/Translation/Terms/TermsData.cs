using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using static Passerelle.Translation.Terms.TermTexts;

namespace Passerelle.Translation.Terms;

/// <summary>The terms that somebody proposed or decided. Of an erased account they stay, without a name.</summary>
internal sealed class TermsData(PlatformDb db) : IPersonalData
{
    public string Name => "terms";

    public async Task<object?> Of(Guid person, CancellationToken stop)
    {
        var terms = await Named(person).AsNoTracking().OrderBy(t => t.ProposedAt ?? t.DecidedAt).ThenBy(t => t.Id).ToListAsync(stop);
        return terms.Count == 0 ? null : terms.Select(t => new
        {
            pair = new Dictionary<string, string> { [t.FromLanguage] = t.From, [t.ToLanguage] = t.To },
            t.Definition,
            t.Note,
            t.Origin,
            state = t.State.ToString(),
            proposed = t.ProposedBy == person ? t.ProposedAt : null,
            decided = t.DecidedBy == person ? t.DecidedAt : null,
            reason = t.DecidedBy == person ? t.Reason : null,
        });
    }

    public async Task<IReadOnlyList<string>> Erase(Guid person, Act? act, CancellationToken stop)
    {
        var terms = await Named(person).ToListAsync(stop);
        if (act is not null)
        {
            terms.ForEach(t => t.Forget(person));
            db.RemoveRange(await db.Set<TermImport>().Where(i => i.PersonId == person).ToListAsync(stop));
            await db.SaveChangesAsync(stop);
        }

        return terms.Count == 0 ? [] : [T("personal.kept")];
    }

    private IQueryable<Term> Named(Guid person) => db.Set<Term>().Where(t => t.ProposedBy == person || t.DecidedBy == person);
}
