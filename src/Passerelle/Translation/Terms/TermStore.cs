using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Translation.Terms.TermTexts;

namespace Passerelle.Translation.Terms;

/// <summary>Loads terms, and says who may do what with one.</summary>
internal static class TermStore
{
    public static Task<Term?> Term(this PlatformDb db, Guid id, CancellationToken stop = default) => db.Set<Term>().FirstOrDefaultAsync(t => t.Id == id, stop);

    /// <summary>A proofreader or the Director says which word is right.</summary>
    public static bool MayDecide(this Visit visit) => visit.Is(Role.Proofreader, Role.Director);

    /// <summary>Who decides, and who proposed it until that is decided.</summary>
    public static bool MayChange(this Visit visit, Term term) => visit.MayDecide() || (term.State == TermState.Proposed && visit.Who is { } who && term.ProposedBy == who.Id);

    /// <summary>Each pair is here once, whatever was decided about it.</summary>
    public static async Task MustBeFree(this PlatformDb db, TermPair pair, Guid self)
    {
        var key = pair.Key;
        if (await db.Set<Term>().AsNoTracking().FirstOrDefaultAsync(t => t.Key == key && t.Id != self) is { } there)
        {
            throw new RuleBroken(T(there.Reason is null ? $"rule.there.{there.State}" : $"rule.there.{there.State}.why", there.Name, there.Reason), TermPair.Field(pair.FromLanguage));
        }
    }
}
