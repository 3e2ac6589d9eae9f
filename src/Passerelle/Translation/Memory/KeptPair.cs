using System.Globalization;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;

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
public sealed class PairRemoval : IRecords
{
    private readonly List<Event> _pending = [];

    private PairRemoval()
    {
    }

    /// <summary>A later confirmation took the pair's place, or, with a reason, somebody found it bad.</summary>
    public PairRemoval(KeptPair pair, string reason, Act act)
    {
        (Pair, Reason, By, At) = (pair.Number, reason, act.Person, act.At);
        if (reason.Length > 0)
        {
            _pending.Add(new(act, "translation.pair-removed", "translation", pair.SegmentId ?? pair.OwnerId ?? Guid.Empty, isPublic: false, null, reason, [("pair", pair.Number.ToString(CultureInfo.InvariantCulture))]));
        }
    }

    public long Number { get; private set; }
    public long Pair { get; private set; }
    public string Reason { get; private set; } = "";
    public Guid? By { get; set; }
    public DateTimeOffset At { get; private set; }

    IReadOnlyList<Event> IRecords.Pending => _pending;

    void IRecords.Written() => _pending.Clear();
}
