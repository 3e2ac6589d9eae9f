using System.IO.Compression;
using Passerelle.Kernels.Translation.Xml;
using Passerelle.Kernels.Translation.Zip;

namespace Passerelle.Kernels.Translation.Xliff;

/// <summary>Several XLIFF files in one zip file.</summary>
/// <param name="Documents">By their names in the package.</param>
/// <param name="Others">What else lay in it, and is left alone.</param>
public sealed record XliffPackage(IReadOnlyList<(string Name, XliffDocument Document)> Documents, IReadOnlyList<string> Others)
{
    private static readonly string[] Endings = [".xlf", ".xliff"];

    /// <summary>All files of all documents, as if they had come in one.</summary>
    public XliffDocument Together => new([.. Documents.SelectMany(d => d.Document.Files)]);

    /// <summary>Writes a package; names end in «.xlf».</summary>
    public static void Write(Stream file, IEnumerable<(string Name, XliffDocument Document)> documents, XliffVersion version)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, document) in documents)
        {
            using var entry = zip.CreateEntry(name).Open();
            XliffWriter.Write(entry, document, version);
        }
    }

    /// <summary>Reads a package.</summary>
    /// <exception cref="WrongFile">The package, or one file in it, cannot be read; its path begins with the file's name.</exception>
    public static XliffPackage Read(Stream file)
    {
        var parts = SafeZip.Read(file);
        var ours = parts.ToLookup(p => Endings.Contains(Path.GetExtension(p.Name), StringComparer.OrdinalIgnoreCase));
        return ours.Contains(true)
            ? new([.. ours[true].Select(p => (p.Name, Document(p)))], [.. ours[false].Select(p => p.Name)])
            : throw new WrongFile(Faults.OtherKind, ["xliff", ""]);
    }

    private static XliffDocument Document(ZipPart part)
    {
        try
        {
            using var content = new MemoryStream(part.Content);
            return XliffReader.Read(content);
        }
        catch (WrongFile wrong)
        {
            throw wrong.In(part.Name);
        }
    }
}
