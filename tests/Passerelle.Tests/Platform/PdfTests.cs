using System.Net;
using System.Text;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Platform;

/// <summary>A page on paper, printed by a real Chromium.</summary>
public sealed class PdfTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task A_group_is_printed_as_a_tagged_pdf_in_the_readers_language()
    {
        var answer = await platform.Visitor().Get("/nl/groups/parc-bleu/pdf");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("application/pdf", answer.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("parc-bleu-nl.pdf", answer.Response.Content.Headers.ContentDisposition!.FileNameStar);
        var raw = Encoding.Latin1.GetString(answer.Bytes);
        Assert.StartsWith("%PDF-", raw, StringComparison.Ordinal);
        Assert.Contains("/StructTreeRoot", raw, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(platform.DataFolder, "print")));
    }

    [Fact]
    public async Task A_group_that_is_not_there_has_no_pdf() =>
        Assert.Equal(HttpStatusCode.NotFound, (await platform.Visitor().Get("/fr/groups/nulle-part/pdf")).Status);
}

public sealed class WithoutChromium : TestPlatform
{
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Chromium"] = "/nowhere/chromium" };
}

public sealed class PdfWithoutChromiumTests(WithoutChromium platform) : IClassFixture<WithoutChromium>
{
    [Theory]
    [InlineData("fr", "L’exploitant peut l’installer")]
    [InlineData("nl", "De beheerder kan het installeren")]
    public async Task Without_chromium_the_pdf_says_what_to_install_and_the_page_works(string language, string words)
    {
        var guest = platform.Visitor();
        var refused = await guest.Get($"/{language}/groups/parc-bleu/pdf");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.Contains(words, refused.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await guest.Get($"/{language}/groups/parc-bleu")).Status);
    }
}
