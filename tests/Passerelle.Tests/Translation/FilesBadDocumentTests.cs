using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Passerelle.Kernels.Translation.Documents;
using Passerelle.Platform.Files;
using Passerelle.Platform.Localization;
using Passerelle.Tests.Host;
using Passerelle.Translation.Files;
using static Passerelle.Tests.Translation.FilesScene;

namespace Passerelle.Tests.Translation;

/// <summary>Documents that cannot be taken: the form comes back with what is wrong, and nothing is kept.</summary>
public sealed class FilesBadDocumentTests(SmallUploads platform) : IClassFixture<SmallUploads>
{
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "bombe.docx", "au-delà de ce qui est admis", "meer dan toegelaten" },
        { "chiffre.docx", "mot de passe", "wachtwoord" },
        { "pdf.docx", "Trouvé : pdf", "Gevonden: pdf" },
        { "pdf.txt", "Trouvé : pdf", "Gevonden: pdf" },
        { "vide.docx", "vide", "leeg" },
        { "vide.txt", "vide", "leeg" },
        { "coupe.docx", "coupée", "afgebroken" },
        { "texte.docx", "docx", "docx" },
        { "image.txt", "que nous savons lire", "text" },
        { "chiffres.txt", "aucun texte à traduire", "geen tekst om te vertalen" },
        { "long.txt", "en plusieurs parties, de 2 000 au plus", "in delen toe, van hoogstens 2.000" },
        { "lourd.txt", "trop volumineux : 1 Mo au plus", "1 MB" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_document_that_cannot_be_taken_is_refused_in_the_readers_language_and_nothing_is_kept(string name, string french, string dutch)
    {
        var translator = await platform.As("translator");
        var refused = await translator.Bring(Content(name), name);
        Assert.Equal(422, (int)refused.Status);
        Assert.Contains(french, Plain(refused.Error()), StringComparison.Ordinal);
        Assert.Contains(dutch, Plain((await translator.Bring(Content(name), name, at: At.Replace("/fr/", "/nl/", StringComparison.Ordinal))).Error()), StringComparison.Ordinal);
        Assert.Equal((0, 0), await platform.Db(async db => (await db.Set<DeskFile>().CountAsync(), await db.Set<StoredFile>().CountAsync(f => f.Name == name))));
    }

    [Fact]
    public void Every_remark_and_fault_of_a_document_has_words()
    {
        foreach (var language in Language.All)
        {
            using var _ = Language.In(language);
            Assert.All(Remarks.All, id => Assert.DoesNotContain("{", FileTexts.T("remark." + id, "1", "2"), StringComparison.Ordinal));
            Assert.All(BlockFaults.All, id => Assert.DoesNotContain("{", FileTexts.T("fault." + id, "<1>"), StringComparison.Ordinal));
        }
    }

    private static string Plain(string message) => message.Replace('\u202F', ' ');

    private static byte[] Content(string name) => name switch
    {
        "bombe.docx" => Bomb(),
        "chiffre.docx" => [.. Compound, .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[400]],
        "pdf.docx" or "pdf.txt" => "%PDF-1.7\n1 0 obj\n"u8.ToArray(),
        "vide.docx" or "vide.txt" => [],
        "coupe.docx" => Word(P(R("Bonjour")))[..300],
        "texte.docx" => "Bonjour"u8.ToArray(),
        "image.txt" => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13],
        "long.txt" => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, Paper.MostSegments + 1).Select(i => $"Phrase {i}.\n"))),
        "lourd.txt" => new byte[(1024 * 1024) + 1],
        _ => "12\n34\n"u8.ToArray(),
    };

    private static byte[] Bomb()
    {
        using var memory = new MemoryStream();
        memory.Write(Word(P(R("Bonjour"))));
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("word/media/image1.bmp", CompressionLevel.SmallestSize).Open();
            entry.Write(new byte[60_000_000]);
        }

        return memory.ToArray();
    }
}
