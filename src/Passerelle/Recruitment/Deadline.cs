namespace Passerelle.Recruitment;

/// <summary>A deadline as wall-clock time in a zone: the second that it names is in time to its last instant.</summary>
public static class Deadline
{
    /// <summary>The first instant that is too late. An hour that the clock change skips moves on by one; of an hour that comes twice the second counts, in favour of who is late.</summary>
    public static DateTimeOffset After(DateOnly day, TimeOnly time, string zone)
    {
        var clocks = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var wall = day.ToDateTime(new TimeOnly(time.Hour, time.Minute, time.Second)).AddSeconds(1);
        if (clocks.IsInvalidTime(wall))
        {
            wall = wall.AddHours(1);
        }

        var offset = clocks.IsAmbiguousTime(wall) ? clocks.GetAmbiguousTimeOffsets(wall).Min() : clocks.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset).ToUniversalTime();
    }

    /// <summary>The instant of a wall-clock time in a zone.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time, string zone) => After(day, time, zone).AddSeconds(-1);

    public static DateTimeOffset After(VacancyRules rules) => After(rules.DeadlineDay, rules.DeadlineTime, rules.Zone);

    /// <summary>The deadline as people and search engines read it, with its offset: the second itself.</summary>
    public static DateTimeOffset Of(VacancyRules rules) =>
        TimeZoneInfo.ConvertTime(At(rules.DeadlineDay, rules.DeadlineTime, rules.Zone), TimeZoneInfo.FindSystemTimeZoneById(rules.Zone));
}
