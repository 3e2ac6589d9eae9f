using System.IO.Compression;
using System.Text;
using CsCheck;
using Passerelle.Kernels.Translation.Tests.Zip;
using Passerelle.Kernels.Translation.Xml;
using static Passerelle.Kernels.Translation.Tests.Documents.WordFile;

namespace Passerelle.Kernels.Translation.Tests.Documents;

public sealed class WordRefusedTests
{
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];

    [Fact]
    public void What_is_no_word_document_is_refused_by_its_content()
    {
        Assert.Equal((Faults.OtherKind, "docx|pdf"), Fault("%PDF-1.7\n"u8.ToArray()));
        Assert.Equal((Faults.OtherKind, "docx|doc"), Fault(Compound));
        Assert.Equal((Faults.Encrypted, ""), Fault([.. Compound, .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[400]]));
        Assert.Equal((Faults.OtherKind, "docx|"), Fault("Bonjour"u8.ToArray()));
        Assert.Equal((Faults.OtherKind, "docx|zip"), Fault(SafeZipTests.Packed(("a.txt", "x"))));
        Assert.Equal((Faults.OtherKind, "docx|"), Fault(SafeZipTests.Packed(("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"))));
        Assert.Equal((Faults.Empty, ""), Fault([]));
    }

    [Fact]
    public void A_document_with_macros_is_refused()
    {
        Assert.Equal(Faults.Macros, Fault(Changed(new WordFile(P(R("Un"))).Bytes(), z => Add(z, "word/vbaProject.bin", "x"))).Id);
        Assert.Equal(Faults.Macros, Fault(Changed(new WordFile(P(R("Un"))).Bytes(), z => Replace(z, "[Content_Types].xml", t => t.Replace("openxmlformats-officedocument.wordprocessingml.document.main", "ms-word.document.macroEnabled.main")))).Id);
    }

    [Fact]
    public void A_document_that_unpacks_beyond_measure_is_refused()
    {
        var bomb = Changed(new WordFile(P(R("Un"))).Bytes(), z => Add(z, "word/media/image1.bmp", new string('\0', 60_000_000)));
        Assert.InRange(bomb.Length, 1, 200_000);
        Assert.Equal(Faults.ZipBomb, Fault(bomb).Id);
    }

    [Fact]
    public void A_document_cut_off_anywhere_is_refused()
    {
        var whole = new WordFile(P(R("Un"))).Bytes();
        Gen.Int[2, whole.Length - 1].Sample(n => Assert.Equal(Faults.ZipDamaged, Fault(whole[..n]).Id), iter: 50);
    }

    [Fact]
    public void Entities_and_broken_parts_are_refused_with_their_part()
    {
        var laughs = Changed(new WordFile(P(R("Un"))).Bytes(), z => Replace(z, "word/document.xml", t => t.Replace("?>", "?><!DOCTYPE d [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]>").Replace("Un", "&b;")));
        var wrong = Given.Refused(() => Read(laughs));
        Assert.Equal((Faults.Doctype, "word/document.xml"), (wrong.Id, wrong.Path));
        var broken = Given.Refused(() => Read(Changed(new WordFile(P(R("Un"))).Bytes(), z => Replace(z, "word/document.xml", t => t.Replace("</w:r>", "</w:q>")))));
        Assert.Equal((Faults.Malformed, "word/document.xml:/document/body/p/r"), (broken.Id, broken.Path));
    }

    internal static byte[] Changed(byte[] file, Action<ZipArchive> change)
    {
        using var memory = new MemoryStream();
        memory.Write(file);
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            change(zip);
        }

        return memory.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.SmallestSize).Open(), new UTF8Encoding(false));
        writer.Write(content);
    }

    internal static void Replace(ZipArchive zip, string name, Func<string, string> change)
    {
        string text;
        using (var reader = new StreamReader(zip.GetEntry(name)!.Open()))
        {
            text = reader.ReadToEnd();
        }

        zip.GetEntry(name)!.Delete();
        Add(zip, name, change(text));
    }

    private static (string Id, string Arguments) Fault(byte[] file)
    {
        var wrong = Given.Refused(() => Read(file));
        return (wrong.Id, string.Join('|', wrong.Arguments));
    }
}
