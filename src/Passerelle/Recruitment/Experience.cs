namespace Passerelle.Recruitment;

/// <summary>Months of work, from the first to the last, both counted.</summary>
public sealed record ExperiencePeriod
{
    /// <summary>First day of the first month.</summary>
    public DateOnly From { get; init; }

    /// <summary>First day of the last month.</summary>
    public DateOnly Until { get; init; }

    /// <summary>Where and as what, in the candidate's words.</summary>
    public string What { get; init; } = "";
}

public static class Experience
{
    /// <summary>The months of all periods; those that overlap count once.</summary>
    public static int Months(this IEnumerable<ExperiencePeriod> periods) =>
        periods.SelectMany(p => Enumerable.Range(Number(p.From), Math.Max(0, Number(p.Until) - Number(p.From) + 1))).Distinct().Count();

    private static int Number(DateOnly month) => (month.Year * 12) + month.Month;
}
