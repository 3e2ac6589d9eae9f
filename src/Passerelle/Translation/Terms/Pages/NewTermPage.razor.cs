using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Translation.Terms.TermTexts;
using TermStatus = Passerelle.Kernels.Translation.TermStatus;

namespace Passerelle.Translation.Terms.Pages;

/// <summary>Anybody with an account proposes a term.</summary>
public sealed partial class NewTermPage
{
    public sealed record View(Form Form);

    internal static IResult Get(Visit visit) =>
        !visit.SignedIn ? visit.Refuse() : Show(new(Form.Of(("status", nameof(TermStatus.Preferred)), ("sureness", nameof(Sureness.Proposed)))));

    internal static async Task<IResult> Post(Visit visit, PlatformDb db, HttpContext http)
    {
        if (!visit.SignedIn)
        {
            return visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        var (id, typed) = (form.Once, form.ReadTerm());
        return await form.Add(db, async () =>
            {
                var (pair, facts) = typed!.Value;
                await db.MustBeFree(pair, id);
                return Term.Propose(id, pair, facts, visit.Act);
            })
            ? visit.Done($"/desk/terms/{id}", T("new.done"), T("new.another"), Href.To("/desk/terms/new"))
            : Show(new(form), form);
    }
}
