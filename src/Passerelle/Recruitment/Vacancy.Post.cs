namespace Passerelle.Recruitment;

/// <summary>When a letter is in time.</summary>
public sealed partial class Vacancy
{
    /// <summary>From here on nothing that is missing can still come in time.</summary>
    public DateTimeOffset LastPost => Rules.PostCounts == PostCounts.Postmark ? Deadline.After(Rules.DeadlineDay.AddDays(Rules.PostDays), new(23, 59, 59), Rules.Zone) : ClosesAt;

    /// <summary>Where the postmark counts, it is of the last day or earlier and the letter comes within the days of grace; else it has come by the deadline.</summary>
    public bool IsInTime(DateTimeOffset received, DateOnly? postmark) =>
        Rules.PostCounts == PostCounts.Postmark && postmark is { } stamped ? stamped <= Rules.DeadlineDay && received < LastPost : received < ClosesAt;
}
