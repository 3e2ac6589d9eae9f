namespace Passerelle.Platform;

/// <summary>
/// The product's time, in the pack's zone. Tests set it, and so does the demonstration; cookies, one-time links
/// and rate limits stay on the machine's clock.
/// </summary>
public sealed class Clock(TimeProvider machine)
{
    private long _offset;

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");

    /// <summary>The present instant in UTC, cut to the microseconds that both databases keep.</summary>
    public DateTimeOffset Now => Instants.Cut(machine.GetUtcNow().AddTicks(Interlocked.Read(ref _offset)));

    public DateTimeOffset LocalNow => ToLocal(Now);

    public DateOnly Today => DateOnly.FromDateTime(LocalNow.DateTime);

    public void Use(TimeZoneInfo zone) => Zone = zone;

    /// <summary>Moves the clock; it goes on from there.</summary>
    public void Set(DateTimeOffset now) => Interlocked.Exchange(ref _offset, (now - machine.GetUtcNow()).Ticks);

    public DateTimeOffset ToLocal(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    public DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(ToLocal(instant).DateTime);

    /// <summary>The instant of a wall-clock time in the zone; an hour that the clock change skips moves on by one.</summary>
    public DateTimeOffset At(DateOnly date, TimeOnly time)
    {
        var wall = date.ToDateTime(time);
        if (Zone.IsInvalidTime(wall))
        {
            wall = wall.AddHours(1);
        }

        return new DateTimeOffset(wall, Zone.GetUtcOffset(wall)).ToUniversalTime();
    }
}

/// <summary>Instants as the databases keep them.</summary>
public static class Instants
{
    public static DateTimeOffset Cut(DateTimeOffset instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));
}
