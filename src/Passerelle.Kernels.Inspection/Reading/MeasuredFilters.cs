using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Passerelle.Kernels.Inspection.Reading;

/// <summary>
/// The library's filters, each behind a count of what it would unpack. The library itself unpacks whatever comes and takes
/// damaged data as they are.
/// </summary>
internal sealed class MeasuredFilters(Ledger ledger) : BaseFilterProvider(Of(ledger))
{
    private static Dictionary<string, IFilter> Of(Ledger ledger)
    {
        var flate = new MeasuredFilter(ledger, new FlateFilter(), (packed, _, count) => Measures.Flate(packed, count));
        var lzw = new MeasuredFilter(ledger, new LzwFilter(), (packed, parameters, count) => Measures.Lzw(packed, count, !parameters.TryGet(NameToken.EarlyChange, out var early) || early is not NumericToken { Int: 0 }));
        var runs = new MeasuredFilter(ledger, new RunLengthFilter(), (packed, _, count) => Measures.RunLength(packed, count));
        var hex = new MeasuredFilter(ledger, new AsciiHexDecodeFilter(), null);
        var ascii85 = new MeasuredFilter(ledger, new Ascii85Filter(), null);
        var image = new ImageFilter();
        return new(StringComparer.Ordinal)
        {
            ["FlateDecode"] = flate,
            ["Fl"] = flate,
            ["LZWDecode"] = lzw,
            ["LZW"] = lzw,
            ["RunLengthDecode"] = runs,
            ["RL"] = runs,
            ["ASCIIHexDecode"] = hex,
            ["AHx"] = hex,
            ["ASCII85Decode"] = ascii85,
            ["A85"] = ascii85,
            ["CCITTFaxDecode"] = image,
            ["CCF"] = image,
            ["DCTDecode"] = image,
            ["DCT"] = image,
            ["JBIG2Decode"] = image,
            ["JPXDecode"] = image,
            ["Crypt"] = image,
        };
    }
}

/// <summary>Pictures are not looked at, so their own packing stays on.</summary>
internal sealed class ImageFilter : IFilter
{
    public bool IsSupported => true;

    public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex) => input;
}

/// <summary>Counts first, unpacks then.</summary>
internal sealed class MeasuredFilter(Ledger ledger, IFilter inner, Func<ReadOnlyMemory<byte>, DictionaryToken, Action<long>, bool>? measure) : IFilter
{
    /// <summary>A 'z' is four bytes.</summary>
    private const int MostOfAscii = 4;

    public bool IsSupported => true;

    public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
    {
        long length = 0;
        if (!Measure(input, streamDictionary, filterIndex, bytes => ledger.Spend((length += bytes) > Limits.HeldStream, "one stream")))
        {
            ledger.Damaged = true;
        }

        ledger.Hold(length);
        return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
    }

    /// <summary>Whether the data is whole; its length, in parts, goes to <paramref name="count"/>.</summary>
    public bool Measure(Memory<byte> input, DictionaryToken stream, int index, Action<long> count)
    {
        if (measure is not null)
        {
            return measure(input, DecodeParameterResolver.GetFilterParameters(stream, index), count);
        }

        count((long)input.Length * MostOfAscii);
        return true;
    }
}
