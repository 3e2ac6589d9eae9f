namespace Passerelle.Translation;

public enum SegmentState
{
    Missing,

    /// <summary>An engine's words that nobody has taken for theirs.</summary>
    Machine,

    /// <summary>Words that nobody has confirmed, or whose source has changed.</summary>
    Begun,

    /// <summary>Confirmed by who translated.</summary>
    Translated,

    /// <summary>Confirmed by another.</summary>
    Proofread,
}

/// <summary>A sentence, mostly, and its translation.</summary>
public sealed class UnitSegment
{
    private UnitSegment()
    {
    }

    internal UnitSegment(int order, string source, string target, SegmentState state, string? was = null, Guid? by = null) =>
        (Order, Source, Target, State, Was, By) = (order, source, target, target.Length == 0 ? SegmentState.Missing : state, was, by);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid UnitId { get; private set; }
    public int Order { get; internal set; }
    public string Source { get; internal set; } = "";
    public string Target { get; internal set; } = "";
    public SegmentState State { get; internal set; }

    /// <summary>What the source said that the target translates, while the source says something else.</summary>
    public string? Was { get; internal set; }

    /// <summary>Whose words the target is.</summary>
    public Guid? By { get; internal set; }
    public DateTimeOffset? At { get; internal set; }

    /// <summary>The words as they were handed in, where who read them over changed them.</summary>
    public string? HandedIn { get; internal set; }
    public Guid? ReadBy { get; internal set; }

    /// <summary>The token of those who work on the same text: raised with each change.</summary>
    public int Version { get; internal set; } = 1;

    public bool IsStale => Was is not null;

    public bool IsDone => State >= SegmentState.Translated;

    internal void Write(string target, SegmentState state)
    {
        (Target, State) = (target, target.Length == 0 ? SegmentState.Missing : state);
        Version++;
    }
}

/// <summary>A remark of one translator to another about a segment.</summary>
public sealed class SegmentNote
{
    public required Guid Id { get; init; }
    public required Guid UnitId { get; init; }
    public required Guid SegmentId { get; init; }

    /// <summary>Nobody when the desk itself says what became of words.</summary>
    public Guid? AuthorId { get; set; }
    public required DateTimeOffset At { get; init; }
    public required string Text { get; init; }
}

/// <summary>A check that does not hold for this segment, and why; it counts until what it was about changes.</summary>
public sealed class Dismissal
{
    public required Guid UnitId { get; init; }
    public required Guid SegmentId { get; init; }

    /// <summary>The finding's key: its rule and the words it is about.</summary>
    public required string Key { get; init; }
    public required string Reason { get; init; }
    public Guid? By { get; set; }
    public required DateTimeOffset At { get; init; }
}
