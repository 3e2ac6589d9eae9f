using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Passerelle.Recruitment;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Recruitment;

/// <summary>Dangerous, damaged and ill-sized files, by a candidate's own link: said at the field in their language, all else kept, nothing stored.</summary>
public sealed class BadDocumentTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    public static TheoryData<string, string, string> Refused => new()
    {
        { "encrypted", "fr", "Lettre en français : le fichier est chiffré ou protégé" },
        { "encrypted", "nl", "Brief in het Nederlands: het bestand is versleuteld of beveiligd" },
        { "JavaScript", "fr", "contient un programme (JavaScript)" },
        { "launch", "nl", "wil een programma starten" },
        { "XFA", "nl", "is een XFA-formulier" },
        { "attachment", "fr", "un autre fichier y est joint" },
        { "bomb", "nl", "kan niet met zekerheid gelezen worden" },
        { "nested", "fr", "ne peut pas être lu avec certitude" },
        { "100,000 pages", "nl", "100000 pagina’s; hoogstens 1" },
        { "A4 in double units", "fr", "page 1 : 420 × 594 mm ; A4 demandé" },
        { "A3", "nl", "pagina 1: 297 × 420 mm; A4 gevraagd" },
        { "US Letter", "fr", "page 1 : 216 × 279 mm ; A4 demandé" },
        { "mixed", "nl", "pagina 2: 216 × 279 mm; A4 gevraagd" },
        { "truncated", "nl", "kan niet met zekerheid gelezen worden" },
        { "empty", "nl", "het bestand is leeg (0 bytes)" },
        { "docx", "fr", "ce n’est pas un PDF, quel que soit son nom" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_letter_that_breaks_a_rule_is_refused_in_the_candidates_language_and_all_else_is_kept(string kind, string language, string words)
    {
        var candidate = await Candidate.Begins(platform, Address("refused", kind, language), language);
        await candidate.Tells();
        var curriculum = SmallPdf.Of("Parcours");
        Assert.True((await candidate.Uploads("cv", curriculum)).Location is not null);
        var stored = Vaulted();

        var holds = kind == "mixed" ? "both." + language : language;
        var answer = await candidate.Uploads("letter", BadPdf.Of(kind), holds, "lettre.pdf");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(words, Plain(answer.ErrorAt("letter")), StringComparison.Ordinal);
        Assert.Equal(holds, answer.Html.QuerySelector("input[name=holds][checked]")?.GetAttribute("value"));
        Assert.Equal(stored, Vaulted());
        var application = await Of(candidate);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(curriculum)), Assert.Single(application.AllDocuments).Sha256);
        Assert.Equal((Regime.F, ApplicationState.Draft), (application.Regime, application.State));
    }

    [Theory]
    [InlineData("rotated")]
    [InlineData("half of A4 in double units")]
    public async Task A_page_that_is_seen_as_A4_is_taken_however_it_is_written(string kind)
    {
        var candidate = await Candidate.Begins(platform, Address("taken", kind, "fr"));
        var file = BadPdf.Of(kind);
        var answer = await candidate.Uploads("letter", file, "fr");
        Assert.True(answer.Location is not null, answer.Main);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(file)), Assert.Single((await Of(candidate)).Documents).Sha256);
    }

    [Fact]
    public async Task After_a_bad_file_the_right_one_is_taken_and_the_application_is_sent()
    {
        var candidate = await Candidate.Begins(platform, "recovers@candidats.example");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await candidate.Uploads("letter", BadPdf.Of("bomb"), "nl")).Status);
        await candidate.Prepares();
        Assert.Equal(HttpStatusCode.SeeOther, (await candidate.Sends()).Status);
    }

    private static string Address(string what, string kind, string language) =>
        $"{what}-{kind.Replace(' ', '-').Replace(",", "", StringComparison.Ordinal)}-{language}@candidats.example";

    /// <summary>Without the spaces that do not break, and with one kind of apostrophe.</summary>
    private static string? Plain(string? text) => text?.Replace('\u00A0', ' ').Replace('\u202F', ' ').Replace('\'', '’');

    private List<string> Vaulted() => Directory.Exists(Vault) ? [.. Directory.EnumerateFiles(Vault, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];

    private string Vault => Path.Combine(platform.DataFolder, "vault");

    private Task<Application> Of(Candidate candidate) => platform.Db(db => db.Set<Application>().AsNoTracking().Include(a => a.AllDocuments).FirstAsync(a => a.Email == candidate.Email));
}
