namespace Passerelle.Kernels.Inspection.Workers;

/// <summary>The other end of the pipes: answers one question after the other until its input ends.</summary>
internal static class InspectionWorker
{
    /// <summary>A process whose asker is gone while it is busy has nobody to end it.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private const int WarmRounds = 3;
    private const long MuchMemory = 40L << 20;

    public static int Serve()
    {
        using var questions = Console.OpenStandardInput();
        using var answers = Console.OpenStandardOutput();

        // Whatever else writes must not write between the frames.
        Console.SetOut(TextWriter.Null);
        WarmUp();
        Frames.Answer(answers, null);
        using var watch = new Timer(_ => Environment.Exit(1));
        while (Frames.Question(questions) is var (rules, file))
        {
            watch.Change(Longest, Timeout.InfiniteTimeSpan);
            Frames.Answer(answers, PdfInspector.Inspect(file, rules));
            watch.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            file = default;
            GiveBack();
        }

        return 0;
    }

    /// <summary>The first question shall not pay for the compiling of code: two letters as an office and a browser print them are read beforehand.</summary>
    private static void WarmUp()
    {
        foreach (var name in Enumerable.Repeat<string[]>(["office.pdf", "browser.pdf"], WarmRounds).SelectMany(names => names))
        {
            using var stream = typeof(InspectionWorker).Assembly.GetManifestResourceStream(name)!;
            var file = new byte[stream.Length];
            stream.ReadExactly(file);
            PdfInspector.Inspect(file, new(2));
        }
    }

    private static void GiveBack()
    {
        if (GC.GetTotalMemory(forceFullCollection: false) > MuchMemory)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}
