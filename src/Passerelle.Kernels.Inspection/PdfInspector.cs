using System.Globalization;
using Passerelle.Kernels.Inspection.Reading;
using UglyToad.PdfPig.Exceptions;

namespace Passerelle.Kernels.Inspection;

/// <summary>
/// Reads a PDF and says what is wrong with it, in this process. It bounds what it unpacks and walks through, but neither time
/// nor all memory, and there are files on which the library below runs out of its stack, which no process survives: files of
/// strangers are for <see cref="InspectionPool"/>.
/// </summary>
public static class PdfInspector
{
    /// <summary>A file this many times too large is not opened to see what else is wrong with it.</summary>
    internal const int TimesTooLarge = 4;

    /// <summary>Where readers look for the header.</summary>
    private const int HeaderWithin = 1024;

    /// <summary>What is wrong with the file, all of it that can be told. Nothing that is in it makes this throw.</summary>
    public static PdfInspection Inspect(ReadOnlyMemory<byte> file, PdfRules rules)
    {
        if (Outside(file.Span, rules) is { } told)
        {
            return told;
        }

        PdfInspection? read = null;
        var thread = new Thread(() => read = Read(file, rules), Limits.Stack) { IsBackground = true, Name = "inspection" };
        thread.Start();
        thread.Join();
        return TooLarge(file.Length, rules) is { } tooLarge ? read! with { Faults = [tooLarge, .. read!.Faults] } : read!;
    }

    /// <summary>What can be told without reading the file, if nothing more can be.</summary>
    internal static PdfInspection? Outside(ReadOnlySpan<byte> file, PdfRules rules)
    {
        var isPdf = file[..Math.Min(file.Length, HeaderWithin)].IndexOf("%PDF-"u8) >= 0;
        return file.IsEmpty ? PdfInspection.Only(new PdfFault(PdfFaultKind.Empty))
            : (TooLarge(file.Length, rules), isPdf) switch
            {
                ({ } tooLarge, false) => PdfInspection.Only(tooLarge, new PdfFault(PdfFaultKind.NotPdf)),
                (null, false) => PdfInspection.Only(new PdfFault(PdfFaultKind.NotPdf)),
                ({ } tooLarge, true) when file.Length / TimesTooLarge > rules.MostBytes => PdfInspection.Only(tooLarge),
                _ => null,
            };
    }

    internal static PdfFault? TooLarge(long length, PdfRules rules) =>
        length > rules.MostBytes ? new(PdfFaultKind.TooLarge, Found: length.ToString(CultureInfo.InvariantCulture)) : null;

    private static PdfInspection Read(ReadOnlyMemory<byte> file, PdfRules rules)
    {
        try
        {
            return Reader.Read(file, rules);
        }
        catch (PdfDocumentEncryptedException)
        {
            return PdfInspection.Only(new PdfFault(PdfFaultKind.Encrypted));
        }
        catch (Exception)
        {
            // Whatever a hostile or damaged file makes the library throw, the lack of memory among it.
            return PdfInspection.Unreadable;
        }
    }
}
