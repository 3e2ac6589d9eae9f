using System.Globalization;
using System.Runtime.InteropServices;

namespace Passerelle.Bench;

/// <summary>Prints what was measured, as Markdown, so that it can be put into docs/performance.md as it is.</summary>
internal static class Report
{
    private const double MostMilliseconds = 50;
    private const double MostMegabytes = 300;
    private const double MostSeconds = 3;

    public static void Machine() =>
        Say($"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors shared by server and client, {Load.Connections} connections");

    public static void Title(string database, TimeSpan firstEver, TimeSpan generation) =>
        Say($"\n## {database}\n\n{DataSet.People} people, {DataSet.Groups} groups, written in {generation.TotalSeconds:0} s. First start ever, which makes the database and loads the pack: {firstEver.TotalSeconds:0.0} s.\n");

    public static void Pages(IReadOnlyList<Line> lines)
    {
        Say("| page | bytes | empty/s | kept/s | ratio | p50 ms | p99 ms | not kept/s | ratio | p50 ms | p99 ms |");
        Say("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var line in lines)
        {
            Say(line is { Empty: { } empty, Cached: { } kept, Uncached: { } not }
                ? $"| {line.Page.Name} | {kept.Length} | {empty.PerSecond:0} | {kept.PerSecond:0} | {Ratio(kept, empty)} | {kept.P50:0.00} | {kept.P99:0.00} | {not.PerSecond:0} | {Ratio(not, empty)} | {not.P50:0.00} | {not.P99:0.00} |"
                : $"| {line.Page.Name} | answers {line.Status} | | | | | | | | | |");
        }
    }

    public static void Thresholds(IReadOnlyList<Line> lines, double atLeast, TimeSpan start, ServerProcess app)
    {
        var group = lines.First(l => l.Page.Name == "group");
        var kept = group.Cached!.PerSecond / group.Empty!.PerSecond;
        var not = group.Uncached!.PerSecond / group.Empty.PerSecond;
        var slowest = lines.SelectMany(l => new[] { l.Cached, l.Uncached }).OfType<Figure>().Max(f => f.P99);
        Say("");
        Hold("kept group page, of the empty endpoint", kept >= 0.5, $"{kept:0.00}", $"at least 0.50");
        Hold("group page not kept, of the empty endpoint", not >= atLeast, $"1/{1 / not:0}", $"at least 1/{1 / atLeast:0}, hoped for 1/{0.5 / atLeast:0}");
        Hold("slowest p99 of all pages", slowest < MostMilliseconds, $"{slowest:0.0} ms", $"under {MostMilliseconds} ms");
        Hold("memory after the run (at most in it)", app.MegabytesNow < MostMegabytes, $"{app.MegabytesNow:0} MB ({app.MegabytesAtMost:0} MB)", $"under {MostMegabytes} MB");
        Hold("start to first page", start.TotalSeconds < MostSeconds, $"{start.TotalSeconds:0.00} s", $"within {MostSeconds} s");
    }

    public static void Steering(IReadOnlyList<Line> lines, ServerProcess app)
    {
        Say($"\nWith {DataSet.Projects} projects and {DataSet.Stages} stages more, signed in as director, never kept:\n");
        Signed(lines);
        Say($"- to know: memory {app.MegabytesNow:0} MB ({app.MegabytesAtMost:0} MB at most)");
    }

    public static void Queue(string database, int waiting, IReadOnlyList<Line> lines)
    {
        Say($"\n### The queue on {database}, {waiting} texts waiting, signed in as director, never kept\n");
        Signed(lines);
    }

    private static void Signed(IReadOnlyList<Line> lines)
    {
        Say("| page | readers at once | bytes | empty/s, 8 at once | made/s | ratio | p50 ms | p99 ms |");
        Say("|---|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var line in lines)
        {
            Say(line is { Empty: { } empty, Uncached: { } not }
                ? $"| {line.Page.Name} | {line.Page.Connections} | {not.Length} | {empty.PerSecond:0} | {not.PerSecond:0} | {Ratio(not, empty)} | {not.P50:0.0} | {not.P99:0.0} |"
                : $"| {line.Page.Name} | answers {line.Status} | | | | | | |");
        }

        Say("");
        foreach (var line in lines.Where(l => double.IsFinite(l.Page.MostMilliseconds)))
        {
            Hold($"p99 of {line.Page.Name}", line.Uncached?.P99 < line.Page.MostMilliseconds, $"{line.Uncached?.P99:0.0} ms", $"under {line.Page.MostMilliseconds:0} ms");
        }
    }

    private static string Ratio(Figure figure, Figure empty) =>
        figure.PerSecond * 4 >= empty.PerSecond ? (figure.PerSecond / empty.PerSecond).ToString("0.00", CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"1/{empty.PerSecond / figure.PerSecond:0}");

    public static void Hold(string what, bool holds, FormattableString measured, FormattableString wanted) =>
        Say($"- {(holds ? "holds" : "DOES NOT HOLD")}: {what}: {measured.ToString(CultureInfo.InvariantCulture)} ({wanted.ToString(CultureInfo.InvariantCulture)})");

    public static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    public static void Say(string line) => Console.WriteLine(line);
}
