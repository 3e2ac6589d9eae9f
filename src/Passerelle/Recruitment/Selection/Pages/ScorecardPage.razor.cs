using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Recruitment.Selection.SelectionTexts;

namespace Passerelle.Recruitment.Selection.Pages;

/// <summary>A juror's scorecard of one application. Handed in, it is still read with its notes by its juror, and by nobody else.</summary>
public sealed partial class ScorecardPage
{
    public sealed record View(Form Form, Dossier Dossier);

    internal static async Task<IResult> Get(string slug, int number, Visit visit, PlatformDb db) =>
        await visit.Dossier(db, slug, number) is var (dossier, instead) && instead is not null ? instead
        : !dossier.Reader.IsJuror ? visit.Refuse()
        : !dossier.AwaitsMyScores && dossier.Mine is not { HasScores: true } ? visit.Go(dossier.Path)
        : Show(new(Filled(dossier), dossier));

    internal static async Task<IResult> Post(string slug, int number, Visit visit, PlatformDb db, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        var (dossier, instead) = await visit.Dossier(db, slug, number);
        if (instead is not null || !dossier.Reader.IsJuror)
        {
            return instead ?? visit.Refuse();
        }

        var (scores, final, version, act) = (Read(form, dossier.Vacancy), form.Ticked("final"), form.Version, visit.Act);
        foreach (var (field, message) in final && dossier.Standing.Admissible == true ? Assessment.LacksOf(scores, dossier.Vacancy).Where(l => form.ErrorOf(l.Field) is null) : [])
        {
            form.Fail(field, message);
        }

        var done = await form.Judge(visit, db, dossier, Filled, now =>
        {
            var mine = db.Sheet(now, version);
            if (final)
            {
                mine.HandInScores(scores, now, act);
            }
            else
            {
                mine.NoteScores(scores, now, act);
            }
        });
        return done ? visit.Done(dossier.Path, T(final ? "scorecard.in" : "scorecard.kept")) : Show(new(form, dossier), form);
    }

    private static List<Score> Read(Form form, Vacancy vacancy) =>
    [
        .. vacancy.Attributes.Select(a => new Score
        {
            AttributeId = a.Id,
            Level = form.Has(Assessment.LevelField(a.Id)) ? form.Number(Assessment.LevelField(a.Id), Score.Least, Score.Most, optional: true) : null,
            Note = form.Text(Assessment.NoteField(a.Id), Score.NoteLimit, optional: true),
        }),
    ];

    private static Form Filled(Dossier dossier)
    {
        var form = dossier.Mine is { } mine ? Form.VersionOf(mine) : Form.Of(("version", "0"));
        foreach (var score in dossier.Mine?.Scores ?? [])
        {
            form.With(Assessment.LevelField(score.AttributeId), score.Level?.ToString(System.Globalization.CultureInfo.InvariantCulture));
            form.With(Assessment.NoteField(score.AttributeId), score.Note);
        }

        return form;
    }

    private static IReadOnlyList<(string, string)> Options =>
        [.. Enumerable.Range(Score.Least, Score.Most).Select(l => (l.ToString(System.Globalization.CultureInfo.InvariantCulture), LevelName(l)))];

    private bool IsIn => Model.Dossier.Mine is { HasScores: true };

    private Dictionary<string, string> Labels =>
        Model.Dossier.Vacancy.Attributes.SelectMany(a => new[] { (Assessment.LevelField(a.Id), Words(a.Words)), (Assessment.NoteField(a.Id), T("note.of", Words(a.Words))) }).ToDictionary(l => l.Item1, l => l.Item2);
}
