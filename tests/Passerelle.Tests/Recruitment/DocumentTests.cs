using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Passerelle.Recruitment;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Recruitment;

/// <summary>What a document must be: each refusal says which one, which rule and what was found, in the candidate's language, and keeps the rest.</summary>
public sealed class DocumentTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    public static TheoryData<string, string, string> Refused => new()
    {
        { "docx", "fr", "ce n’est pas un PDF" },
        { "docx", "nl", "dit is geen pdf" },
        { "empty", "fr", "le fichier est vide (0 octet)" },
        { "truncated", "fr", "ne peut pas être lu avec certitude" },
        { "three", "fr", "3 pages ; 2 au plus" },
        { "three", "nl", "3 pagina’s; hoogstens 2" },
        { "a3", "fr", "A4 demandé" },
        { "letter", "nl", "A4 gevraagd" },
        { "large", "fr", "5 Mo au plus" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_curriculum_that_breaks_a_rule_is_refused_with_what_was_found(string kind, string language, string words)
    {
        var candidate = await Candidate.Begins(platform, $"refused-{kind}-{language}@candidats.example", language);
        await candidate.Tells();
        var answer = await candidate.Uploads("cv", File(kind), name: "mon cv.pdf");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(words, answer.Html.QuerySelector("#cv-error")!.TextContent.Replace('\u00A0', ' ').Replace('’', '\'').Replace('\'', '’'), StringComparison.Ordinal);
        var application = await Of(candidate);
        Assert.Empty(application.AllDocuments);
        Assert.Equal(Regime.F, application.Regime);
    }

    [Fact]
    public async Task One_file_of_two_pages_fills_both_letters_and_the_candidate_says_which_page_is_which()
    {
        var candidate = await Candidate.Begins(platform, "both@candidats.example");
        var answer = await candidate.Uploads("letter", SmallPdf.Of(SmallPdf.Dutch, SmallPdf.French), "both.nl");
        Assert.True(answer.Location is not null, answer.Main);
        var letter = Assert.Single((await Of(candidate)).Documents);
        Assert.Equal(["nl", "fr"], letter.Languages);
        Assert.Equal(["nl", "fr"], letter.Detected);
        Assert.Empty(letter.Warnings);

        var one = await candidate.Uploads("letter", SmallPdf.Of(SmallPdf.Dutch), "both.nl");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, one.Status);
        Assert.Contains("il en faut deux", one.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_in_another_language_than_its_place_is_taken_with_a_warning()
    {
        var candidate = await Candidate.Begins(platform, "mismatch@candidats.example");
        await candidate.Uploads("letter", SmallPdf.Of(SmallPdf.Dutch), "fr");
        Assert.Contains("le texte semble être en néerlandais", (await candidate.Browser.Get(candidate.Path)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_text_is_taken_with_a_warning()
    {
        var candidate = await Candidate.Begins(platform, "notext@candidats.example");
        await candidate.Uploads("cv", SmallPdf.Of(""));
        Assert.Contains("aucun texte n’y est lisible", (await candidate.Browser.Get(candidate.Path)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_in_another_place_is_refused_and_in_its_own_it_is_a_replacement()
    {
        var candidate = await Candidate.Begins(platform, "same@candidats.example");
        var file = SmallPdf.Of("La même page");
        await candidate.Uploads("cv", file);
        var answer = await candidate.Uploads("letter", file, "fr");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("déjà là, comme Curriculum", answer.Main, StringComparison.Ordinal);
        Assert.True((await candidate.Uploads("cv", file)).Location is not null);
        Assert.Single((await Of(candidate)).AllDocuments);
    }

    [Fact]
    public async Task An_upload_that_broke_off_leaves_the_draft_as_it_was_and_is_simply_sent_again()
    {
        var candidate = await Candidate.Begins(platform, "broken@candidats.example");
        await candidate.Uploads("cv", SmallPdf.Of("Première version"));
        var before = (await Of(candidate)).Cv!.Sha256;
        var half = new StreamContent(new BreaksOff(SmallPdf.Of("Deuxième version")));
        half.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        await Assert.ThrowsAnyAsync<Exception>(() => candidate.Browser.Send(candidate.Path + "/cv", half));
        Assert.Equal(before, (await Of(candidate)).Cv!.Sha256);
        Assert.True((await candidate.Uploads("cv", SmallPdf.Of("Deuxième version"))).Location is not null);
    }

    [Theory]
    [InlineData("Ó", "o@candidats.example")]
    [InlineData("Anne-Sophie d’Hœuvre", "anne+poste@candidats.example")]
    [InlineData("مريم البلجيكي", "maryam@candidats.example")]
    [InlineData("Jürgen Müller", "juergen@bücher.example")]
    public async Task Names_and_addresses_as_people_bear_them_are_taken(string name, string email)
    {
        var candidate = await Candidate.Begins(platform, email, name: name);
        Assert.Contains(name, (await candidate.Browser.Get(candidate.Path)).Main, StringComparison.Ordinal);
        Assert.NotEmpty(await candidate.Mails());
    }

    private static byte[] File(string kind) => kind switch
    {
        "docx" => [.. "PK\x03\x04"u8, .. new byte[400]],
        "empty" => [],
        "truncated" => SmallPdf.Of("Parcours")[..300],
        "three" => SmallPdf.Of("1", "2", "3"),
        "a3" => SmallPdf.Sized(842, 1191, "Grand"),
        "letter" => SmallPdf.Sized(612, 792, "American"),
        _ => [.. SmallPdf.Of("Lourd"), .. Encoding.ASCII.GetBytes(new string(' ', 6 * 1024 * 1024))],
    };

    private Task<Application> Of(Candidate candidate) =>
        platform.Db(db => db.Set<Application>().AsNoTracking().Include(a => a.AllDocuments).OrderBy(a => a.BegunAt).FirstAsync(a => a.Email == candidate.Email));

    /// <summary>A connection that is lost in the middle of a file.</summary>
    private sealed class BreaksOff(byte[] file) : MemoryStream([.. "--x\r\nContent-Disposition: form-data; name=\"cv\"; filename=\"cv.pdf\"\r\n\r\n"u8, .. file[..200]])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw new IOException("The line is dead");

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => throw new IOException("The line is dead");
    }
}
