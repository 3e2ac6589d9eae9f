using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Translation.Terms.Pages;

/// <summary>One term: what is said of it, who decided, and what can be done with it.</summary>
public sealed partial class TermPage
{
    private const int MostLines = 100;

    /// <param name="Others">Other pairs that have one of its words.</param>
    public sealed record View(Term Term, IReadOnlyList<Term> Others, IReadOnlyDictionary<Guid, PersonCard> People, IReadOnlyList<HistoryLine> History);

    internal static async Task<IResult> Get(Guid id, Visit visit, PlatformDb db, People people, EventWording wording, HttpContext http)
    {
        if (!visit.SignedIn)
        {
            return visit.Refuse();
        }

        var stop = http.RequestAborted;
        if (await db.Set<Term>().AsNoTracking().FirstOrDefaultAsync(t => t.Id == id, stop) is not { } term)
        {
            return visit.NotFound();
        }

        var (fromLanguage, from, toLanguage, to) = (term.FromLanguage, term.FromFolded, term.ToLanguage, term.ToFolded);
        var others = await db.Set<Term>().AsNoTracking().Where(Term.InUse).Where(t => t.Id != id && ((t.FromLanguage == fromLanguage && t.FromFolded == from) || (t.ToLanguage == toLanguage && t.ToFolded == to)))
            .OrderBy(t => t.FromFolded).ThenBy(t => t.ToFolded).Take(MostLines).ToListAsync(stop);
        var events = await db.Events.AsNoTracking().Where(e => e.SubjectId == id).OrderByDescending(e => e.Number).Take(MostLines).ToListAsync(stop);
        return Show(new(term, others, await people.Cards(new[] { term.ProposedBy, term.DecidedBy }.OfType<Guid>(), stop), await wording.Of(events, stop)));
    }
}
