using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Recruitment.Selection.SelectionTexts;

namespace Passerelle.Recruitment.Selection.Pages;

/// <summary>Settles a difference between two verdicts: the Director alone, or one of the two proposes and the other agrees.</summary>
public sealed partial class SettlePage
{
    public sealed record View(Form Form, Dossier Dossier, Criterion Criterion, IReadOnlyDictionary<Guid, PersonCard> People)
    {
        public Settlement? Proposed => Dossier.Standing.Settlement(Criterion.Code);

        /// <summary>The other of the two proposed something.</summary>
        public bool MayAgree => Dossier.GaveVerdicts && Proposed is { IsSettled: false } proposed && proposed.Author != Dossier.Reader.Id;
    }

    internal static async Task<IResult> Get(string slug, int number, string code, Visit visit, PlatformDb db, People people) =>
        await Find(slug, number, code, visit, db, people) is var (view, instead) && instead is not null ? instead
        : !view.Dossier.Standing.Open.Contains(code) ? visit.Go(view.Dossier.Path)
        : Show(view);

    internal static async Task<IResult> Post(string slug, int number, string code, Visit visit, PlatformDb db, People people, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        var (view, instead) = await Find(slug, number, code, visit, db, people);
        if (instead is not null)
        {
            return instead;
        }

        var (meets, reason, version, act) = (form["meets"], form.Text("reason", Verdict.ReasonLimit), form.Version, visit.Act);
        if (meets is not ("yes" or "no"))
        {
            form.Fail("meets", T("rule.verdict"));
        }

        var alone = view.Dossier.Reader.Leads && !view.Dossier.GaveVerdicts;
        var done = await form.Judge(visit, db, view.Dossier, d => Filled(d, code), now => Admissibility(db, now, version).Settle(code, meets == "yes", reason, now.Reader.Leads, now, act));
        return done ? visit.Done(view.Dossier.Path, T(alone ? "settle.done" : "settle.proposed")) : Show(view with { Form = form }, form);
    }

    internal static async Task<IResult> Agree(string slug, int number, string code, Visit visit, PlatformDb db, People people, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        var (view, instead) = await Find(slug, number, code, visit, db, people);
        if (instead is not null)
        {
            return instead;
        }

        var (version, act) = (form.Version, visit.Act);
        var done = await form.Judge(visit, db, view.Dossier, d => Filled(d, code), now => Admissibility(db, now, version).Agree(code, now, act));
        return done ? visit.Done(view.Dossier.Path, T("settle.done")) : Show((await Find(slug, number, code, visit, db, people)).View with { Form = form }, form);
    }

    private static async Task<(View View, IResult? Instead)> Find(string slug, int number, string code, Visit visit, PlatformDb db, People people)
    {
        var (dossier, instead) = await visit.Dossier(db, slug, number);
        if (instead is not null || !dossier.MaySettle || dossier.Vacancy.Criteria.Find(c => c.Code == code) is not { } criterion)
        {
            return (null!, instead ?? (dossier.MaySettle ? visit.NotFound() : visit.Refuse()));
        }

        var named = dossier.Standing.Sheets.Select(s => s.JurorId).Concat(dossier.Standing.Settlement(code) is { } settlement ? [settlement.Author] : []);
        return (new(Filled(dossier, code), dossier, criterion, await people.Cards(named, visit.Http.RequestAborted)), null);
    }

    private static Admissibility Admissibility(PlatformDb db, Dossier dossier, int version)
    {
        if (dossier.Admissibility is { } there)
        {
            there.MustBe(version);
            return there;
        }

        return db.Add(Selection.Admissibility.Of(dossier.Application.Id)).Entity;
    }

    private static Form Filled(Dossier dossier, string code)
    {
        var form = dossier.Admissibility is { } there ? Form.VersionOf(there) : Form.Of(("version", "0"));
        return dossier.Standing.Settlement(code) is { } said ? form.With("meets", said.Meets ? "yes" : "no").With("reason", said.Reason) : form;
    }
}
