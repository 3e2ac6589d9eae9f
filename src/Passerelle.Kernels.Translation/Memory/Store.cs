using System.Buffers;
using Passerelle.Kernels.Translation.Distance;

namespace Passerelle.Kernels.Translation.Memory;

/// <summary>All that an index holds at one time: entries, the postings of their normalised tokens and of the words for whoever searches. Not thread-safe.</summary>
internal sealed class Store
{
    /// <summary>A source with more tokens is found when it is equal, not when it is alike.</summary>
    public const int MostTokens = 512;

    private readonly Dictionary<long, int> _origins = [];
    private readonly Postings _sourceWords = new();
    private readonly Postings _targetWords = new();

    public Entries Entries { get; } = new();

    public Postings SourceTokens { get; } = new();

    public int Live => _origins.Count;

    public int Dead => Entries.Count - Live;

    public Postings Words(MemorySide side) => side == MemorySide.Source ? _sourceWords : _targetWords;

    public void Add(MemoryPair pair)
    {
        Remove(pair.Origin);
        var entry = Entries.Count;
        var source = TokenKeys.Composed(pair.Source);
        var rented = ArrayPool<int>.Shared.Rent(source.Length + 1);
        var count = 0;
        Tokens tokens = new(source);
        while (tokens.Next(out var token))
        {
            if (token.Kind != TokenKind.Space)
            {
                // The postings take an entry before it is there; nobody reads meanwhile.
                var text = source.AsSpan(token.At, token.Length);
                rented[count] = count < MostTokens ? SourceTokens.Add(TokenKeys.Of(token.Kind, text), entry) : 0;
                count++;
                Search(_sourceWords, token.Kind, text, entry);
            }
        }

        _origins[pair.Origin] = Entries.Add(pair, TokenKeys.OfText(pair.Source), rented.AsSpan(0, count > MostTokens ? 0 : count));
        ArrayPool<int>.Shared.Return(rented);
        Search(_targetWords, TokenKeys.Composed(pair.Target), entry);
    }

    public bool Remove(long origin)
    {
        if (!_origins.Remove(origin, out var entry))
        {
            return false;
        }

        Entries.Remove(entry);
        return true;
    }

    /// <summary>The same without what was removed.</summary>
    public Store Anew()
    {
        Store store = new();
        for (var entry = 0; entry < Entries.Count; entry++)
        {
            if (!Entries.IsGone(entry))
            {
                store.Add(Entries.Pair(entry));
            }
        }

        return store;
    }

    private static void Search(Postings words, string text, int entry)
    {
        Tokens tokens = new(text);
        while (tokens.Next(out var token))
        {
            Search(words, token.Kind, text.AsSpan(token.At, token.Length), entry);
        }
    }

    private static void Search(Postings words, TokenKind kind, ReadOnlySpan<char> text, int entry)
    {
        if (kind is TokenKind.Word or TokenKind.Number)
        {
            words.Add(TokenKeys.Searched(text), entry);
        }
    }
}
