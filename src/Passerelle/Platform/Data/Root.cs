using Passerelle.Platform.Events;

namespace Passerelle.Platform.Data;

/// <summary>Who acts, and when. A job acts without a person.</summary>
public readonly record struct Act(Guid? Person, DateTimeOffset At)
{
    public static Act BySystem(DateTimeOffset at) => new(null, at);
}

/// <summary>Something whose events are written with its next save: every <see cref="Root"/>, and what cannot derive from it.</summary>
internal interface IRecords
{
    IReadOnlyList<Event> Pending { get; }

    void Written();
}

/// <summary>
/// A thing that acts happen to. Each act records its event and raises the version, which is the concurrency
/// token that forms post back; the event is written in the same transaction as the change.
/// </summary>
public abstract class Root : IRecords
{
    private readonly List<Event> _pending = [];

    public Guid Id { get; protected set; } = Guid.CreateVersion7();

    public int Version { get; private set; } = 1;

    IReadOnlyList<Event> IRecords.Pending => _pending;

    /// <summary>Refuses to go on when the form was drawn from an older version.</summary>
    public void MustBe(int version)
    {
        if (version != Version)
        {
            throw new Conflict();
        }
    }

    void IRecords.Written() => _pending.Clear();

    /// <summary>One of its texts goes out in another language. The same event for every kind of thing, so that none need think of it.</summary>
    internal void Translated(Act act, string property, string language, string state, bool isPublic) =>
        Record(act, "text.translated", isPublic, data: [("property", property), ("language", language), ("state", state)]);

    /// <summary>In whose history the events stand: its own, but for what is only a step on the way of another thing and does not last.</summary>
    protected virtual Guid Subject => Id;

    /// <summary>What kind of thing the events name, such as «group».</summary>
    protected abstract string Kind { get; }

    /// <param name="act">Who and when.</param>
    /// <param name="name">A stable name, such as «group.renamed».</param>
    /// <param name="isPublic">Whether the public history of the thing shows it.</param>
    /// <param name="person">The person whom it concerns, if any.</param>
    /// <param name="personal">Words that somebody typed, or names: the part that can be erased.</param>
    /// <param name="data">Ids and verbs.</param>
    protected void Record(Act act, string name, bool isPublic = false, Guid? person = null, string? personal = null, params (string Key, string? Value)[] data)
    {
        _pending.Add(new(act, name, Kind, Subject, isPublic, person, personal, data));
        if (_pending.Count == 1)
        {
            Version++;
        }
    }
}
