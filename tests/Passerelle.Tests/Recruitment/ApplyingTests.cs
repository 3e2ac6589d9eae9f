using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Platform.Email;
using Passerelle.Recruitment;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Recruitment;

/// <summary>Applying without an account: from the first page to the receipt.</summary>
public sealed class ApplyingTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Director = "helene.warlopin@demo.passerelle.example";

    [Theory]
    [InlineData("fr", "Accusé de réception")]
    [InlineData("nl", "Ontvangstbewijs")]
    public async Task What_is_sent_is_received_with_a_number_a_receipt_and_a_copy_to_the_director(string language, string receipt)
    {
        var candidate = await Candidate.Begins(platform, $"sends-{language}@candidats.example", language);
        await candidate.Proves();
        await candidate.Prepares();
        Assert.Equal(HttpStatusCode.SeeOther, (await candidate.Sends()).Status);

        var application = await Of(candidate);
        Assert.Equal((ApplicationState.Sent, 1), (application.State, application.MissionsRead));
        Assert.True(application.Number > 0);
        await platform.Services.GetRequiredService<MailSender>().SendAll(default);
        var mail = Assert.Single(await candidate.Mails(), m => m.Subject.StartsWith(receipt, StringComparison.Ordinal));
        Assert.All(application.Documents, d => Assert.Contains(d.Sha256, mail.Text, StringComparison.Ordinal));
        Assert.Contains("Lille-Kortrijk-Tournai", mail.Text, StringComparison.Ordinal);

        var copy = await platform.Services.GetRequiredService<MailFolder>().Read(application.CopyMail!.Value);
        Assert.NotNull(copy);
        Assert.Equal(Director, copy.To.Mailboxes.Single().Address);
        var attached = copy.Attachments.Select(a => { using var bytes = new MemoryStream(); ((MimeKit.MimePart)a).Content!.DecodeTo(bytes); return Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray())); });
        Assert.Equal(application.Documents.Select(d => d.Sha256).Order(), attached.Order());
        Assert.Contains(language == "fr" ? "27 janvier 2021 à " : "27 januari 2021 om ", (await candidate.Browser.Get(candidate.Path)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_millisecond_of_the_second_is_in_and_the_next_one_is_out()
    {
        var inTime = await Candidate.Begins(platform, "in-time@candidats.example");
        var late = await Candidate.Begins(platform, "late@candidats.example");
        await inTime.Prepares();
        await late.Prepares();

        // The clock goes on while a request is under way, so the act is asked at the very instant.
        var vacancy = await platform.Db(db => db.Set<Vacancy>().FirstAsync(v => v.Slug == Candidate.Vacancy));
        Assert.True(vacancy.Takes(Candidate.Deadline.AddMilliseconds(999)));
        Assert.False(vacancy.Takes(Candidate.Deadline.AddSeconds(1)));

        var before = platform.Clock.Now;
        try
        {
            platform.Clock.Set(Candidate.Deadline.AddMilliseconds(200));
            Assert.Equal(HttpStatusCode.SeeOther, (await inTime.Sends()).Status);
            platform.Clock.Set(Candidate.Deadline.AddSeconds(1));
            var refused = await late.Sends();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains("19 février 2021 à 12:00:01,", refused.Main, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await late.Uploads("cv", SmallPdf.Of("x"))).Status);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await platform.Visitor().Get($"/fr/jobs/{Candidate.Vacancy}/apply")).Status);
        }
        finally
        {
            platform.Clock.Set(before);
        }

        Assert.Equal((ApplicationState.Sent, ApplicationState.Draft), ((await Of(inTime)).State, (await Of(late)).State));
        Assert.DoesNotContain(await late.Mails(), m => m.Subject.StartsWith("Accusé", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sent_twice_at_once_it_is_received_once_with_one_receipt_and_one_copy()
    {
        var candidate = await Candidate.Begins(platform, "double@candidats.example");
        await candidate.Prepares();
        var answers = await Task.WhenAll(candidate.Sends(), candidate.Sends());
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.Status));
        var id = (await Of(candidate)).Id;
        Assert.Single(await candidate.Mails(), m => m.Subject.StartsWith("Accusé", StringComparison.Ordinal));
        Assert.Equal(1, await platform.Db(db => db.Set<QueuedMail>().CountAsync(m => m.About == id && m.To == Director)));
    }

    [Fact]
    public async Task Nothing_of_an_application_is_stored_on_the_computer_where_it_was_written()
    {
        var candidate = await Candidate.Begins(platform, "shared@candidats.example");
        await candidate.Uploads("cv", SmallPdf.Of("Parcours"));
        var document = (await Of(candidate)).Cv!.Id;
        foreach (var path in new[] { "", "/facts", "/needs", "/data", "/withdraw", "/erase", $"/documents/{document}" })
        {
            Assert.True((await candidate.Browser.Get(candidate.Path + path)).Response.Headers.CacheControl!.NoStore, path);
        }
    }

    [Fact]
    public async Task Erasing_stops_the_mails_that_wait_and_keeps_no_file_of_those_that_left()
    {
        var candidate = await Candidate.Begins(platform, "erases@candidats.example");
        await candidate.Prepares();
        await platform.Services.GetRequiredService<MailSender>().SendAll(default);
        var left = (await candidate.Mails())[0].Id;
        Assert.True(File.Exists(platform.Services.GetRequiredService<MailFolder>().FileOf(left)));
        await candidate.Sends();
        Assert.Equal(HttpStatusCode.SeeOther, (await candidate.Browser.Post(candidate.Path + "/erase")).Status);
        Assert.Empty(await candidate.Mails());
        Assert.False(File.Exists(platform.Services.GetRequiredService<MailFolder>().FileOf(left)));
        Assert.False(await platform.Db(db => db.Events.AnyAsync(e => e.Personal != null && e.Personal.Contains("erases@"))));
    }

    [Fact]
    public async Task What_is_missing_is_said_all_at_once_and_nothing_is_sent()
    {
        var candidate = await Candidate.Begins(platform, "missing@candidats.example");
        var page = await candidate.Browser.Get(candidate.Path);
        Assert.Contains("le curriculum vitæ", page.Main, StringComparison.Ordinal);
        Assert.Contains("la lettre en néerlandais", page.Main, StringComparison.Ordinal);
        var answer = await candidate.Sends();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("la lettre en français", answer.Main, StringComparison.Ordinal);
        Assert.Equal(ApplicationState.Draft, (await Of(candidate)).State);
    }

    [Fact]
    public async Task Without_the_two_ticks_it_is_not_sent_and_the_form_says_which()
    {
        var candidate = await Candidate.Begins(platform, "ticks@candidats.example");
        await candidate.Prepares();
        var answer = await candidate.Browser.Post(candidate.Path + "/send", ("missions-read", "1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.ErrorAt("missions"));
        Assert.NotNull(answer.ErrorAt("privacy"));
    }

    [Fact]
    public async Task Knowing_an_address_gives_nothing_and_a_proven_one_has_one_application()
    {
        var first = await Candidate.Begins(platform, "twice@candidats.example");
        await first.Proves();
        await first.Prepares();
        await first.Sends();
        var other = await Candidate.Begins(platform, "twice@candidats.example", name: "Quelqu’un d’autre");
        var page = await other.Browser.Get(other.Path);
        Assert.DoesNotContain("Maëlle", page.Main, StringComparison.Ordinal);

        var link = Candidate.LinkIn((await other.Mails())[^1]);
        var refused = await other.Browser.Post(link + "/proof");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("déjà une candidature", refused.Main, StringComparison.Ordinal);
        Assert.Equal(1, await platform.Db(db => db.Set<Application>().CountAsync(a => a.Email == first.Email && a.ProvenKey != null)));
    }

    [Fact]
    public async Task A_lost_link_is_mailed_again_and_the_answer_is_the_same_for_an_unknown_address()
    {
        var candidate = await Candidate.Begins(platform, "lost@candidats.example");
        var known = await platform.Visitor().Post("/fr/jobs/lost-link", ("email", candidate.Email));
        var unknown = await platform.Visitor().Post("/fr/jobs/lost-link", ("email", "nobody@candidats.example"));
        Assert.Equal((known.Status, known.Location), (unknown.Status, unknown.Location));
        var mail = (await candidate.Mails())[^1];
        Assert.StartsWith("Un lien vers votre candidature", mail.Subject, StringComparison.Ordinal);
        var path = Candidate.LinkIn(mail);
        Assert.Equal(HttpStatusCode.OK, (await platform.Visitor().Get(path)).Status);
        Assert.Empty(await platform.MailsTo("nobody@candidats.example"));
    }

    [Fact]
    public async Task A_document_that_is_replaced_after_sending_counts_at_once_with_a_new_receipt()
    {
        var candidate = await Candidate.Begins(platform, "replaces@candidats.example");
        await candidate.Prepares();
        await candidate.Sends();
        var before = await Of(candidate);
        var answer = await candidate.Uploads("cv", SmallPdf.Of("Un autre parcours"));
        Assert.True(answer.Location is not null, answer.Main);
        var after = await Of(candidate);
        Assert.Equal(before.Number, after.Number);
        Assert.NotEqual(before.Cv!.Sha256, after.Cv!.Sha256);
        Assert.Equal(2, (await candidate.Mails()).Count(m => m.Subject.StartsWith("Accusé", StringComparison.Ordinal)));
        Assert.Contains(after.Cv.Sha256, (await candidate.Mails())[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_withdraws_is_told_and_may_begin_anew_and_who_erases_leaves_nothing()
    {
        var candidate = await Candidate.Begins(platform, "leaves@candidats.example");
        await candidate.Proves();
        await candidate.Prepares();
        await candidate.Sends();
        Assert.Equal(HttpStatusCode.SeeOther, (await candidate.Browser.Post(candidate.Path + "/withdraw")).Status);
        Assert.Equal(ApplicationState.Withdrawn, (await Of(candidate)).State);
        var id = (await Of(candidate)).Id;
        Assert.Equal(HttpStatusCode.SeeOther, (await (await Candidate.Begins(platform, "leaves@candidats.example")).Tells()).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await candidate.Browser.Post(candidate.Path + "/erase")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await candidate.Browser.Get(candidate.Path)).Status);
        Assert.False(await platform.Db(db => db.Set<QueuedMail>().AnyAsync(m => m.About == id)));
        Assert.False(await platform.Db(db => db.Set<ApplicationDocument>().AnyAsync(d => d.ApplicationId == id)));
    }

    [Fact]
    public async Task Documents_lie_encrypted_and_come_back_to_the_byte()
    {
        var before = Stored().ToHashSet(StringComparer.Ordinal); // the demonstration's own slides are for everybody
        var candidate = await Candidate.Begins(platform, "vault@candidats.example");
        var file = SmallPdf.Of("Octet pour octet");
        await candidate.Uploads("cv", file);
        var document = (await Of(candidate)).Cv!;
        var fetched = await candidate.Browser.Get($"{candidate.Path}/documents/{document.Id}");
        Assert.Equal(file, fetched.Bytes);
        var fresh = Stored().Except(before).ToList();
        Assert.Equal(2, fresh.Count);
        foreach (var stored in fresh)
        {
            Assert.True((await File.ReadAllBytesAsync(stored)).AsSpan().IndexOf("%PDF"u8) < 0, stored);
        }
    }

    private IEnumerable<string> Stored() => Directory.EnumerateFiles(platform.DataFolder, "*", SearchOption.AllDirectories).Where(f => !f.Contains(".db", StringComparison.Ordinal) && !f.Contains("/mail/", StringComparison.Ordinal));

    private Task<Application> Of(Candidate candidate) =>
        platform.Db(db => db.Set<Application>().AsNoTracking().Include(a => a.AllDocuments).OrderBy(a => a.BegunAt).FirstAsync(a => a.Email == candidate.Email));
}
