using System.Diagnostics;
using Passerelle.Kernels.Translation.Tmx;
using Passerelle.Platform.Data;
using Passerelle.Translation.Files;

namespace Passerelle.Bench;

/// <summary>Reads a large TMX file, and a tenth of it, and takes the large one into a memory on SQLite. The memory that it needs must not follow the file.</summary>
internal static class TmxBench
{
    private const int Megabytes = 200;

    public static async Task Run(string folder)
    {
        Directory.CreateDirectory(folder);
        var (large, small) = (Make(folder, Megabytes), Make(folder, Megabytes / 10));
        Report.Say($"\n### TMX of {new FileInfo(large).Length / 1e6:0} MB\n");
        Report.Say("| what | units | seconds | MB/s | most MB held |");
        Report.Say("|---|--:|--:|--:|--:|");
        var tenth = Read(small);
        var whole = Read(large);
        var data = Path.Combine(folder, "tmx");
        Directory.CreateDirectory(data);
        await DataSet.Prepare(data);
        await DataSet.With(data, null, async db =>
        {
            var clock = Stopwatch.StartNew();
            await using var file = File.OpenRead(large);
            using Sampled held = new();
            var taken = await new MemoryIntake(db).Take(file, "bench.tmx", Act.BySystem(DateTimeOffset.UtcNow), default);
            Row($"taken into a memory that was empty ({new FileInfo(large).Length / 1e6:0} MB)", taken.New + taken.Known, clock.Elapsed, file.Length, held.Most);
        });
        Report.Say("");
        Report.Hold("reading in constant memory", whole < tenth + 8, $"{whole:0.0} MB held at most, {tenth:0.0} MB of a tenth of the file", $"no more than 8 MB between them");
        File.Delete(large);
        File.Delete(small);
    }

    private static double Read(string path)
    {
        var clock = Stopwatch.StartNew();
        using var file = File.OpenRead(path);
        using TmxReader tmx = new(file, ["fr", "nl"]);
        using Sampled held = new();
        var units = tmx.Units().Count();
        Row($"read ({file.Length / 1e6:0} MB)", units, clock.Elapsed, file.Length, held.Most);
        return held.Most;
    }

    private static void Row(string what, int units, TimeSpan time, long bytes, double held) =>
        Report.Say($"| {what} | {units} | {time.TotalSeconds:0.0} | {bytes / 1e6 / time.TotalSeconds:0} | {held:0.0} |");

    private static string Make(string folder, int megabytes)
    {
        var path = Path.Combine(folder, $"bench-{megabytes}.tmx");
        using var file = File.Create(path);
        TranslationCorpus corpus = new(7);
        using TmxWriter tmx = new(file, new("fr", "bench", "1"));
        for (var i = 0; file.Length < megabytes * 1_000_000L; i++)
        {
            var (french, dutch) = corpus.Next();
            tmx.Write(new($"u{i}", [new("fr", french), new("nl", dutch)]));
        }

        return path;
    }

    /// <summary>What live objects take beyond what was there before, looked at four times a second after a collection.</summary>
    private sealed class Sampled : IDisposable
    {
        private readonly long _before = GC.GetTotalMemory(forceFullCollection: true);
        private readonly Timer _timer;
        private long _most;

        public Sampled() => _timer = new(_ => Look(), null, 250, 250);

        public double Most
        {
            get
            {
                Look();
                return _most / 1e6;
            }
        }

        public void Dispose() => _timer.Dispose();

        private void Look() => _most = Math.Max(_most, GC.GetTotalMemory(forceFullCollection: true) - _before);
    }
}
