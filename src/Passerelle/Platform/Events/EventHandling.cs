using Passerelle.Platform.Data;

namespace Passerelle.Platform.Events;

/// <summary>
/// Something that follows from an event. It runs at least once for each event whose name starts with one of
/// <see cref="Names"/>, in their order, in the transaction that moves its cursor.
/// </summary>
public abstract class EventHandling
{
    /// <summary>A stable name: the cursor is kept under it.</summary>
    public abstract string Name { get; }

    /// <summary>Beginnings of event names; an empty list means every event.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    public abstract Task Handle(Event happened, CancellationToken stop);

    public bool Wants(Event happened) =>
        Names.Count == 0 || Names.Any(n => happened.Name.StartsWith(n, StringComparison.Ordinal));
}

/// <summary>How far a handler has read.</summary>
public sealed class EventCursor
{
    public required string Handler { get; init; }
    public long Number { get; set; }
}

/// <summary>A delivery that failed: tried again until it is parked, and shown to the administrator.</summary>
public sealed class EventFailure
{
    public const int MostAttempts = 10;

    public required string Handler { get; init; }
    public required long Number { get; init; }
    public int Attempts { get; set; }
    public string Error { get; set; } = "";
    public DateTimeOffset LastAt { get; set; }
    public bool Parked { get; set; }
}

public static class EventHandlingSetup
{
    public static IServiceCollection AddEventHandler<T>(this IServiceCollection services)
        where T : EventHandling => services.AddScoped<EventHandling, T>();
}
