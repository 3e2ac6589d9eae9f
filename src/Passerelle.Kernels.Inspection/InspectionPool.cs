using Passerelle.Kernels.Inspection.Workers;

namespace Passerelle.Kernels.Inspection;

/// <summary>
/// Inspects files in processes of their own, two at most, which start with the first file and end after two minutes without
/// one. A file that takes its worker more than 2 seconds of processor time (or 10 by the clock), makes it larger than 256 MB
/// or kills it is unreadable; the next file gets another worker. Files wait in the order in which they came.
/// </summary>
public sealed class InspectionPool : IAsyncDisposable
{
    private readonly PoolSettings settings;
    private readonly SemaphoreSlim places;
    private readonly Stack<WorkerProcess> resting = new();
    private readonly Timer idle;
    private bool disposed;

    /// <summary>A pool without a worker yet.</summary>
    public InspectionPool()
        : this(new())
    {
    }

    internal InspectionPool(PoolSettings settings)
    {
        this.settings = settings;
        places = new(settings.Workers);
        idle = new(_ => EndIdle(), null, settings.Idle / 4, settings.Idle / 4);
    }

    /// <summary>The processes that wait for work.</summary>
    internal IReadOnlyList<int> Resting
    {
        get
        {
            lock (resting)
            {
                return [.. resting.Select(worker => worker.Id)];
            }
        }
    }

    /// <summary>What is wrong with the file, all of it that can be told.</summary>
    /// <exception cref="InspectionUnavailable">No worker can be started: nothing is known about the file.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<PdfInspection> Inspect(byte[] file, PdfRules rules, CancellationToken stop) => (await Measure(file, rules, stop)).Inspection;

    internal async Task<(PdfInspection Inspection, InspectionCost Cost)> Measure(byte[] file, PdfRules rules, CancellationToken stop)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (PdfInspector.Outside(file, rules) is { } told)
        {
            return (told, InspectionCost.None);
        }

        await places.WaitAsync(stop);
        try
        {
            return await Ask(Take() ?? await WorkerProcess.Start(settings, stop), file, rules, stop);
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Ends the workers.</summary>
    public async ValueTask DisposeAsync()
    {
        disposed = true;
        await idle.DisposeAsync();
        while (Pop() is { } worker)
        {
            worker.Dispose();
        }
    }

    private async Task<(PdfInspection Inspection, InspectionCost Cost)> Ask(WorkerProcess worker, byte[] file, PdfRules rules, CancellationToken stop)
    {
        var keep = false;
        try
        {
            var (answer, cost) = await worker.Ask(file, rules, stop);
            keep = answer is not null && !disposed;
            return (answer ?? Unreadable(file, rules), cost);
        }
        finally
        {
            if (keep)
            {
                Rest(worker);
            }
            else
            {
                worker.Dispose();
            }
        }
    }

    /// <summary>That it is too large is known even so.</summary>
    private static PdfInspection Unreadable(byte[] file, PdfRules rules) =>
        PdfInspector.TooLarge(file.Length, rules) is { } tooLarge
            ? PdfInspection.Only(tooLarge, new PdfFault(PdfFaultKind.Unreadable))
            : PdfInspection.Unreadable;

    private WorkerProcess? Take()
    {
        while (Pop() is { } worker)
        {
            if (worker.IsFit)
            {
                return worker;
            }

            worker.Dispose();
        }

        return null;
    }

    private WorkerProcess? Pop()
    {
        lock (resting)
        {
            return resting.TryPop(out var worker) ? worker : null;
        }
    }

    private void Rest(WorkerProcess worker)
    {
        lock (resting)
        {
            resting.Push(worker);
        }
    }

    private void EndIdle()
    {
        List<WorkerProcess> ended = [];
        lock (resting)
        {
            var since = Environment.TickCount64 - (long)settings.Idle.TotalMilliseconds;
            ended.AddRange(resting.Where(worker => worker.RestedAt <= since));
            var left = resting.Except(ended).Reverse().ToList();
            resting.Clear();
            left.ForEach(resting.Push);
        }

        ended.ForEach(worker => worker.Dispose());
    }
}
