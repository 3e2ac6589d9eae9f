using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Recruitment.Selection.SelectionTexts;

namespace Passerelle.Recruitment.Selection.Pages;

/// <summary>The applications for a vacancy, for its panel and who leads: what came, and what waits for whom.</summary>
public sealed partial class ApplicationsPage
{
    public sealed record View(Form Form, Panelist Reader, IReadOnlyList<Dossier> Dossiers, bool IsOver);

    internal static async Task<IResult> Get(string slug, Visit visit, PlatformDb db) =>
        await visit.Panelist(db, slug) is { } reader ? Show(await Of(Filled(reader.Vacancy), reader, visit, db)) : visit.Refuse(confidential: true);

    /// <summary>Whether jurors read without names first.</summary>
    internal static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        if (await visit.Panelist(db, slug) is not { } reader)
        {
            return visit.Refuse(confidential: true);
        }

        if (!reader.Leads)
        {
            return visit.Refuse();
        }

        var (anonymous, version) = (form.Ticked("anonymous"), form.Version);
        var done = await form.Save(db, async () => Filled((await visit.Panelist(db, slug))!.Vacancy), () =>
        {
            reader.Vacancy.MustBe(version);
            reader.Vacancy.ReadFirst(anonymous, visit.Act);
        });
        return done ? visit.Done($"/desk/recruitment/{slug}/applications", T(anonymous ? "anonymous.on" : "anonymous.off"))
            : Show(await Of(form, (await visit.Panelist(db, slug))!, visit, db), form);
    }

    private static async Task<View> Of(Form form, Panelist reader, Visit visit, PlatformDb db) =>
        new(form, reader, await db.Dossiers(reader, visit.Now, stop: visit.Http.RequestAborted), visit.Now >= reader.Vacancy.ClosesAt);

    private static Form Filled(Vacancy vacancy) => Form.VersionOf(vacancy).With("anonymous", vacancy.AnonymousFirst ? "true" : "");

    private Vacancy Vacancy => Model.Reader.Vacancy;

    private string At(string path) => Href.To($"/desk/recruitment/{Vacancy.Slug}/applications{path}");

    /// <summary>What the reader has done of what is theirs; for who leads, what the panel has.</summary>
    private string Progress(Dossier dossier) =>
        !Model.Reader.IsJuror ? T("progress.panel", dossier.Standing.Sheets.Count, dossier.Standing.Cards.Count)
        : dossier.IsClosed ? T("progress.excluded")
        : MyProgress(dossier);

    private static string MyProgress(Dossier dossier) =>
        dossier.Mine is { HasScores: true } ? T("progress.scored")
        : dossier.AwaitsMyScores ? T("progress.toscore")
        : dossier.Mine is { HasVerdicts: true } ? T("progress.judged")
        : dossier.AwaitsMyVerdicts ? T(dossier.Mine is { Verdicts.Count: > 0 } ? "progress.begun" : "progress.tojudge")
        : T("progress.others");

    private static IReadOnlyList<string> Flags(Dossier dossier) =>
    [
        .. dossier.HasFewMonths ? new[] { T("flag.months", Clocks.Months(dossier.Application.Months)) } : [],
        .. dossier.Application is { ProvenAt: null, Channel: Channel.Portal } ? new[] { T("flag.unproven") } : [],
        .. dossier.Application.Documents.SelectMany(d => d.Warnings),
    ];
}
