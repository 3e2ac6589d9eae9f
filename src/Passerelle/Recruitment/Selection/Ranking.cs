namespace Passerelle.Recruitment.Selection;

/// <summary>An application among the others.</summary>
/// <param name="Median">The middle of the jurors' totals.</param>
/// <param name="Spread">The highest total less the lowest.</param>
public sealed record Ranked(int Rank, Dossier Dossier, decimal Median, decimal Spread, int Cards);

/// <summary>
/// How scorecards become an order. The total of a scorecard is the mean of its categories, and a category the mean of its
/// levels: each category weighs the same, however many attributes it has. What counts for an application is the median of
/// the jurors' totals, so that one juror alone moves it little; the spread says how far they lie apart. Equal medians
/// share a rank, and the next one counts on from how many stand before it (1, 1, 3).
/// </summary>
public static class Ranking
{
    private const int Decimals = 6;

    public static decimal Total(Vacancy vacancy, Assessment card)
    {
        List<decimal> categories = [.. vacancy.Attributes.GroupBy(a => a.Competence).Select(g => Mean([.. g.Select(a => card.On(a.Id)?.Level).OfType<int>()])).OfType<decimal>()];
        return categories.Count == 0 ? 0 : Math.Round(categories.Sum() / categories.Count, Decimals);
    }

    /// <summary>The mean of the levels in one category; null where there are none.</summary>
    public static decimal? Of(Vacancy vacancy, Assessment card, Competence competence) =>
        Mean([.. vacancy.Attributes.Where(a => a.Competence == competence).Select(a => card.On(a.Id)?.Level).OfType<int>()]);

    public static decimal Median(IEnumerable<decimal> totals)
    {
        List<decimal> sorted = [.. totals.Order()];
        var middle = sorted.Count / 2;
        return sorted.Count == 0 ? 0 : sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>How far the totals lie apart.</summary>
    public static decimal Spread(IReadOnlyList<decimal> totals) => totals.Count == 0 ? 0 : totals.Max() - totals.Min();

    /// <summary>The admissible ones with enough scorecards, best first.</summary>
    public static IReadOnlyList<Ranked> Of(IEnumerable<Dossier> dossiers)
    {
        List<Ranked> sorted =
        [
            .. dossiers.Where(d => d.Standing.Admissible == true && d.Standing.Cards.Count >= Standing.Jurors)
                .Select(d => (Dossier: d, d.Standing.Totals))
                .Select(p => new Ranked(0, p.Dossier, Median(p.Totals), Spread(p.Totals), p.Totals.Count))
                .OrderByDescending(r => r.Median).ThenBy(r => r.Spread).ThenBy(r => r.Dossier.Application.Number),
        ];
        return [.. sorted.Select(r => r with { Rank = 1 + sorted.Count(o => o.Median > r.Median) })];
    }

    private static decimal? Mean(IReadOnlyList<int> levels) => levels.Count == 0 ? null : (decimal)levels.Sum() / levels.Count;
}
