using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Recruitment.Offers;
using static Passerelle.Recruitment.Selection.SelectionTexts;

namespace Passerelle.Recruitment.Selection.Pages;

/// <summary>A juror declares a conflict of interest, and is out of this application from then on.</summary>
public sealed partial class ConflictPage
{
    public sealed record View(Form Form, Dossier Dossier);

    internal static async Task<IResult> Get(string slug, int number, Visit visit, PlatformDb db) =>
        await visit.Dossier(db, slug, number) is var (dossier, instead) && instead is not null ? instead
        : dossier.Reader.IsJuror ? Show(new(Filled(dossier), dossier)) : visit.Refuse();

    internal static async Task<IResult> Post(string slug, int number, Visit visit, PlatformDb db, DirectorTasks tasks, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        var (dossier, instead) = await visit.Dossier(db, slug, number);
        if (instead is not null || !dossier.Reader.IsJuror)
        {
            return instead ?? visit.Refuse();
        }

        var (reason, version, act) = (form.Text("reason", Assessment.ConflictLimit), form.Version, visit.Act);
        var done = await form.Judge(visit, db, dossier, Filled, now =>
        {
            var counted = now.GaveVerdicts;
            db.Sheet(now, version).DeclareConflict(reason, now, act);
            if (counted)
            {
                now.Admissibility?.Reopen(act);
            }
        });
        if (!done)
        {
            return Show(new(form, dossier), form);
        }

        // Who sits in an interview, or on which verdicts a decision rests, is then to be looked at again.
        await tasks.Ask($"selection.conflict/{dossier.Application.Id}/{dossier.Reader.Id}/", () => OfferTexts.T("task.conflict", number), dossier.Path, null, act);
        return visit.Done($"/desk/recruitment/{slug}/applications", T("conflict.done", number));
    }

    private static Form Filled(Dossier dossier) => dossier.Mine is { } mine ? Form.VersionOf(mine) : Form.Of(("version", "0"));
}
