using Passerelle.Kernels.Translation.Distance;

namespace Passerelle.Kernels.Translation.Memory;

/// <summary>
/// A translation memory in main memory: finds what has been translated before, exactly or nearly, and the pairs that hold given words. It
/// looks in one direction; for the other, make a second index with the sides exchanged. It offers and never confirms.
/// Many may read while one writes: reading waits only while a single pair goes in or out.
/// Per pair it takes about twice the texts' length in UTF-8, and for each different word some 300 bytes.
/// </summary>
/// <param name="sourceLanguage">Two letters, to read the numbers of sources.</param>
/// <param name="targetLanguage">Two letters, to write numbers in targets.</param>
public sealed class MemoryIndex(string sourceLanguage, string targetLanguage) : IDisposable
{
    private const int LeastDead = 1000;
    private readonly ReaderWriterLockSlim _lock = new();
    private Store _store = new();

    /// <summary>How many pairs there are.</summary>
    public int Count => Reading(store => store.Live);

    /// <summary>Adds a pair, or puts it in the place of the one with the same origin. Takes time in proportion to its length.</summary>
    public void Add(MemoryPair pair) => Writing(store =>
    {
        store.Add(pair);
        return true;
    });

    /// <summary>Takes a pair out, and says whether it was there. When more are gone than are left the index is built anew, which takes as long as building it.</summary>
    public bool Remove(long origin) => Writing(store => store.Remove(origin));

    /// <summary>The pairs whose source is or resembles a segment, the best first, and the newest first among equals; each pair of texts once.</summary>
    /// <param name="source">The segment.</param>
    /// <param name="context">What stands around it, from <see cref="MemoryContext.Of"/>; 0 when that is not known.</param>
    /// <param name="least">The lowest score, from 1 to 100.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<MemoryMatch> Find(string source, ulong context = 0, int least = 70, int most = 5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(least, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(least, Score.Exact);
        return Reading(store =>
        {
            Matches matches = new(store, source, context, most, sourceLanguage, targetLanguage);
            var hash = TokenKeys.OfText(source);
            matches.AddExact(store.Entries.Alike(hash));
            if (!matches.AreEnough && least <= Score.Normalised)
            {
                matches.AddFuzzy(new FuzzySearch(store).Find(TokenKeys.Composed(source), least), hash);
            }

            return matches.All;
        });
    }

    /// <summary>The pairs that hold all of the words, whatever their case and accents; those where they stand in a row come first, then the newest.</summary>
    /// <param name="words">The words; all that is no letter or digit divides them.</param>
    /// <param name="side">Where to look.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<MemoryPair> Concordance(string words, MemorySide side, int most = 20) => Reading(store => new Concordance(store, side).Find(words, most));

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    private T Reading<T>(Func<Store, T> read)
    {
        _lock.EnterReadLock();
        try
        {
            return read(_store);
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    private bool Writing(Func<Store, bool> write)
    {
        _lock.EnterWriteLock();
        try
        {
            var done = write(_store);
            if (_store.Dead > Math.Max(LeastDead, _store.Live))
            {
                _store = _store.Anew();
            }

            return done;
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }
}
