using System.Net;
using Passerelle.Kernels.Inspection;
using Passerelle.Recruitment.Selection;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Recruitment;

/// <summary>What leaves recruitment on paper, read back from the PDF.</summary>
public sealed class RecruitmentPaperTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Theory]
    [InlineData("nl", "fr", "Aanbod aan Wout Claeys", "overeenkomst van onbepaalde duur", "Antwoord verwacht uiterlijk op", "Proposition")]
    [InlineData("fr", "nl", "Proposition à Wout Claeys", "contrat à durée indéterminée", "Réponse attendue au plus tard le", "Aanbod")]
    public async Task An_offer_is_printed_in_its_candidates_language_whatever_page_it_is_asked_from(string language, string page, string title, string contract, string answer, string not)
    {
        var email = $"paper-{language}@candidats.example";
        var number = await platform.Applies("Wout Claeys", email, language: language);
        await platform.AfterTheDeadline();
        await platform.Decided((await platform.Sent(number)).Id, Outcome.Retained);
        var offered = await OfferTests.Offer(await platform.As("director"), number, "B", "no", "Permanent", null, null, null);
        Assert.True(offered.Status == HttpStatusCode.SeeOther, offered.Main);
        var link = Candidate.LinkIn((await platform.MailsTo(email))[^1]).Replace($"/{language}/", $"/{page}/", StringComparison.Ordinal);
        var pdf = await platform.Visitor().Get(link + "/pdf");
        Assert.Equal($"offer-{number}-{language}.pdf", pdf.Response.Content.Headers.ContentDisposition?.FileNameStar);
        var words = Words(pdf);
        Assert.All([title, contract, answer], w => Assert.Contains(w, words, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(not, words, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.SeeOther, (await platform.Visitor().Post(link, ("answer", "decline"))).Status);
    }

    [Theory]
    [InlineData("fr", "Rapport de la procédure", "Candidatures numérotées", "19 février 2021 à 12:00:00,000 (+01:00)")]
    [InlineData("nl", "Verslag van de procedure", "Genummerde kandidaturen", "19 februari 2021 om 12:00:00,000 (+01:00)")]
    public async Task The_report_of_the_procedure_is_printed_in_both_languages_without_a_candidates_name(string language, params string[] words)
    {
        var (director, _) = await OfferTests.Retained(platform, name: "Zéphyrine Inconnue");
        var pdf = await director.Get($"/{language}/desk/recruitment/{Applicants.Slug}/report/pdf");
        Assert.Equal($"{Applicants.Slug}-{language}.pdf", pdf.Response.Content.Headers.ContentDisposition?.FileNameStar);
        var read = Words(pdf);
        Assert.All(words, w => Assert.Contains(w, read, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("Inge Daneelsen", read, StringComparison.Ordinal);
        Assert.DoesNotContain("Inconnue", read, StringComparison.OrdinalIgnoreCase);
        foreach (var who in new[] { "juror", "coordinator" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await platform.As(who)).Get($"/{language}/desk/recruitment/{Applicants.Slug}/report/pdf")).Status);
        }
    }

    /// <summary>The words of a printed page, spaces folded, as a reader of PDF files finds them.</summary>
    private static string Words(Answer pdf)
    {
        Assert.True(pdf.Status == HttpStatusCode.OK, pdf.Main);
        var read = PdfInspector.Inspect(pdf.Bytes, new PdfRules(20));
        Assert.True(read.HasText);
        return string.Join(' ', string.Join(' ', read.Texts).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
