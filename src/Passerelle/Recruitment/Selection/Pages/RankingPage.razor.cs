using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Recruitment.Selection.Pages;

/// <summary>
/// The admissible applications in the order of their scorecards. Jurors see those for which they handed in their own: the
/// others would tell them what their colleagues think.
/// </summary>
public sealed partial class RankingPage
{
    /// <param name="Hidden">Those that this juror does not see yet.</param>
    /// <param name="Waiting">Admissible ones with too few scorecards.</param>
    public sealed record View(Panelist Reader, IReadOnlyList<Ranked> Rows, IReadOnlyList<Dossier> Waiting, int Hidden);

    internal static async Task<IResult> Get(string slug, Visit visit, PlatformDb db)
    {
        if (await visit.Panelist(db, slug) is not { } reader)
        {
            return visit.Refuse(confidential: true);
        }

        List<Dossier> admissible = [.. (await db.Dossiers(reader, visit.Now, stop: visit.Http.RequestAborted)).Where(d => d is { IsClosed: false, Standing.Admissible: true })];
        List<Dossier> shown = [.. admissible.Where(d => d.ShowsFigures)];
        return Show(new(reader, Ranking.Of(shown), [.. shown.Where(d => d.Standing.Cards.Count < Standing.Jurors)], admissible.Count - shown.Count));
    }

    private Vacancy Vacancy => Model.Reader.Vacancy;
}
