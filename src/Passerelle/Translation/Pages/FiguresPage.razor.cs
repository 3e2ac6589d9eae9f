using Passerelle.Accounts.Contract;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Translation.Pages;

/// <summary>Parity: what is ready in each language, by section and over time; and who has how much work.</summary>
public sealed partial class FiguresPage
{
    private const int PastDays = 180;
    private const int PastShown = 12;

    public sealed record PastLine(DateOnly Day, IReadOnlyDictionary<string, (int Words, int Ready)> Languages);

    public sealed record View(IReadOnlyList<Share> Shares, IReadOnlyList<PastLine> Past, IReadOnlyList<PersonFigures> Work, IReadOnlyDictionary<Guid, PersonCard> People, double? HandedIn, double? Read);

    internal static async Task<IResult> Get(Visit visit, Parity parity, Figures figures, People people)
    {
        if (visit.Who is not { } who || !TranslationAccess.MayWork(who))
        {
            return visit.Refuse();
        }

        var stop = visit.Http.RequestAborted;
        var past = (await parity.Past(PastDays, stop)).GroupBy(p => p.Day).Select(d => new PastLine(d.Key, d.ToDictionary(p => p.Language, p => (p.Words, p.Ready)))).ToList();
        var work = await figures.People(stop);
        var (handedIn, read) = await figures.Turnaround(stop);
        return Show(new(await parity.Now(stop), Sampled(past), work, await people.Cards(work.Select(w => w.Person), stop), handedIn, read));
    }

    /// <summary>A dozen of the days, evenly, the last among them.</summary>
    private static List<PastLine> Sampled(List<PastLine> past)
    {
        var step = Math.Max(1, (int)Math.Ceiling(past.Count / (double)PastShown));
        return [.. past.Where((_, i) => (past.Count - 1 - i) % step == 0)];
    }

    private static string Percent(int words, int ready) => words == 0 ? "–" : Say.Percent(Math.Floor(100.0 * ready / words) / 100);
}
