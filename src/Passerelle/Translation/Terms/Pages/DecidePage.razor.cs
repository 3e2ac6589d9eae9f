using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Translation.Terms.TermTexts;

namespace Passerelle.Translation.Terms.Pages;

/// <summary>Takes a term into use, refuses it, or takes it out of use.</summary>
public sealed partial class DecidePage
{
    public sealed record View(Form Form, Term Term, TermState To);

    internal static Task<IResult> GetAccept(Guid id, Visit visit, PlatformDb db) => Get(id, TermState.Accepted, visit, db);

    internal static Task<IResult> GetRefuse(Guid id, Visit visit, PlatformDb db) => Get(id, TermState.Refused, visit, db);

    internal static Task<IResult> GetRetire(Guid id, Visit visit, PlatformDb db) => Get(id, TermState.Retired, visit, db);

    internal static Task<IResult> PostAccept(Guid id, Visit visit, PlatformDb db, HttpContext http) => Post(id, TermState.Accepted, visit, db, http);

    internal static Task<IResult> PostRefuse(Guid id, Visit visit, PlatformDb db, HttpContext http) => Post(id, TermState.Refused, visit, db, http);

    internal static Task<IResult> PostRetire(Guid id, Visit visit, PlatformDb db, HttpContext http) => Post(id, TermState.Retired, visit, db, http);

    private static async Task<IResult> Get(Guid id, TermState to, Visit visit, PlatformDb db) =>
        !visit.MayDecide() ? visit.Refuse()
        : await db.Term(id) is not { } term ? visit.NotFound()
        : !Can(term, to) ? visit.Go($"/desk/terms/{id}")
        : Show(new(Form.VersionOf(term), term, to));

    private static async Task<IResult> Post(Guid id, TermState to, Visit visit, PlatformDb db, HttpContext http)
    {
        if (!visit.MayDecide())
        {
            return visit.Refuse();
        }

        if (await db.Term(id) is not { } term)
        {
            return visit.NotFound();
        }

        var form = await Form.Read(http.Request);
        var reason = form.Text("reason", Term.ReasonLimit, optional: to == TermState.Accepted);
        return IsSentTwice(term, to, reason, form, visit) || await form.Save(db, async () => Form.VersionOf(term = (await db.Term(id))!), () =>
            {
                term.MustBe(form.Version);
                Decide(term, to, reason, visit.Act);
            })
            ? visit.Done($"/desk/terms/{id}", T($"decide.{to}.done"))
            : Show(new(form, term, to), form);
    }

    private static bool Can(Term term, TermState to) => to switch
    {
        TermState.Accepted => term.State != TermState.Accepted,
        TermState.Refused => term.State == TermState.Proposed,
        _ => term.State == TermState.Accepted,
    };

    private static void Decide(Term term, TermState to, string reason, Act act)
    {
        switch (to)
        {
            case TermState.Accepted:
                term.Accept(reason, act);
                break;
            case TermState.Refused:
                term.Refuse(reason, act);
                break;
            default:
                term.Retire(reason, act);
                break;
        }
    }

    private static bool IsSentTwice(Term term, TermState to, string reason, Form form, Visit visit) =>
        form.Ok && term.State == to && term.DecidedBy == visit.Who!.Id && term.Version == form.Version + 1 && (term.Reason ?? "") == reason;
}
