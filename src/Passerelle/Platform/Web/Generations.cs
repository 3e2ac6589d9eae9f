using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;

namespace Passerelle.Platform.Web;

/// <summary>
/// A counter for each kind of event. A page is kept together with the counters read before it was rendered, so
/// that one begun before a commit can never be served after it. Own commits are heard at once, those of other
/// processes are read.
/// </summary>
public sealed class Generations
{
    private readonly ConcurrentDictionary<string, long> _counters = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, bool> _own = new();
    private long _all;

    public Generations(EventSignal signal) => signal.Listen(events =>
    {
        foreach (var happened in events)
        {
            _own[happened.Number] = true;
            Raise(happened.Name);
        }
    });

    /// <summary>An event read from the database: raised, unless this process wrote it and has heard of it.</summary>
    public void Read(long number, string eventName)
    {
        if (!_own.TryRemove(number, out _))
        {
            Raise(eventName);
        }
    }

    /// <summary>Up to this number nothing will be read any more.</summary>
    public void ReadUpTo(long number)
    {
        foreach (var before in _own.Keys.Where(n => n <= number))
        {
            _own.TryRemove(before, out _);
        }
    }

    public void Raise(string eventName)
    {
        var dot = eventName.IndexOf('.', StringComparison.Ordinal);
        _counters.AddOrUpdate(dot < 0 ? eventName : eventName[..dot], 1, (_, n) => n + 1);
    }

    /// <summary>All counters as they are now.</summary>
    public IReadOnlyDictionary<string, long> All() => new Dictionary<string, long>(_counters);

    /// <summary>The counter that every page depends on.</summary>
    public long OfAll => Interlocked.Read(ref _all);

    public void RaiseAll() => Interlocked.Increment(ref _all);

    /// <summary>Grows whenever one of the tags was raised.</summary>
    public long Of(IReadOnlyList<string> tags)
    {
        var sum = Interlocked.Read(ref _all) + _counters.GetValueOrDefault("text"); // a translation may be of anything
        foreach (var tag in tags)
        {
            sum += _counters.GetValueOrDefault(tag);
        }

        return sum;
    }
}

/// <summary>Reads what other processes committed, so that no page here is stale by more than a second.</summary>
public sealed class GenerationsTail(IServiceScopeFactory scopes, Generations generations, Readiness readiness, ILogger<GenerationsTail> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WaitAsync(stoppingToken);
        long? last = null;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(400));
        do
        {
            try
            {
                last = await Read(last, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                generations.RaiseAll();
                log.LogWarning(e, "Reading new events failed; kept pages are dropped");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<long> Read(long? last, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        if (last is not { } from)
        {
            var latest = await db.Events.MaxAsync(e => (long?)e.Number, stop) ?? 0;
            generations.ReadUpTo(latest);
            return latest;
        }

        generations.ReadUpTo(from);
        var events = await db.Events.Where(e => e.Number > from).OrderBy(e => e.Number).Select(e => new { e.Number, e.Name }).Take(1000).ToListAsync(stop);
        foreach (var happened in events)
        {
            generations.Read(happened.Number, happened.Name);
        }

        return events.Count == 0 ? from : events[^1].Number;
    }
}
