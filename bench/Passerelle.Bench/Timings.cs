using System.Collections.Concurrent;

namespace Passerelle.Bench;

/// <summary>How long requests took, by their kind, in milliseconds.</summary>
internal sealed class Timings
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _kinds = new(StringComparer.Ordinal);

    public void Add(string kind, TimeSpan took) => _kinds.GetOrAdd(kind, _ => []).Add(took.TotalMilliseconds);

    public Spread Of(params IReadOnlyList<string> kinds) => Spread.Of(kinds.SelectMany(k => _kinds.GetValueOrDefault(k) ?? []));
}

internal sealed record Spread(int Count, double P50, double P99, double Most)
{
    public static Spread Of(IEnumerable<double> times)
    {
        double[] sorted = [.. times.Order()];
        double At(double part) => sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * part))];
        return new(sorted.Length, At(0.5), At(0.99), At(1));
    }
}
