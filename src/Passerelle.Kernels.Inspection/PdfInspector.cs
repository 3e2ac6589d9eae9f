namespace Passerelle.Kernels.Inspection;

/// <summary>Reads a PDF and says what is wrong with it, in this process; hostile files are for <see cref="InspectionPool"/>.</summary>
public static class PdfInspector
{
    /// <summary>What is wrong with the file. Never throws for what is in it.</summary>
    public static PdfInspection Inspect(ReadOnlyMemory<byte> file, PdfRules rules) =>
        file.IsEmpty ? PdfInspection.Only(new PdfFault(PdfFaultKind.Empty)) : PdfInspection.Unreadable;
}
