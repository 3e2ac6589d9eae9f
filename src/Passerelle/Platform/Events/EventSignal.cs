using System.Collections.Concurrent;

namespace Passerelle.Platform.Events;

/// <summary>Tells this process at once that events were committed; others learn it by reading.</summary>
public sealed class EventSignal
{
    private readonly ConcurrentDictionary<Guid, Action<IReadOnlyList<Event>>> _listeners = new();
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Next => _next.Task;

    public void Listen(Action<IReadOnlyList<Event>> listener) => _listeners[Guid.NewGuid()] = listener;

    public void Raise(IReadOnlyList<Event> events)
    {
        if (events.Count == 0)
        {
            return;
        }

        foreach (var listener in _listeners.Values)
        {
            listener(events);
        }

        Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }
}
