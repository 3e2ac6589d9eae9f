using System.Text.Json;
using Passerelle.Platform.Data;

namespace Passerelle.Platform.Events;

/// <summary>
/// One act: audit entry and outbox message in one row. <see cref="Number"/> grows in the order of commits, so
/// that one number is a cursor. <see cref="Data"/> holds ids and verbs; <see cref="Personal"/> can be erased.
/// </summary>
public sealed class Event
{
    private Event()
    {
    }

    internal Event(Act act, string name, string kind, Guid subject, bool isPublic, Guid? person, string? personal, (string Key, string? Value)[] data)
    {
        (At, ActorId, Name, Kind, SubjectId, IsPublic, PersonId, Personal) = (act.At, act.Person, name, kind, subject, isPublic, person, personal);
        Data = data.Length == 0 ? "{}" : JsonSerializer.Serialize(data.Where(d => d.Value is not null).ToDictionary(d => d.Key, d => d.Value));
    }

    public long Number { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid? ActorId { get; private set; }
    public string Name { get; private set; } = "";
    public string Kind { get; private set; } = "";
    public Guid SubjectId { get; private set; }
    public Guid? PersonId { get; private set; }
    public bool IsPublic { get; private set; }
    public string Data { get; private set; } = "{}";
    public string? Personal { get; private set; }

    /// <summary>One value of <see cref="Data"/>.</summary>
    public string? this[string key] =>
        JsonSerializer.Deserialize<Dictionary<string, string?>>(Data)?.GetValueOrDefault(key);

    public IReadOnlyDictionary<string, string?> Values =>
        JsonSerializer.Deserialize<Dictionary<string, string?>>(Data) ?? [];

    public void ErasePersonal() => Personal = null;
}
