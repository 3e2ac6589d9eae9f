using System.Diagnostics;

namespace Passerelle.Bench;

/// <summary>What a page did under load.</summary>
/// <param name="PerSecond">Answers per second over all connections.</param>
/// <param name="P50">Milliseconds that half of the answers took at most.</param>
/// <param name="P99">Milliseconds that 99 of 100 took at most.</param>
/// <param name="Length">Bytes of one answer's body.</param>
internal sealed record Figure(double PerSecond, double P50, double P99, int Length);

/// <summary>Asks for a page over eight connections at once, each as soon as it has its answer.</summary>
internal static class Load
{
    public const int Connections = 8;

    /// <summary>Long enough for what a page runs to be compiled for good, in the background and on the same processors.</summary>
    public static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static long _number;

    /// <param name="port">The server's.</param>
    /// <param name="path">«{n}» in it becomes another number each time, so that no kept page answers.</param>
    /// <param name="encoding">What the client accepts, or null.</param>
    /// <param name="time">How long is measured, after the warm-up.</param>
    /// <param name="cookie">Of somebody who is signed in, or null.</param>
    /// <param name="connections">How many ask at once.</param>
    public static Figure Measure(int port, string path, string? encoding, TimeSpan time, string? cookie = null, int connections = Connections)
    {
        Run(port, path, encoding, WarmUp, cookie, connections);
        var clock = Stopwatch.StartNew();
        var (ticks, length) = Run(port, path, encoding, time, cookie, connections);
        var seconds = clock.Elapsed.TotalSeconds;
        ticks.Sort();
        double At(double part) => ticks[Math.Min(ticks.Count - 1, (int)(ticks.Count * part))] * 1000.0 / Stopwatch.Frequency;
        return new(ticks.Count / seconds, At(0.5), At(0.99), length);
    }

    /// <summary>The status and length of one answer.</summary>
    public static (int Status, int Length) Once(int port, string path, string? encoding, string? cookie = null)
    {
        using var connection = new Connection(port, cookie);
        return connection.Get(Numbered(path), encoding);
    }

    private static (List<long> Ticks, int Length) Run(int port, string path, string? encoding, TimeSpan time, string? cookie, int connections)
    {
        var loops = new Loop[connections];
        var end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        for (var i = 0; i < loops.Length; i++)
        {
            loops[i] = new(port, path, encoding, end, cookie);
        }

        Array.ForEach(loops, l => l.Thread.Join());
        return loops.FirstOrDefault(l => l.Error is not null) is { Error: { } error }
            ? throw new InvalidOperationException($"{path}: {error.Message}", error)
            : ([.. loops.SelectMany(l => l.Ticks)], loops[0].Length);
    }

    private static string Numbered(string path) =>
        path.Contains("{n}", StringComparison.Ordinal) ? path.Replace("{n}", Interlocked.Increment(ref _number).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal) : path;

    private sealed class Loop
    {
        public Loop(int port, string path, string? encoding, long end, string? cookie)
        {
            Thread = new(() => Ask(port, path, encoding, end, cookie)) { IsBackground = true };
            Thread.Start();
        }

        public Thread Thread { get; }

        public List<long> Ticks { get; } = new(64 * 1024);

        public int Length { get; private set; }

        public Exception? Error { get; private set; }

        private void Ask(int port, string path, string? encoding, long end, string? cookie)
        {
            try
            {
                using var connection = new Connection(port, cookie);
                for (var now = Stopwatch.GetTimestamp(); now < end;)
                {
                    var (status, length) = connection.Get(Numbered(path), encoding);
                    if (status != 200)
                    {
                        throw new InvalidOperationException($"answered {status}");
                    }

                    var then = Stopwatch.GetTimestamp();
                    Ticks.Add(then - now);
                    (now, Length) = (then, length);
                }
            }
            catch (Exception e)
            {
                Error = e;
            }
        }
    }
}
