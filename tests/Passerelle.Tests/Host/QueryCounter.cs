using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Passerelle.Tests.Host;

/// <summary>Counts the commands that one request sends to the database, told apart by its trace.</summary>
internal sealed class QueryCounter : IDisposable
{
    private static readonly ConcurrentDictionary<ActivityTraceId, QueryCounter> Counting = new();
    private readonly ActivityTraceId _trace;
    private int _count;
    private int _inserts;

    static QueryCounter()
    {
        ActivitySource.AddActivityListener(new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        });
        DiagnosticListener.AllListeners.Subscribe(new Listeners());
    }

    private QueryCounter(ActivityTraceId trace) => _trace = trace;

    /// <summary>Subscribes, before the database is first used: it asks only now and then whether somebody listens.</summary>
    public static void Listen()
    {
        // The work is done by the static constructor.
    }

    public int Count => Volatile.Read(ref _count);

    /// <summary>Those among them that write new rows: a database may take several rows with one.</summary>
    public int Inserts => Volatile.Read(ref _inserts);

    public static QueryCounter Of(ActivityTraceId trace) => Counting[trace] = new(trace);

    public void Dispose() => Counting.TryRemove(_trace, out _);

    private sealed class Listeners : IObserver<DiagnosticListener>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory)
            {
                value.Subscribe(new Commands());
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        private const string DbLoggerCategory = "Microsoft.EntityFrameworkCore";
    }

    private sealed class Commands : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.CommandExecuted.Name && Activity.Current is { } activity && Counting.TryGetValue(activity.TraceId, out var counter))
            {
                Interlocked.Increment(ref counter._count);
                if (value.Value is CommandExecutedEventData { Command.CommandText: var text } && text.TrimStart().StartsWith("INSERT", StringComparison.Ordinal))
                {
                    Interlocked.Increment(ref counter._inserts);
                }
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
