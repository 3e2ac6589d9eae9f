using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Recruitment.Selection.SelectionTexts;

namespace Passerelle.Recruitment.Selection.Pages;

/// <summary>A juror's verdicts on the criteria of one application: kept for themselves until they are handed in, and then for good.</summary>
public sealed partial class VerdictsPage
{
    public sealed record View(Form Form, Dossier Dossier);

    internal static async Task<IResult> Get(string slug, int number, Visit visit, PlatformDb db) =>
        await visit.Dossier(db, slug, number) is var (dossier, instead) && instead is not null ? instead
        : !dossier.Reader.IsJuror ? visit.Refuse()
        : !dossier.AwaitsMyVerdicts ? visit.Go(dossier.Path)
        : Show(new(Filled(dossier), dossier));

    internal static async Task<IResult> Post(string slug, int number, Visit visit, PlatformDb db, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        var (dossier, instead) = await visit.Dossier(db, slug, number);
        if (instead is not null || !dossier.Reader.IsJuror)
        {
            return instead ?? visit.Refuse();
        }

        var (verdicts, final, version, act) = (Read(form, dossier.Vacancy), form.Ticked("final"), form.Version, visit.Act);
        foreach (var (field, message) in final ? Assessment.LacksOf(verdicts, dossier.Vacancy).Where(l => form.ErrorOf(l.Field) is null) : [])
        {
            form.Fail(field, message);
        }

        var done = await form.Judge(visit, db, dossier, Filled, now =>
        {
            var mine = db.Sheet(now, version);
            if (final)
            {
                mine.HandInVerdicts(verdicts, now, act);
            }
            else
            {
                mine.NoteVerdicts(verdicts, now, act);
            }
        });
        return done ? visit.Done(dossier.Path, T(final ? "verdicts.in" : "verdicts.kept")) : Show(new(form, dossier), form);
    }

    private static List<Verdict> Read(Form form, Vacancy vacancy) =>
    [
        .. vacancy.Criteria.Select(c => new Verdict
        {
            Code = c.Code,
            Meets = form[Assessment.VerdictField(c.Code)] switch { "yes" => true, "no" => false, _ => null },
            Reason = form.Text(Assessment.ReasonField(c.Code), Verdict.ReasonLimit, optional: true),
        }),
    ];

    private static Form Filled(Dossier dossier)
    {
        var form = dossier.Mine is { } mine ? Form.VersionOf(mine) : Form.Of(("version", "0"));
        foreach (var verdict in dossier.Mine?.Verdicts ?? [])
        {
            form.With(Assessment.VerdictField(verdict.Code), verdict.Meets);
            form.With(Assessment.ReasonField(verdict.Code), verdict.Reason);
        }

        return form;
    }

    private static IReadOnlyList<(string, string)> Options => [("yes", Meets(true)), ("no", Meets(false))];

    private Dictionary<string, string> Labels =>
        Model.Dossier.Vacancy.Criteria.SelectMany(c => new[] { (Assessment.VerdictField(c.Code), Words(c.Words)), (Assessment.ReasonField(c.Code), T("reason.of", Words(c.Words))) }).ToDictionary(l => l.Item1, l => l.Item2);
}
