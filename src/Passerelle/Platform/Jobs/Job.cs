namespace Passerelle.Platform.Jobs;

/// <summary>A recurring job: when it is due (five cron fields, in the pack's zone) and the one method it calls.</summary>
public sealed record Job(string Name, string Cron, Func<IServiceProvider, DateTimeOffset, CancellationToken, Task> Run)
{
    /// <summary>What fell due while no process ran is run at the next start, each with its own due time.</summary>
    public bool CatchesUp { get; init; }

    /// <summary>It serves something that is not set up here: it does not run, and leaves no rows.</summary>
    public bool IsOff { get; init; }
}

/// <summary>One due run. The row is unique, so one node of several wins it.</summary>
public sealed class JobRun
{
    public required string Job { get; init; }
    public required DateTimeOffset Due { get; init; }
    public DateTimeOffset? Finished { get; set; }
    public string? Error { get; set; }
}
