using System.Diagnostics;
using System.Globalization;

namespace Passerelle.Kernels.Inspection.Workers;

/// <summary>How long the inspection of a file takes through the pool, for a person at a console.</summary>
internal static class Measurement
{
    private const int Times = 200;
    private const int Before = 20;

    public static async Task<int> Of(string path)
    {
        var file = await File.ReadAllBytesAsync(path);
        await using var pool = new InspectionPool();
        var first = Stopwatch.StartNew();
        var (found, _) = await pool.Measure(file, new(2), CancellationToken.None);
        Say($"{Path.GetFileName(path)}: {file.Length / 1024} KB, {found.Pages} pages, {(found.IsAcceptable ? "no fault" : string.Join(", ", found.Faults))}");
        Say($"first, with the start of a worker: {first.Elapsed.TotalMilliseconds:F0} ms");
        var (times, peak) = (new List<double>(), 0L);
        for (var i = 0; i < Times + Before; i++)
        {
            var clock = Stopwatch.StartNew();
            var (_, cost) = await pool.Measure(file, new(2), CancellationToken.None);
            peak = Math.Max(peak, cost.PeakMemory);
            if (i >= Before)
            {
                times.Add(clock.Elapsed.TotalMilliseconds);
            }
        }

        times.Sort();
        Say($"{Times} more: median {times[Times / 2]:F1} ms, p99 {times[(Times * 99 / 100) - 1]:F1} ms; worker at most {peak / (1 << 20)} MB");
        return 0;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
