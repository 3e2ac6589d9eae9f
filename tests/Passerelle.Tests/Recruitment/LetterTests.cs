using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Platform.Email;
using Passerelle.Recruitment.Selection;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Recruitment;

/// <summary>What is done twice to a letter that came back, as by two who look after it at once.</summary>
public sealed class LetterTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Closing = $"/fr/desk/recruitment/{Applicants.Slug}/closing";

    [Fact]
    public async Task A_letter_that_goes_once_more_is_not_taken_from_the_queue_by_a_second_correction()
    {
        var (director, number) = await OfferTests.Retained(platform, "wrong@candidats.example", Outcome.NotRetained);
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Post(Closing + "/letters")).Status);
        await platform.Services.GetRequiredService<MailSender>().SendAll(default);
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Post($"{Closing}/{number}/back")).Status);
        Assert.Contains("le courriel de décision est revenu", (await director.Get("/fr/desk")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Post($"{Closing}/{number}/address", ($"email-{number}", "right@candidats.example"))).Status);
        Assert.DoesNotContain("le courriel de décision est revenu", (await director.Get("/fr/desk")).Main, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await director.Post($"{Closing}/{number}/address", ($"email-{number}", "other@candidats.example"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await director.Post($"{Closing}/{number}/otherwise", ($"how-{number}", "Par téléphone"))).Status);
        Assert.Single(await platform.MailsTo("right@candidats.example"));
        Assert.Empty(await platform.MailsTo("other@candidats.example"));
        Assert.Equal("right@candidats.example", (await platform.Sent(number)).Email);
        await platform.Services.GetRequiredService<MailSender>().SendAll(default);
        Assert.NotNull(await platform.Db(db => db.Set<QueuedMail>().Where(m => m.To == "right@candidats.example").Select(m => m.SentAt).SingleAsync()));
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Post(Closing + "/close")).Status);
    }
}
