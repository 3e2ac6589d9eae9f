using System.Diagnostics;
using System.Globalization;
using System.Text;
using Passerelle.Kernels.Translation.Memory;
using Passerelle.Kernels.Translation.Segmentation;

namespace Passerelle.Bench;

/// <summary>Measures the translation kernel, one thread and no server: a memory of a million pairs, and the cutting of texts. Then files of pairs, and the queue of the desk.</summary>
internal static class TranslationBench
{
    private const int Batch = 10_000;
    private const int Words = 20;
    private const int Asked = 400;

    public static async Task Run(string[] options)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var only = Array.IndexOf(options, "--part") is >= 0 and var named ? options[named + 1] : null;
        if (only is null or "kernel")
        {
            Kernel(options);
        }

        if (only is null or "tmx")
        {
            await TmxBench.Run(WebOptions.Of(options).Folder);
        }

        if (only is null or "queue")
        {
            await QueueBench.Run(WebOptions.Of(options));
        }
    }

    private static void Kernel(string[] options)
    {
        var pairs = Array.IndexOf(options, "--pairs") is >= 0 and var at ? int.Parse(options[at + 1], CultureInfo.InvariantCulture) : 1_000_000;
        Report.Say($"{System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, one used; load {Load()}");
        Segmentation();
        Memory(pairs);
    }

    private static void Memory(int pairs)
    {
        TranslationCorpus corpus = new(20_080_128);
        using MemoryIndex index = new("fr", "nl");
        List<string> known = [];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Stopwatch building = new();
        var busy = TimeSpan.Zero;
        long bytes = 0;
        for (var done = 0; done < pairs; done += Batch)
        {
            var batch = Enumerable.Range(0, Batch).Select(_ => corpus.Next()).ToList();
            known.AddRange(batch.Where(p => known.Count < 20 * Asked && p.French.Count(c => c == ' ') == Words - 1).Select(p => p.French));
            bytes += batch.Sum(p => Encoding.UTF8.GetByteCount(p.French) + Encoding.UTF8.GetByteCount(p.Dutch));
            building.Start();
            var used = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < Batch; i++)
            {
                index.Add(new(done + i, batch[i].French, batch[i].Dutch, 1));
            }

            building.Stop();
            busy += Environment.CpuUsage.TotalTime - used;
        }

        var managed = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        var process = Process.GetCurrentProcess().WorkingSet64 / 1e6;
        Report.Say($"\n### Memory of {index.Count} pairs, {bytes / 1e6:0} MB of text in UTF-8\n");
        Report.Say("| asked | found | median ms | p99 ms | most ms | mean ms on a processor |");
        Report.Say("|---|--:|--:|--:|--:|--:|");
        Random random = new(1);
        List<double> all = [];
        foreach (var (name, query) in new (string, Func<string>)[]
        {
            ("exact", () => known[random.Next(known.Count)]),
            ("near, 1 to 5 words of 20 changed", () => corpus.Near(known[random.Next(known.Count)], random.Next(1, 6))),
            ("far", () => corpus.Far(Words)),
        })
        {
            all.AddRange(Ask(index, name, [.. Enumerable.Range(0, Asked + 50).Select(_ => query())]));
        }

        all.Sort();
        Report.Say("");
        Report.Hold("look-up of 20 words, median", At(all, 0.5) < 20, $"{At(all, 0.5):0.00} ms", $"under 20 ms");
        Report.Hold("look-up of 20 words, p99", At(all, 0.99) < 60, $"{At(all, 0.99):0.00} ms", $"under 60 ms");
        Report.Hold("building", building.Elapsed.TotalSeconds < 60, $"{building.Elapsed.TotalSeconds:0.0} s, of which {busy.TotalSeconds:0.0} s on a processor", $"under 60 s");
        Report.Hold("memory, managed (whole process)", process < 1000, $"{managed:0} MB ({process:0} MB)", $"under 1000 MB");
        Report.Say($"- to know: load at the end {Load()}");
    }

    /// <summary>The times in milliseconds, without those of the first fifty, in which code is compiled.</summary>
    private static List<double> Ask(MemoryIndex index, string name, string[] queries)
    {
        List<double> times = [];
        var found = 0;
        var used = TimeSpan.Zero;
        for (var i = 0; i < queries.Length; i++)
        {
            used = i == queries.Length - Asked ? Environment.CpuUsage.TotalTime : used;
            var start = Stopwatch.GetTimestamp();
            var matches = index.Find(queries[i], 1);
            if (i >= queries.Length - Asked)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                found += matches.Count > 0 ? 1 : 0;
            }
        }

        var mean = (Environment.CpuUsage.TotalTime - used).TotalMilliseconds / Asked;
        times.Sort();
        Report.Say($"| {name} | {100.0 * found / Asked:0} % | {At(times, 0.5):0.00} | {At(times, 0.99):0.00} | {times[^1]:0.00} | {mean:0.00} |");
        return times;
    }

    private static void Segmentation()
    {
        TranslationCorpus corpus = new(1);
        StringBuilder text = new();
        string[] extras = ["Voir art. 3, p. 12 et M. Dupont.", "Il dit : « Oui. »", "L’eau d’aujourd’hui coûte 1 234,56 €.", "Écrivez à info@example.eu…"];
        for (var i = 0; text.Length < 4_000_000; i++)
        {
            text.Append(corpus.Next().French).Append(' ').Append(i % 3 == 0 ? extras[i / 3 % extras.Length] : "").Append(i % 7 == 6 ? "\n\n" : " ");
        }

        var source = text.ToString();
        Report.Say($"\n### Segmentation of {Encoding.UTF8.GetByteCount(source) / 1e6:0.0} MB of French, the middle of nine runs\n");
        var plain = Speed(source, () => Segmenter.Default.Split(source, "fr"), out var segments);
        var texts = Speed(source, () => Segmenter.Default.Split(source, "fr"), out _, read: true);
        var markdown = Speed(source, () => Segmenter.Default.Split(source, "fr", TextForm.Markdown), out _);
        Report.Hold("plain text", plain.Clock > 20, $"{plain}, {segments} segments; with their texts {texts}", $"above 20 MB/s");
        Report.Say($"- to know: Markdown {markdown}");
    }

    private static Rate Speed(string source, Func<SegmentedText> split, out int segments, bool read = false)
    {
        List<double> seconds = [];
        List<double> busy = [];
        segments = 0;
        for (var i = 0; i < 12; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var used = Environment.CpuUsage.TotalTime;
            var cut = split();
            segments = read ? cut.Segments.Count : cut.Pieces.Count(p => p.IsSegment);
            if (i >= 3)
            {
                seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
                busy.Add((Environment.CpuUsage.TotalTime - used).TotalSeconds);
            }
        }

        seconds.Sort();
        busy.Sort();
        var megabytes = Encoding.UTF8.GetByteCount(source) / 1e6;
        return new(megabytes / At(seconds, 0.5), megabytes / At(busy, 0.5));
    }

    private static double At(List<double> sorted, double part) => sorted[(int)(part * (sorted.Count - 1))];

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    /// <summary>Megabytes of UTF-8 in a second by the clock, and in a second on a processor, which other work on the machine changes less.</summary>
    private readonly record struct Rate(double Clock, double Busy)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Clock:0} MB/s (on a processor {Busy:0})");
    }
}
