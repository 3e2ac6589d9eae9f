using System.Collections.Concurrent;
using System.Diagnostics;

namespace Passerelle.Bench;

/// <summary>
/// Three hundred candidates in a minute, each with three documents of a megabyte, while mail goes out: what they wait for,
/// and whether anything is lost. They come when they come, however long the others take; then as many as fast as it goes.
/// </summary>
internal static class RecruitmentBench
{
    private const int Candidates = 300;
    private const int AtOnce = 16;
    private const double MostSeconds = 60;
    private const double MostMilliseconds = 3000;

    /// <summary>The last one comes so late that there is time left for what it asks.</summary>
    private static readonly TimeSpan Arrivals = TimeSpan.FromSeconds(50);

    public static async Task Run(WebOptions options)
    {
        Report.Say($"{System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors shared by server, inspection and clients; load {Load()}");
        await InspectionBench.Run(options);
        if (options.Only is null or "sqlite")
        {
            await On("SQLite", null, options);
        }

        if (options.Only is null or "postgres" && options.Postgres is { } postgres)
        {
            await On("PostgreSQL", postgres, options);
        }
    }

    private static async Task On(string name, string? connection, WebOptions options)
    {
        var folder = Path.Combine(options.Folder, "recruitment-" + name);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);

        // All come from this machine, and twice as many as there are: the limit for one address is not what is measured.
        await using (var app = await WebBench.StartApp(folder, connection, options, empty: false, ("Limits__Off", "true")))
        await using (var workers = new Workers(app.Id))
        {
            Report.Say($"\n## {name}\n\n### {Candidates} candidates, one every {Arrivals.TotalMilliseconds / Candidates:0} ms\n");
            await Measured(folder, connection, app, workers, 1, AsTheyCome);
            Report.Say($"\n### {Candidates} candidates as fast as it goes, {AtOnce} at once\n");
            await Measured(folder, connection, app, workers, 1 + Candidates, AsFastAsItGoes);
        }

        // Five gigabytes of documents and mails.
        foreach (var kept in new[] { "vault", "mail" })
        {
            Directory.Delete(Path.Combine(folder, kept), recursive: true);
        }
    }

    private static async Task Measured(string folder, string? connection, ServerProcess app, Workers workers, int first, Func<IReadOnlyList<Applicant>, ConcurrentBag<string>, Task> how)
    {
        var timings = new Timings();
        var failures = new ConcurrentBag<string>();
        var applicants = Enumerable.Range(first, Candidates).Select(n => new Applicant(app.Port, n, timings)).ToList();
        var (server, inspection, clients) = (app.Busy, workers.Busy, Environment.CpuUsage.TotalTime);
        var clock = Stopwatch.StartNew();
        await how(applicants, failures);
        var took = clock.Elapsed;
        (server, inspection, clients) = (app.Busy - server, workers.Busy - inspection, Environment.CpuUsage.TotalTime - clients);
        var load = Load();
        var memory = app.MegabytesNow;
        var mails = await RecruitmentCheck.MailsLeft(folder, connection);

        Table(timings);
        Hold(timings, took, how == AsTheyCome);
        Report.Hold("requests that were refused or failed", failures.IsEmpty, $"{failures.Count}", $"none");
        failures.Distinct().Take(3).ToList().ForEach(f => Report.Say("  - " + f));
        await RecruitmentCheck.NothingLost(folder, connection, applicants);
        Report.Say($"- to know: the last mail left {mails.TotalSeconds:0.0} s after the last answer");
        Report.Say($"- to know: on the processors {server.TotalSeconds:0.0} s for the server, {inspection.TotalSeconds:0.0} s for inspection, {clients.TotalSeconds:0.0} s for the clients, of {took.TotalSeconds * Environment.ProcessorCount:0.0} s; load at the end {load}");
        Report.Say($"- to know: memory of the server {memory:0} MB ({app.MegabytesAtMost:0} MB at most, with the mails), of an inspection {workers.MegabytesAtMost:0} MB at most; {workers.Count} processes of inspection so far");
        applicants.ForEach(a => a.Dispose());
    }

    /// <summary>However slow the server is, the next one comes: one that cannot keep up is seen to fall behind.</summary>
    private static Task AsTheyCome(IReadOnlyList<Applicant> applicants, ConcurrentBag<string> failures)
    {
        var begun = Stopwatch.GetTimestamp();
        return Task.WhenAll(applicants.Select(async (applicant, i) =>
        {
            var due = Arrivals * i / applicants.Count;
            var wait = due - Stopwatch.GetElapsedTime(begun);
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
            await Apply(applicant, begun + (long)(due.TotalSeconds * Stopwatch.Frequency), failures);
        }));
    }

    private static Task AsFastAsItGoes(IReadOnlyList<Applicant> applicants, ConcurrentBag<string> failures) =>
        Parallel.ForEachAsync(applicants, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (applicant, _) => await Apply(applicant, Stopwatch.GetTimestamp(), failures));

    private static async Task Apply(Applicant applicant, long due, ConcurrentBag<string> failures)
    {
        try
        {
            await applicant.Apply(due);
        }
        catch (Exception e)
        {
            failures.Add(e.Message);
        }
    }

    private static void Table(Timings timings)
    {
        Report.Say("| request | times | p50 ms | p99 ms | most ms |");
        Report.Say("|---|--:|--:|--:|--:|");
        foreach (var kind in Applicant.Requests.Append(Applicant.Whole))
        {
            var spread = timings.Of(kind);
            Report.Say($"| {kind} | {spread.Count} | {spread.P50:0.0} | {spread.P99:0.0} | {spread.Most:0.0} |");
        }

        Report.Say("");
    }

    private static void Hold(Timings timings, TimeSpan took, bool isWanted)
    {
        var all = timings.Of(Applicant.Requests);
        var worst = Applicant.Requests.MaxBy(k => timings.Of(k).P99)!;
        if (isWanted)
        {
            Report.Hold($"from the first candidate to the last answer to the last", took.TotalSeconds <= MostSeconds, $"{took.TotalSeconds:0.0} s, of which they came in {Arrivals.TotalSeconds:0} s", $"within {MostSeconds:0} s");
            Report.Hold("p99 of all requests", all.P99 < MostMilliseconds, $"{all.P99:0} ms", $"under {MostMilliseconds:0} ms");
            Report.Hold($"p99 of the slowest kind, {worst}", timings.Of(worst).P99 < MostMilliseconds, $"{timings.Of(worst).P99:0} ms", $"under {MostMilliseconds:0} ms");
        }
        else
        {
            Report.Say($"- to know: all in {took.TotalSeconds:0.0} s, {Candidates / took.TotalSeconds:0.0} applications a second; p99 of all requests {all.P99:0} ms");
        }
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
