namespace Passerelle.Platform.Data;

/// <summary>One writer at a time, in this process.</summary>
public sealed class WriterTurn : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    public async Task<IDisposable> Take(CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        return new Release(_turn);
    }

    public void Dispose() => _turn.Dispose();

    private sealed class Release(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
