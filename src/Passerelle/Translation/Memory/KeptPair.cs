namespace Passerelle.Translation.Memory;

/// <summary>A segment with a translation that a person stood for: the translation memory (mémoire de traduction, vertaalgeheugen).</summary>
public sealed class KeptPair
{
    public long Number { get; private set; }
    public required string From { get; init; }
    public required string To { get; init; }
    public required string Source { get; init; }
    public required string Target { get; init; }

    /// <summary>The kernel's mark of what stood before and after in the source; 0 when not known.</summary>
    public required long Context { get; init; }

    /// <summary>The same for the other direction, by the neighbours of the target.</summary>
    public required long ContextBack { get; init; }

    /// <summary>Where it comes from, such as a file's name; empty for a text of the platform, which <see cref="SegmentId"/> and <see cref="Owner"/> tell.</summary>
    public string File { get; init; } = "";
    public string Owner { get; init; } = "";
    public Guid? OwnerId { get; init; }
    public string Property { get; init; } = "";

    /// <summary>The segment of the desk: a later confirmation of the same takes its place.</summary>
    public Guid? SegmentId { get; init; }
    public Guid? By { get; set; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>That a pair is no longer offered, and why. Numbered, so that every process can follow.</summary>
public sealed class PairRemoval
{
    public long Number { get; private set; }
    public required long Pair { get; init; }

    /// <summary>Empty when a later confirmation took the pair's place.</summary>
    public required string Reason { get; init; }
    public Guid? By { get; set; }
    public required DateTimeOffset At { get; init; }
}
