using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Platform.Email;
using Passerelle.Recruitment;
using Passerelle.Recruitment.Selection;
using Passerelle.Tests.Host;
using Passerelle.Tests.Platform;

namespace Passerelle.Tests.Recruitment;

/// <summary>What leaves by a real mail server: the receipt, the copy with the very files, and what the server does not take.</summary>
public sealed class RealMailTests(SmtpPlatform platform) : IClassFixture<SmtpPlatform>
{
    private const string Closing = $"/fr/desk/recruitment/{Applicants.Slug}/closing";

    [Fact]
    public async Task The_second_before_noon_is_received_with_receipt_and_identical_copy_and_the_one_after_is_not_and_a_letter_that_bounces_blocks_the_closing()
    {
        using var server = await SmtpServer.Start(platform.Port);
        var (inTime, late) = (await Candidate.Begins(platform, "noon@candidats.example"), await Candidate.Begins(platform, "past-noon@candidats.example"));
        await inTime.Prepares();
        await late.Prepares();
        Assert.Equal(HttpStatusCode.SeeOther, (await inTime.Browser.Post(Candidate.LinkIn((await server.FirstTo(inTime.Email)).HtmlBody!) + "/proof")).Status);
        platform.Clock.Set(Candidate.Deadline.AddSeconds(-1));
        Assert.Equal(HttpStatusCode.SeeOther, (await inTime.Sends()).Status);
        platform.Clock.Set(Candidate.Deadline.AddSeconds(1));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await late.Sends()).Status);
        await Send();

        var application = await platform.Db(db => db.Set<Application>().Include(a => a.AllDocuments).FirstAsync(a => a.Email == inTime.Email));
        Assert.Single(server.MailsTo(inTime.Email), m => m.Subject!.StartsWith("Accusé de réception", StringComparison.Ordinal));
        var copy = Assert.Single(server.MailsTo("helene.warlopin@demo.passerelle.example"), m => m.Subject!.StartsWith("Candidature n°", StringComparison.Ordinal));
        Assert.Equal($"{application.CopyMail:N}@passerelle", copy.MessageId);
        Assert.Equal(application.Documents.Select(d => d.Sha256).Order(), copy.Attachments.Select(HashOf).Order());
        Assert.DoesNotContain(server.MailsTo(late.Email), m => m.Subject!.StartsWith("Accusé", StringComparison.Ordinal));
        Assert.Null(await platform.Db(db => db.Set<Application>().Where(a => a.Email == late.Email).Select(a => a.Number).FirstAsync()));

        platform.Clock.Set(Candidate.Deadline.AddHours(-3));
        var bounced = await platform.Applies("Perdue", "bounce@candidats.example");
        platform.Clock.Set(Candidate.Deadline.AddDays(1));
        await platform.Decided(application.Id, Outcome.NotRetained);
        await platform.Decided((await platform.Sent(bounced)).Id, Outcome.NotRetained);
        var director = await platform.As("director");
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Post(Closing + "/letters")).Status);
        await Send();
        await platform.MoveTo(platform.Clock.Now.AddHours(8)); // the job that finds what came back
        Assert.Single(server.MailsTo(inTime.Email), m => m.Subject!.StartsWith("Votre candidature", StringComparison.Ordinal) && m.TextBody!.Contains("Maëlle", StringComparison.Ordinal) && m.TextBody.Contains("retenue", StringComparison.Ordinal));
        Assert.Contains("le courriel de décision est revenu", (await director.Get("/fr/desk")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await director.Post(Closing + "/close")).Status);

        Assert.Equal(HttpStatusCode.SeeOther, (await director.Post($"{Closing}/{bounced}/otherwise", ($"how-{bounced}", "Par téléphone, ce matin"))).Status);
        Assert.DoesNotContain("le courriel de décision est revenu", (await director.Get("/fr/desk")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Post(Closing + "/close")).Status);
    }

    private static string HashOf(MimeKit.MimeEntity part)
    {
        using var bytes = new MemoryStream();
        ((MimeKit.MimePart)part).Content!.DecodeTo(bytes);
        return Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()));
    }

    private Task Send() => platform.Services.GetRequiredService<MailSender>().SendAll(default);
}
