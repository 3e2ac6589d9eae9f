using System.Security.Cryptography;
using System.Text;
using Passerelle.Kernels.Inspection;
using Passerelle.Kernels.Translation.Checks;
using Passerelle.Platform.Files;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Recruitment.Texts;

namespace Passerelle.Recruitment;

/// <summary>Takes the documents of applications: inspects what came, keeps the bytes as they are in the vault, and says which rule a file breaks.</summary>
public sealed class DocumentDesk(InspectionPool inspector, VirusScanner scanner, Vault vault, ILogger<DocumentDesk> log)
{
    private const int PagesOfBoth = 2;

    /// <summary>The beginning tells the language.</summary>
    private const int MostRead = 4000;

    public bool IsOpen => vault.IsOpen;

    /// <summary>
    /// Judges an upload and lays it in the vault; null, with what is wrong at the field, when a rule refuses it. The caller
    /// puts the document in its place, or lets it go.
    /// </summary>
    /// <param name="application">Whose it is.</param>
    /// <param name="languages">Of letters the languages of its pages, in their order; none for a CV.</param>
    public async Task<ApplicationDocument?> Take(Form form, string field, IFormFile? upload, Guid application, DocumentSlot slot, IReadOnlyList<string> languages, VacancyRules rules, DateTimeOffset at, CancellationToken stop)
    {
        if (upload is null)
        {
            form.Fail(field, T("file.none"));
            return null;
        }

        var bytes = await Read(upload, rules.MostMegabytes, stop);
        if (bytes is null)
        {
            form.Fail(field, Refusal(slot, languages, new(PdfFaultKind.TooLarge, null, Say.Size(upload.Length)), rules));
            return null;
        }

        return await Take(form, field, bytes, FileStore.NameOf(upload.FileName), application, slot, languages, rules, at, stop);
    }

    /// <summary>The same for bytes that came another way, such as with a mail.</summary>
    public async Task<ApplicationDocument?> Take(Form form, string field, byte[] bytes, string name, Guid application, DocumentSlot slot, IReadOnlyList<string> languages, VacancyRules rules, DateTimeOffset at, CancellationToken stop)
    {
        var most = MostPages(slot, languages, rules);
        PdfInspection seen;
        try
        {
            seen = await inspector.Inspect(bytes, new PdfRules(most, rules.MostMegabytes * 1024L * 1024), stop);
        }
        catch (InspectionUnavailable)
        {
            form.Fail(field, T("refuse.unavailable"));
            return null;
        }

        foreach (var fault in seen.Faults)
        {
            form.Fail(field, Refusal(slot, languages, fault, rules));
        }

        if (seen.Faults.Count == 0 && languages.Count == PagesOfBoth && rules.LetterLimit == LetterLimit.PerLanguage && seen.Pages != PagesOfBoth)
        {
            form.Fail(field, T("refuse.both", seen.Pages));
        }

        if (form.ErrorOf(field) is not null || !await IsClean(form, field, bytes, slot, languages, stop))
        {
            return null;
        }

        var parts = languages.Count == PagesOfBoth && seen.Texts.Count == PagesOfBoth ? seen.Texts : [string.Join('\n', seen.Texts)];
        var document = new ApplicationDocument(application, slot, languages, name, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), seen.Pages, [.. parts.Select(LanguageOf)], seen.HasText, at);
        await vault.Put(document.Bytes, bytes, stop);
        await vault.Put(document.Text, Encoding.UTF8.GetBytes(string.Join('\f', seen.Texts)), stop);
        return document;
    }

    public Task<byte[]?> Bytes(ApplicationDocument document, CancellationToken stop) => vault.Get(document.Bytes, stop);

    public void Remove(ApplicationDocument document)
    {
        vault.Remove(document.Bytes);
        vault.Remove(document.Text);
    }

    /// <summary>Where no scanner answers nothing is taken: a file that nobody looked at would stay that.</summary>
    private async Task<bool> IsClean(Form form, string field, byte[] bytes, DocumentSlot slot, IReadOnlyList<string> languages, CancellationToken stop)
    {
        try
        {
            if (await scanner.Find(bytes, stop) is not { } found)
            {
                return true;
            }

            form.Fail(field, T("refuse.Infected", ApplicationDocument.PlaceOf(slot, languages), found));
        }
        catch (ScannerAway away)
        {
            log.LogError(away, "A document could not be taken");
            form.Fail(field, T("refuse.unavailable"));
        }

        return false;
    }

    private static int MostPages(DocumentSlot slot, IReadOnlyList<string> languages, VacancyRules rules) =>
        slot == DocumentSlot.Cv ? rules.CvPages
        : rules.LetterLimit == LetterLimit.InAll ? rules.LetterPages
        : rules.LetterPages * Math.Max(1, languages.Count);

    /// <summary>Which document, which rule, what was found.</summary>
    private static string Refusal(DocumentSlot slot, IReadOnlyList<string> languages, PdfFault fault, VacancyRules rules) =>
        T($"refuse.{fault.Kind}", ApplicationDocument.PlaceOf(slot, languages), fault.Kind == PdfFaultKind.TooLarge && long.TryParse(fault.Found, out var size) ? Say.Size(size) : fault.Found, fault.Kind == PdfFaultKind.TooLarge ? rules.MostMegabytes : MostPages(slot, languages, rules), fault.Page);

    private static string LanguageOf(string text) => LanguageDetector.Of(text.Length > MostRead ? text[..MostRead] : text) ?? "";

    /// <summary>Null when there is more of it than the rule takes.</summary>
    private static async Task<byte[]?> Read(IFormFile upload, int megabytes, CancellationToken stop)
    {
        if (upload.Length > megabytes * 1024L * 1024)
        {
            return null;
        }

        await using var stream = upload.OpenReadStream();
        var bytes = new byte[upload.Length];
        await stream.ReadExactlyAsync(bytes, stop);
        return bytes;
    }
}
