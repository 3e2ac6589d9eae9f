using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Passerelle.Kernels.Inspection.Reading;

/// <summary>The objects of a file by their references.</summary>
internal sealed class Objects(IPdfTokenScanner scanner, ILookupFilterProvider filters, Ledger ledger)
{
    private const int MostHops = 20;
    private const int MostFilters = 8;

    /// <summary>What stands behind a reference, or the token itself; null when there is nothing.</summary>
    public IToken? Resolve(IToken? token)
    {
        for (var hop = 0; token is IndirectReferenceToken reference; hop++)
        {
            token = hop == MostHops ? null : scanner.Get(reference.Data)?.Data;
        }

        return token is NullToken ? null : token;
    }

    public IToken? Of(DictionaryToken dictionary, string key) =>
        dictionary.Data.TryGetValue(key, out var value) ? Resolve(value) : null;

    public DictionaryToken? Dictionary(DictionaryToken dictionary, string key) => AsDictionary(Of(dictionary, key));

    public string? Name(DictionaryToken dictionary, string key) => (Of(dictionary, key) as NameToken)?.Data;

    public static DictionaryToken? AsDictionary(IToken? token) => token as DictionaryToken ?? (token as StreamToken)?.StreamDictionary;

    /// <summary>How long a stream is unpacked, or null when it does not unpack to its end. The last packing is only counted, so that a large picture costs no memory.</summary>
    public long? Length(StreamToken stream)
    {
        var chain = filters.GetFilters(stream.StreamDictionary, scanner);
        ledger.Spend(chain.Count > MostFilters, "filters");
        var data = stream.Data;
        long length = data.Length;
        for (var i = 0; i < chain.Count && chain[i] is MeasuredFilter filter; i++)
        {
            length = 0;
            if (!filter.Measure(data, stream.StreamDictionary, i, bytes => Add(ref length, bytes)))
            {
                return null;
            }

            if (i < chain.Count - 1)
            {
                data = filter.Decode(data, stream.StreamDictionary, filters, i);
            }
        }

        return length;
    }

    private void Add(ref long length, long bytes)
    {
        length += bytes;
        ledger.Count(bytes);
    }
}
