using Microsoft.Extensions.Caching.Memory;

namespace Passerelle.Platform.Web;

/// <summary>As <see cref="KeptReading{T}"/>, for many things by a key: those asked for lately are kept, so many at most.</summary>
public sealed class KeptReadings<TKey, T>(Generations generations, IReadOnlyList<string> tags, int most) : IDisposable
    where TKey : notnull
    where T : class
{
    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = most });

    /// <summary>What is kept, or what is read now; null, for a thing that is not there, is not kept.</summary>
    public async ValueTask<T?> Get(TKey key, Func<Task<T?>> read)
    {
        var generation = generations.Of(tags); // before reading: what is committed meanwhile is read again
        if (_kept.TryGetValue(key, out Kept? kept) && kept!.Generation == generation)
        {
            return kept.Value;
        }

        var value = await read();
        if (value is not null)
        {
            _kept.Set(key, new Kept(generation, value), new MemoryCacheEntryOptions { Size = 1 });
        }

        return value;
    }

    public void Dispose() => _kept.Dispose();

    private sealed record Kept(long Generation, T Value);
}
