using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Recruitment.Offers.Emails;
using Passerelle.Recruitment.Selection;

namespace Passerelle.Recruitment.Offers.Pages;

/// <summary>The Director offers the post: whatever the table of contracts does not allow is refused here, naming the rule.</summary>
public sealed partial class MakeOfferPage
{
    private const int DaysToAnswer = 10;
    private const int MostMonths = 600;

    public sealed record View(Form Form, Dossier Dossier);

    internal static async Task<IResult> Get(string slug, int number, Visit visit, PlatformDb db)
    {
        var (dossier, instead) = await visit.Dossier(db, slug, number);
        return instead is not null || !dossier.Reader.Leads ? instead ?? visit.Refuse(confidential: true) : Show(new(Fresh(dossier, visit), dossier));
    }

    internal static async Task<IResult> Post(string slug, int number, Visit visit, PlatformDb db, ApplicationDesk desk, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        var (dossier, instead) = await visit.Dossier(db, slug, number);
        if (instead is not null || !dossier.Reader.Leads)
        {
            return instead ?? visit.Refuse(confidential: true);
        }

        if (await db.Set<Offer>().AnyAsync(o => o.Id == form.Once))
        {
            return visit.Go(dossier.Path); // sent twice
        }

        var (terms, act) = (Read(form), visit.Act);
        var done = await form.SaveAlone(db, () => Task.FromResult(Fresh(dossier, visit)), async () =>
        {
            db.ChangeTracker.Clear();
            var application = await db.Set<Application>().Include(a => a.AllDocuments).FirstAsync(a => a.Id == dossier.Application.Id);
            var vacancy = await db.Vacancy(application.VacancyId);
            var decision = await db.Set<Decision>().FirstOrDefaultAsync(d => d.ApplicationId == application.Id);
            db.Add(Offer.Make(form.Once, application, vacancy, decision, terms!, await db.Set<Offer>().Where(o => o.VacancyId == vacancy.Id).ToListAsync(), act));
            await desk.Mail<OfferMade>(application, vacancy, "offer", act.At);
        });
        return done ? visit.Done(dossier.Path, OfferTexts.T("offer.made"), OfferTexts.T("closing"), Href.To($"/desk/recruitment/{slug}/closing")) : Show(new(form, dossier), form);
    }

    private static OfferTerms? Read(Form form)
    {
        var (regime, contract) = (form.Choice<Regime>("regime"), form.Choice<ContractKind>("contract"));
        var servant = form.YesOrNo("servant");
        if (servant is null)
        {
            form.Fail("servant", OfferTexts.T("offer.servant.choose"));
        }

        var (months, before, home) = (form.Number("months", 1, MostMonths, optional: true), form.Number("before", 0, MostMonths, optional: true), form.Line("home", Offer.TextLimit, optional: true));
        var (starts, training, ends, answer) = (form.Date("starts"), form.Line("training", Offer.TextLimit, optional: true), form.Date("training-ends", optional: true), form.Date("answer"));
        return form.Ok ? new(new(regime!.Value, servant!.Value, contract!.Value, months, before ?? 0, home), starts!.Value, ends, training, answer!.Value) : null;
    }

    private static Form Fresh(Dossier dossier, Visit visit) => Form.Of(
        ("regime", dossier.Application.Regime?.ToString()), ("starts", dossier.Vacancy.Rules.StartsOn.Iso()), ("answer", visit.Today.AddDays(DaysToAnswer).Iso())).With("servant", dossier.Application.CivilServant);
}
