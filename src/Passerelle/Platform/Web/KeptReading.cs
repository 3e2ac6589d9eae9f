using Passerelle.Platform.Data;

namespace Passerelle.Platform.Web;

/// <summary>
/// Something that is read once and kept until an event of one of some kinds is heard, from this process or another.
/// Whoever asks while it is being read waits for that same reading.
/// </summary>
/// <param name="day">Given for what is different on another day: then it is kept until midnight at most.</param>
public sealed class KeptReading<T>(IServiceScopeFactory scopes, Generations generations, IReadOnlyList<string> tags, Func<IServiceProvider, CancellationToken, Task<T>> read, Clock? day = null) : IDisposable
    where T : class
{
    private readonly SemaphoreSlim _one = new(1);
    private Kept? _kept;

    /// <summary>For what is read from the database alone.</summary>
    public KeptReading(IServiceScopeFactory scopes, Generations generations, IReadOnlyList<string> tags, Func<PlatformDb, CancellationToken, Task<T>> read, Clock? day = null)
        : this(scopes, generations, tags, (IServiceProvider services, CancellationToken stop) => read(services.GetRequiredService<PlatformDb>(), stop), day)
    {
    }

    public async ValueTask<T> Get(CancellationToken stop = default)
    {
        if (Fresh is { } known)
        {
            return known;
        }

        await _one.WaitAsync(stop);
        try
        {
            return Fresh ?? await Read(stop);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private T? Fresh => Volatile.Read(ref _kept) is { } kept && kept.Generation == generations.Of(tags) && kept.Day == day?.Today ? kept.Value : null;

    private async Task<T> Read(CancellationToken stop)
    {
        var (generation, today) = (generations.Of(tags), day?.Today); // before reading: what is committed meanwhile is read again
        await using var scope = scopes.CreateAsyncScope();
        var value = await read(scope.ServiceProvider, stop);
        Volatile.Write(ref _kept, new(generation, today, value));
        return value;
    }

    private sealed record Kept(long Generation, DateOnly? Day, T Value);
}
