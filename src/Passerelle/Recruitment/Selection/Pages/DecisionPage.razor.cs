using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Recruitment.Selection.SelectionTexts;

namespace Passerelle.Recruitment.Selection.Pages;

/// <summary>The Director decides on an application, with a reason, and may change it until the letters are sent.</summary>
public sealed partial class DecisionPage
{
    public sealed record View(Form Form, Dossier Dossier);

    internal static async Task<IResult> Get(string slug, int number, Visit visit, PlatformDb db) =>
        await visit.Dossier(db, slug, number) is var (dossier, instead) && instead is not null ? instead
        : !dossier.Reader.Leads ? visit.Refuse()
        : Decision.Possible(dossier).Count == 0 || dossier.Decision is { LettersSent: true } ? visit.Go(dossier.Path)
        : Show(new(Filled(dossier), dossier));

    internal static async Task<IResult> Post(string slug, int number, Visit visit, PlatformDb db, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        var (dossier, instead) = await visit.Dossier(db, slug, number);
        if (instead is not null || !dossier.Reader.Leads)
        {
            return instead ?? visit.Refuse();
        }

        var (outcome, stage, reason, version, act) = (form.Choice<Outcome>("outcome"), form.Choice<SelectionStage>("stage"), form.Text("reason", Decision.ReasonLimit), form.Version, visit.Act);
        var done = await form.Judge(visit, db, dossier, Filled, now =>
        {
            now.Decision?.MustBe(version);
            (now.Decision ?? db.Add(Decision.On(now.Application.Id)).Entity).Decide(outcome!.Value, stage!.Value, reason, now, act);
        });
        return done ? visit.Done(dossier.Path, T("decision.done"), T("ranking"), Href.To($"/desk/recruitment/{slug}/applications/ranking")) : Show(new(form, dossier), form);
    }

    private static Form Filled(Dossier dossier)
    {
        var form = dossier.Decision is { } there ? Form.VersionOf(there) : Form.Of(("version", "0"));
        return dossier.Decision is { } decided ? form.With("outcome", decided.Outcome.ToString()).With("stage", decided.OutcomeStage.ToString()).With("reason", decided.OutcomeReason)
            : Decision.Stages(dossier) is [var only, ..] ? form.With("stage", only.ToString()) : form;
    }

    private IReadOnlyList<(string, string)> Outcomes => [.. Decision.Possible(Model.Dossier).Select(o => (o.ToString(), OutcomeName(o)))];

    private IReadOnlyList<(string, string)> Stages => [.. Decision.Stages(Model.Dossier).Select(s => (s.ToString(), StageName(s)))];

    private static Dictionary<string, string> Labels => new() { ["outcome"] = T("decision.outcome"), ["stage"] = T("decision.stage"), ["reason"] = T("reason") };
}
