namespace Passerelle.Kernels.Inspection.Tests;

/// <summary>What an inspection told, in a line: «TooManyPages 3, PageSize 1 297 × 420 mm».</summary>
internal static class Told
{
    public static readonly PdfRules Rules = new(2);

    public static string Of(byte[] file) => Of(PdfInspector.Inspect(file, Rules));

    public static string Of(PdfInspection inspection) =>
        string.Join(", ", inspection.Faults.Select(fault => string.Join(' ', new[] { fault.Kind.ToString(), fault.Page?.ToString(), fault.Found }.Where(part => part is not null))));

    public static byte[] Sample(string name)
    {
        using var stream = typeof(Told).Assembly.GetManifestResourceStream(name)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
