using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Passerelle.Kernels.Inspection.Reading;

/// <summary>
/// A file may have several sections of cross-references, of its earlier states or made to confuse, and readers do not agree
/// on the section that counts. So the objects on which the sections differ are looked at in all their versions: what one
/// reader would run must not be hidden from another.
/// </summary>
internal sealed class Revisions(PdfDocument document, ReadOnlyMemory<byte> file, Objects objects, Ledger ledger)
{
    public IEnumerable<IToken> All()
    {
        var table = document.Structure.CrossReferenceTable;
        if (table.Parts.Count < 2)
        {
            yield break;
        }

        var streams = new HashSet<long>();
        var count = 0;
        foreach (var part in table.Parts)
        {
            if (part.Dictionary.Data.TryGetValue("Root", out var root))
            {
                yield return root;
            }

            foreach (var (reference, location) in part.ObjectOffsets)
            {
                if (table.ObjectOffsets.TryGetValue(reference, out var taken) && taken.Type == location.Type && taken.Value1 == location.Value1)
                {
                    continue;
                }

                ledger.Spend(++count > Limits.Objects, "versions");
                foreach (var token in location.Type == XrefEntryType.ObjectStream
                    ? streams.Add(location.Value1) ? Packed(location.Value1) : []
                    : At(location.Value1))
                {
                    yield return token;
                }
            }
        }
    }

    /// <summary>The object written at a place of the file: two numbers, «obj», and itself.</summary>
    private List<IToken> At(long place) =>
        place >= 0 && place < file.Length ? Tokens(file[(int)place..], 4) is [NumericToken, NumericToken, OperatorToken, var body] ? [body] : [] : [];

    private List<IToken> Packed(long number)
    {
        if (objects.Resolve(new IndirectReferenceToken(new(number, 0))) is not StreamToken stream || objects.Of(stream.StreamDictionary, "First") is not NumericToken first)
        {
            return [];
        }

        var data = stream.Decode(document.Structure.FilterProvider, document.Structure.TokenScanner);
        return first.Int >= 0 && first.Int < data.Length ? Tokens(data[first.Int..], int.MaxValue) : [];
    }

    private static List<IToken> Tokens(ReadOnlyMemory<byte> bytes, int most)
    {
        List<IToken> tokens = [];
        try
        {
            var scanner = new CoreTokenScanner(new MemoryInputBytes(bytes), true, new(Limits.Depth), useLenientParsing: true);
            while (tokens.Count < most && scanner.MoveNext())
            {
                tokens.Add(scanner.CurrentToken);
            }
        }
        catch (PdfDocumentFormatException)
        {
            // An earlier state that is written wrongly is nobody's state.
        }

        return tokens;
    }
}
