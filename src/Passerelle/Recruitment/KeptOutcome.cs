using Passerelle.Recruitment.Offers;
using Passerelle.Recruitment.Selection;

namespace Passerelle.Recruitment;

/// <summary>How an application ended, when its words are gone.</summary>
public sealed record KeptOutcome
{
    public int Number { get; init; }
    public string State { get; init; } = "";
    public DateTimeOffset? ArrivedAt { get; init; }
    public string? Outcome { get; init; }
    public string? Stage { get; init; }
    public Guid? DecidedBy { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Whether its criteria are met; null where the panel did not come so far.</summary>
    public bool? IsAdmissible { get; init; }

    /// <summary>The jurors whose verdicts count.</summary>
    public List<Guid> VerdictsBy { get; init; } = [];

    /// <summary>Who settled what the two saw differently: both of them, or the Director.</summary>
    public List<Guid> SettledBy { get; init; } = [];

    /// <summary>The jurors whose scorecards count.</summary>
    public List<Guid> ScoredBy { get; init; } = [];
    public decimal? Median { get; init; }
    public decimal? Spread { get; init; }

    /// <summary>What became of the offer, under which contract and from when; null where none was made.</summary>
    public string? Offer { get; init; }
    public string? Contract { get; init; }
    public DateOnly? StartsOn { get; init; }

    /// <summary>The jurors who stepped aside for a conflict of interest.</summary>
    public List<Guid> SteppedAside { get; init; } = [];

    internal static KeptOutcome Of(Told one, Standing standing, Admissibility? settled, IEnumerable<Assessment> excluded)
    {
        var totals = standing.Totals;
        return new()
        {
            Number = one.Application.Number ?? 0,
            State = one.Application.State.ToString(),
            ArrivedAt = one.Application.SentAt,
            Outcome = one.Decision?.Outcome.ToString(),
            Stage = one.Decision?.OutcomeStage.ToString(),
            DecidedBy = one.Decision?.DecidedBy,
            DecidedAt = one.Decision?.DecidedAt,
            IsAdmissible = standing.Admissible,
            VerdictsBy = [.. standing.Sheets.Select(s => s.JurorId)],
            SettledBy = [.. (settled?.Settlements ?? []).Where(s => s.IsSettled).SelectMany(s => s.AgreedBy is { } other ? [s.Author, other] : new[] { s.Author }).Distinct()],
            ScoredBy = [.. standing.Cards.Select(c => c.JurorId)],
            Median = totals.Count == 0 ? null : Ranking.Median(totals),
            Spread = totals.Count == 0 ? null : Ranking.Spread(totals),
            Offer = one.Offer?.State.ToString(),
            Contract = one.Offer?.Contract.ToString(),
            StartsOn = one.Offer?.StartsOn,
            SteppedAside = [.. excluded.Select(a => a.JurorId)],
        };
    }

    /// <summary>All who had a part in it.</summary>
    public IEnumerable<Guid> People => [.. VerdictsBy, .. SettledBy, .. ScoredBy, .. SteppedAside, .. DecidedBy is { } by ? [by] : Array.Empty<Guid>()];
}
