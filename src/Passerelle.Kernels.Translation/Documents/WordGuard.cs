using System.Text;
using Passerelle.Kernels.Translation.Xml;
using Passerelle.Kernels.Translation.Zip;

namespace Passerelle.Kernels.Translation.Documents;

/// <summary>Says what a file is that calls itself a Word document, before anything opens it.</summary>
internal static class WordGuard
{
    private const string Types = "[Content_Types].xml";

    public static void Check(byte[] file)
    {
        if (file.AsSpan().StartsWith("%PDF"u8))
        {
            throw new WrongFile(Faults.OtherKind, ["docx", "pdf"]);
        }

        // A compound file (MS-CFB): a document with a password lies in it as a stream of this name (MS-OFFCRYPTO).
        if (file.AsSpan().StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            throw file.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0 ? new WrongFile(Faults.Encrypted) : new WrongFile(Faults.OtherKind, ["docx", "doc"]);
        }

        if (file.Length > 0 && !file.AsSpan().StartsWith("PK"u8))
        {
            throw new WrongFile(Faults.OtherKind, ["docx", ""]);
        }

        using var memory = new MemoryStream(file);
        var parts = SafeZip.Read(memory);
        var types = parts.FirstOrDefault(p => p.Name == Types) ?? throw new WrongFile(Faults.OtherKind, ["docx", "zip"]);
        if (parts.Any(p => p.Name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) || Encoding.UTF8.GetString(types.Content).Contains("macroEnabled", StringComparison.OrdinalIgnoreCase))
        {
            throw new WrongFile(Faults.Macros);
        }
    }
}
