namespace Passerelle.Recruitment.Selection;

/// <summary>Where an application stands, from what the jurors handed in and what was settled. Whoever is excluded does not count.</summary>
public sealed class Standing
{
    /// <summary>So many different jurors give verdicts; and a decision rests on so many scorecards.</summary>
    public const int Jurors = 2;

    private readonly Vacancy _vacancy;
    private readonly Admissibility? _settled;

    public Standing(Vacancy vacancy, IEnumerable<Assessment> assessments, Admissibility? settled)
    {
        (_vacancy, _settled) = (vacancy, settled);
        List<Assessment> counted = [.. assessments];
        Sheets = [.. counted.Where(a => a.HasVerdicts).OrderBy(a => a.VerdictsAt).ThenBy(a => a.Id)];
        Cards = [.. counted.Where(a => a.HasScores).OrderBy(a => a.ScoresAt).ThenBy(a => a.Id)];
        Codes = [.. vacancy.Criteria.OrderBy(c => c.Place).Select(c => c.Code)];
        Admissible = HasBoth ? vacancy.Admission.Holds(Found) : null;
    }

    /// <summary>The verdicts that were handed in.</summary>
    public IReadOnlyList<Assessment> Sheets { get; }

    /// <summary>The scorecards that were handed in.</summary>
    public IReadOnlyList<Assessment> Cards { get; }

    /// <summary>The criteria, in the order of the vacancy.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>True, false, or null while verdicts are missing or a difference is not settled.</summary>
    public bool? Admissible { get; }

    public bool HasBoth => Sheets.Count >= Jurors;

    /// <summary>The criteria on which the two do not find the same.</summary>
    public IReadOnlyList<string> Differences => HasBoth ? [.. Codes.Where(c => Agreed(c) is null)] : [];

    /// <summary>Those of them that nobody settled yet.</summary>
    public IReadOnlyList<string> Open => [.. Differences.Where(c => Settlement(c) is not { IsSettled: true })];

    public Settlement? Settlement(string code) => _settled?.Settlements.Find(s => s.Code == code);

    /// <summary>What counts on a criterion: what both find, or what was settled.</summary>
    public bool? Found(string code) => !HasBoth ? null : Agreed(code) ?? (Settlement(code) is { IsSettled: true } settled ? settled.Meets : null);

    /// <summary>What each finds, while the difference on it is open or after.</summary>
    public IReadOnlyList<(Guid Juror, Verdict Verdict)> On(string code) =>
        [.. Sheets.Select(s => (s.JurorId, Verdict: s.On(code))).Where(p => p.Verdict is not null).Select(p => (p.JurorId, p.Verdict!))];

    public IReadOnlyList<decimal> Totals => [.. Cards.Select(c => Ranking.Total(_vacancy, c))];

    private bool? Agreed(string code) =>
        Sheets.Select(s => s.On(code)?.Meets).Distinct().ToList() is [{ } same] ? same : null;
}
