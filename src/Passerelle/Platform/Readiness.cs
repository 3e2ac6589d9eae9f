namespace Passerelle.Platform;

/// <summary>Whether the database is migrated and filled. Kestrel listens before that; readiness says no until then.</summary>
public sealed class Readiness
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsReady => _ready.Task.IsCompletedSuccessfully;

    public void Done() => _ready.TrySetResult();

    public Task WaitAsync(CancellationToken stop) => _ready.Task.WaitAsync(stop);
}
