using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Translation.Memory;

namespace Passerelle.Translation.Pages;

/// <summary>A bad pair is offered no longer, for a reason that stays.</summary>
public sealed partial class ForgetPairPage
{
    public sealed record View(Form Form, KeptPair Pair);

    internal static bool May(Visitor who) => who.Is(Role.Proofreader, Role.Director);

    internal static async Task<IResult> Get(long number, Visit visit, PlatformDb db)
    {
        var (pair, answer) = await Find(number, visit, db);
        return answer ?? Show(new(Form.Of(), pair));
    }

    internal static async Task<IResult> Post(long number, Visit visit, MemoryBook book, PlatformDb db, HttpContext http)
    {
        var (pair, answer) = await Find(number, visit, db);
        if (answer is not null)
        {
            return answer;
        }

        var form = await Form.Read(http.Request);
        var reason = form.Line("reason", 300);
        return await form.Save(db, () => Task.FromResult(Form.Of()), () => book.Forget(pair, reason, visit.Act))
            ? visit.Done("/desk/translation/memory", Texts.T("memory.removed"))
            : Show(new(form, pair), form);
    }

    private static async Task<(KeptPair Pair, IResult? Answer)> Find(long number, Visit visit, PlatformDb db)
    {
        if (visit.Who is not { } who || !TranslationAccess.MayWork(who))
        {
            return (null!, visit.Refuse());
        }

        var pair = await db.Set<KeptPair>().FirstOrDefaultAsync(p => p.Number == number && !db.Set<PairRemoval>().Any(r => r.Pair == p.Number));
        return (pair!, pair is null ? visit.NotFound() : May(who) ? null : visit.Refuse());
    }
}
