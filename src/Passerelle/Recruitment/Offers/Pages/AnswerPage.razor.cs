using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Documents;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Recruitment.Pages;

namespace Passerelle.Recruitment.Offers.Pages;

/// <summary>The offer as its candidate reads and answers it, and on paper.</summary>
public sealed partial class AnswerPage
{
    public sealed record View(Form Form, ApplicationPage.View Of, Offer Offer, bool OnPaper = false);

    internal static async Task<IResult> Get(string token, Visit visit, PlatformDb db) =>
        await Find(token, db) is { } view ? Show(view) : visit.NotFound();

    internal static async Task<IResult> Pdf(string token, Visit visit, PlatformDb db, PdfPrinter printer, HttpContext http)
    {
        if (await Find(token, db) is not { } view)
        {
            return visit.NotFound();
        }

        Language.Set(view.Of.Application.Language); // a contract is read in its candidate's language, whatever page it was asked from
        return await printer.Answer<AnswerPage>(new() { [nameof(Model)] = view with { OnPaper = true } }, $"offer-{view.Of.Application.Number}-{view.Of.Application.Language}.pdf", http.RequestAborted);
    }

    internal static async Task<IResult> Post(string token, Visit visit, PlatformDb db, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        if (await Find(token, db) is not { } view)
        {
            return visit.NotFound();
        }

        if (form["answer"] is not ("accept" or "decline"))
        {
            form.Fail("", OfferTexts.T("offer.answer.choose"));
        }

        var done = await form.Save(db, () => Task.FromResult(Form.Of()), () => view.Offer.Answer(form["answer"] == "accept", visit.Today, Act.BySystem(visit.Now)));
        return done ? visit.Done($"/applications/{token}/offer", OfferTexts.T($"offer.{form["answer"]}.done")) : Show((await Find(token, db))! with { Form = form }, form);
    }

    private static async Task<View?> Find(string token, PlatformDb db) =>
        await ApplicationPage.Find(token, db) is { } view && await db.Set<Offer>().FirstOrDefaultAsync(o => o.ApplicationId == view.Application.Id) is { } offer ? new(Form.Of(), view, offer) : null;
}
