using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Platform.Email;
using Passerelle.Recruitment.Offers;
using Passerelle.Recruitment.Selection;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Recruitment;

/// <summary>How an offer ends is known to those who must act on it, and what does not reach somebody is sent again.</summary>
public sealed class OfferEndTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Closing = $"/fr/desk/recruitment/{Applicants.Slug}/closing";

    [Fact]
    public async Task An_offer_that_no_server_took_reaches_the_corrected_address_and_its_answer_the_director()
    {
        var (director, number) = await OfferTests.Retained(platform, "typo@candidats.example");
        var (_, next) = await OfferTests.Retained(platform, outcome: Outcome.Reserve, email: "next@candidats.example");
        Assert.Equal(HttpStatusCode.SeeOther, (await OfferTests.Offer(director, number, "B", "no", "Permanent", null, null, null)).Status);
        await platform.Db(db => db.Set<QueuedMail>().Where(m => m.To == "typo@candidats.example").ExecuteUpdateAsync(s => s.SetProperty(m => m.SentAt, (DateTimeOffset?)null).SetProperty(m => m.Attempts, QueuedMail.MostAttempts)));
        await platform.Scope(async services =>
        {
            await services.GetRequiredService<Letters>().FindReturned(platform.Clock.Now, default);
            return true;
        });
        Assert.Contains($"n° {number} : un courriel n’a pas pu partir", Plain((await director.Get("/fr/desk")).Main), StringComparison.Ordinal);
        Assert.Contains("un courriel n’a pas pu partir", Plain((await director.Get(Closing)).Main), StringComparison.Ordinal);
        Assert.NotNull((await director.Post($"{Closing}/{number}/deliver", ($"to-{number}", "nulle part"))).ErrorAt($"to-{number}"));
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Post($"{Closing}/{number}/deliver", ($"to-{number}", "right@candidats.example"))).Status);
        Assert.DoesNotContain("un courriel n’a pas pu partir", Plain((await director.Get("/fr/desk")).Main), StringComparison.Ordinal);

        var link = Candidate.LinkIn(Assert.Single(await platform.MailsTo("right@candidats.example")));
        Assert.Equal(HttpStatusCode.SeeOther, (await platform.Visitor().Post(link, ("answer", "decline"))).Status);
        await platform.Deliver();
        Assert.Contains("la proposition est déclinée", (await director.Get("/fr/desk")).Main, StringComparison.Ordinal);
        Assert.Single(await platform.MailsTo("right@candidats.example"), m => m.Subject.StartsWith("Votre réponse est bien arrivée", StringComparison.Ordinal));
        Assert.Contains("décliné", (await platform.Visitor().Get(link.Replace("/offer", "", StringComparison.Ordinal))).Main, StringComparison.Ordinal);

        // Letters sent meanwhile do not hide the way to the next one's offer.
        await platform.Db(db => db.Set<Decision>().ExecuteUpdateAsync(s => s.SetProperty(d => d.LettersSent, true)));
        Assert.NotNull((await director.Get(Applicants.At(next))).Html.QuerySelector("main a[href$='/offer']"));
    }

    private static string Plain(string text) => text.Replace('\u00A0', ' ');
}
