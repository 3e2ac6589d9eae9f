namespace Passerelle.Kernels.Inspection.Workers;

/// <summary>How many workers there are and what one may use up; other values are for tests.</summary>
internal sealed record PoolSettings
{
    public int Workers { get; init; } = 2;

    /// <summary>Time of the processor, since a machine may be busy with other things.</summary>
    public TimeSpan Processor { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Time by the clock: a worker may also wait for ever.</summary>
    public TimeSpan Clock { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The whole memory of the process.</summary>
    public long Memory { get; init; } = 256L << 20;

    /// <summary>What the runtime gives out of it; the rest is for the runtime itself, code, stacks and pipes.</summary>
    public long Heap { get; init; } = 150L << 20;

    /// <summary>A worker that holds more than this at rest is replaced before its next file.</summary>
    public long AtRest { get; init; } = 144L << 20;

    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(2);
    public TimeSpan Start { get; init; } = TimeSpan.FromSeconds(30);
    public TimeSpan Look { get; init; } = TimeSpan.FromMilliseconds(50);
    public string Host { get; init; } = WorkerStart.Host();
    public string Program { get; init; } = WorkerStart.Program();
}

/// <summary>What an inspection used up, as seen from outside.</summary>
internal sealed record InspectionCost(TimeSpan Processor, long PeakMemory, bool Killed)
{
    public static InspectionCost None { get; } = new(TimeSpan.Zero, 0, false);
}
