using System.Diagnostics;
using System.Text.Json;

namespace Passerelle.Kernels.Inspection.Workers;

/// <summary>A worker as this process sees it: asked, watched from outside, and ended when it takes too much.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly PoolSettings settings;
    private readonly Process process;

    private WorkerProcess(PoolSettings settings, Process process) => (this.settings, this.process) = (settings, process);

    public int Id => process.Id;

    /// <summary>When it last had work.</summary>
    public long RestedAt { get; private set; } = Environment.TickCount64;

    /// <summary>Whether it lives and has given its memory back.</summary>
    public bool IsFit
    {
        get
        {
            process.Refresh();
            return !process.HasExited && process.WorkingSet64 <= settings.AtRest;
        }
    }

    public static async Task<WorkerProcess> Start(PoolSettings settings, CancellationToken stop)
    {
        var worker = new WorkerProcess(settings, WorkerStart.Start(settings));
        try
        {
            worker.process.ErrorDataReceived += (_, _) => { }; // read, so that a dying runtime does not wait for a reader
            worker.process.BeginErrorReadLine();
            await Frames.Answered(worker.process.StandardOutput.BaseStream).WaitAsync(settings.Start, stop);
            return worker;
        }
        catch (Exception e)
        {
            worker.Dispose();
            throw e is OperationCanceledException ? e : new InspectionUnavailable($"The inspection of documents does not start: {e.Message}", e);
        }
    }

    /// <summary>The answer, or null when the worker died of the file or had to be ended; then it is of no use any more.</summary>
    public async Task<(PdfInspection? Answer, InspectionCost Cost)> Ask(byte[] file, PdfRules rules, CancellationToken stop)
    {
        var before = Used(new(TimeSpan.Zero, 0, Killed: false));
        var cost = new InspectionCost(TimeSpan.Zero, before.PeakMemory, Killed: false);
        var clock = Stopwatch.StartNew();
        var exchange = Exchange(file, rules);
        while (await Task.WhenAny(exchange, Task.Delay(settings.Look, stop)) != exchange)
        {
            var used = Used(cost with { Processor = cost.Processor + before.Processor });
            cost = used with { Processor = used.Processor - before.Processor };
            if (stop.IsCancellationRequested || IsTooMuch(cost) || clock.Elapsed > settings.Clock)
            {
                Kill();
                await exchange;
                stop.ThrowIfCancellationRequested();
                return (null, cost with { Killed = true });
            }
        }

        var answer = await exchange;
        var last = Used(cost with { Processor = cost.Processor + before.Processor });
        cost = last with { Processor = last.Processor - before.Processor };
        RestedAt = Environment.TickCount64;
        return (IsTooMuch(cost) ? null : answer, cost);
    }

    public void Dispose()
    {
        Kill();
        process.Dispose();
    }

    private bool IsTooMuch(InspectionCost cost) => cost.Processor > settings.Processor || cost.PeakMemory > settings.Memory;

    private async Task<PdfInspection?> Exchange(byte[] file, PdfRules rules)
    {
        try
        {
            await Frames.Ask(process.StandardInput.BaseStream, file, rules);
            return await Frames.Answered(process.StandardOutput.BaseStream);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or JsonException or ObjectDisposedException)
        {
            return null;
        }
    }

    /// <summary>What the process has used since it began, or what is known when it is gone. The system keeps the peak, so that none is missed between two looks.</summary>
    private InspectionCost Used(InspectionCost known)
    {
        try
        {
            process.Refresh();
            return process.HasExited ? known : new(process.TotalProcessorTime, Math.Max(known.PeakMemory, process.PeakWorkingSet64), Killed: false);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception or IOException)
        {
            return known;
        }
    }

    private void Kill()
    {
        try
        {
            process.Kill();
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It is gone already.
        }
    }
}
