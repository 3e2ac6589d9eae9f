using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Translation.Terms.TermTexts;

namespace Passerelle.Translation.Terms.Pages;

/// <summary>Corrects a term: who decides, and who proposed it until that is decided.</summary>
public sealed partial class ChangeTermPage
{
    public sealed record View(Form Form, Term Term);

    internal static async Task<IResult> Get(Guid id, Visit visit, PlatformDb db) =>
        !visit.SignedIn ? visit.Refuse()
        : await db.Term(id) is not { } term ? visit.NotFound()
        : !visit.MayChange(term) ? visit.Refuse()
        : Show(new(TermForm.Filled(term), term));

    internal static async Task<IResult> Post(Guid id, Visit visit, PlatformDb db, HttpContext http)
    {
        if (!visit.SignedIn)
        {
            return visit.Refuse();
        }

        if (await db.Term(id) is not { } term)
        {
            return visit.NotFound();
        }

        if (!visit.MayChange(term))
        {
            return visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        var typed = form.ReadTerm();
        db.ChangeTracker.Clear();
        return await form.SaveAlone(db, async () => TermForm.Filled(term = (await db.Term(id))!), async () =>
            {
                var (pair, facts) = typed!.Value;
                term = (await db.Term(id))!;
                term.MustBe(form.Version);
                await db.MustBeFree(pair, id);
                term.Change(pair, facts, visit.Act);
            })
            ? visit.Done($"/desk/terms/{id}", T("change.done"))
            : Show(new(form, term), form);
    }
}
