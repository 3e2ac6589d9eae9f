using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Passerelle.Recruitment;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Recruitment;

/// <summary>Applications by post and e-mail: two halves, each in time, or it is incomplete.</summary>
public sealed class PostTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Desk = "/fr/desk/recruitment/" + Candidate.Vacancy;

    [Fact]
    public async Task A_letter_and_an_emailed_copy_make_it_whole_and_a_receipt_leaves()
    {
        var director = await platform.As("director");
        var path = await Register(director, "whole@candidats.example");
        Assert.Contains("la copie par courriel", (await Letter(director, path, "2021-01-25")).Main, StringComparison.Ordinal);
        Assert.Contains((await platform.MailsTo("whole@candidats.example")), m => m.Text.Contains("la copie par courriel", StringComparison.Ordinal));
        var whole = await Copy(director, path, "Tue, 26 Jan 2021 10:15:30 +0100");
        Assert.Contains("Complète", whole.Main, StringComparison.Ordinal);
        var application = await Of("whole@candidats.example");
        Assert.Equal((ApplicationState.Sent, 3), (application.State, application.Documents.Count));
        Assert.Equal(new DateTimeOffset(2021, 1, 26, 10, 15, 30, TimeSpan.FromHours(1)), application.SentAt);
        Assert.Contains(await platform.MailsTo("whole@candidats.example"), m => m.Subject.StartsWith("Accusé de réception", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mail_without_a_trace_of_its_reception_or_no_mail_at_all_is_refused()
    {
        var director = await platform.As("director");
        var path = await Register(director, "unproved@candidats.example");
        var page = await Upload(director, path + "/copy", await Version(director, path), ("eml", Encoding.ASCII.GetBytes("From: a@candidats.example\r\nDate: Tue, 26 Jan 2021 10:15:30 +0100\r\nSubject: x\r\n\r\nBonjour\r\n")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("trace de sa réception", page.ErrorAt("eml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_attachment_that_breaks_a_rule_is_refused_as_any_other()
    {
        var director = await platform.As("director");
        var path = await Register(director, "rules@candidats.example");
        var page = await Upload(director, path + "/copy", await Version(director, path), ("eml", Mail("Tue, 26 Jan 2021 10:15:30 +0100", ("cv.pdf", SmallPdf.Of("1", "2", "3")))));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("3 pages", page.ErrorAt("eml"), StringComparison.Ordinal);
        Assert.Null((await Of("rules@candidats.example")).CopyReceivedAt);
    }

    [Fact]
    public async Task A_moment_to_come_and_a_stranger_are_refused()
    {
        var director = await platform.As("director");
        var path = await Register(director, "future@candidats.example");
        Assert.Contains("encore à venir", (await Letter(director, path, "2021-03-01")).Main, StringComparison.Ordinal);
        foreach (var who in new[] { "juror", "coordinator", "administrator" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await platform.As(who)).Get(path)).Status);
        }
    }

    internal static async Task<string> Register(Guest director, string email, string language = "fr")
    {
        var answer = await director.Fill(Desk + "/post", ("name", "Odile Vermeersch"), ("email", email), ("language", language));
        Assert.True(answer.Location is not null, answer.Main);
        return answer.Location;
    }

    internal static async Task<string> Version(Guest director, string path) => (await director.Get(path)).Html.QuerySelector("input[name=version]")!.GetAttribute("value")!;

    internal static async Task<Answer> Letter(Guest director, string path, string day, string hour = "09:00", string postmark = "") =>
        await director.Follow(await Upload(director, path + "/letter", await Version(director, path), ("cv", SmallPdf.Of("Parcours")), ("letter.fr", SmallPdf.Of(SmallPdf.French)), ("letter.nl", SmallPdf.Of(SmallPdf.Dutch)), ("received", Encoding.ASCII.GetBytes(day)), ("hour", Encoding.ASCII.GetBytes(hour)), ("postmark", Encoding.ASCII.GetBytes(postmark))));

    internal static async Task<Answer> Copy(Guest director, string path, string received) =>
        await director.Follow(await Upload(director, path + "/copy", await Version(director, path), ("eml", Mail(received, ("cv.pdf", SmallPdf.Of("Parcours"))))));

    internal static Task<Answer> Upload(Guest director, string path, string version, params (string Name, byte[] Content)[] parts)
    {
        var form = new MultipartFormDataContent { { new StringContent(version), "version" } };
        foreach (var (name, content) in parts)
        {
            if (name is "received" or "hour" or "postmark" or "first" or "without")
            {
                form.Add(new StringContent(Encoding.ASCII.GetString(content)), name);
            }
            else
            {
                form.Add(new ByteArrayContent(content), name, name + (name == "eml" ? "" : ".pdf"));
            }
        }

        return director.Send(path, form);
    }

    internal static byte[] Mail(string received, params (string Name, byte[] Content)[] files)
    {
        var mail = new MimeKit.MimeMessage();
        mail.From.Add(new MimeKit.MailboxAddress("Odile Vermeersch", "odile@candidats.example"));
        mail.To.Add(new MimeKit.MailboxAddress("", "jobs@demo.passerelle.example"));
        mail.Subject = "Candidature";
        var body = new MimeKit.BodyBuilder { TextBody = "Bonjour" };
        foreach (var (name, content) in files)
        {
            body.Attachments.Add(name, content, new MimeKit.ContentType("application", "pdf"));
        }

        mail.Body = body.ToMessageBody();
        mail.Headers.Insert(0, "Received", $"from mail.candidats.example by mx.demo.passerelle.example with ESMTP id 1; {received}");
        using var written = new MemoryStream();
        mail.WriteTo(written);
        return written.ToArray();
    }

    private Task<Application> Of(string email) => platform.Db(db => db.Set<Application>().AsNoTracking().Include(a => a.AllDocuments).FirstAsync(a => a.Email == email));
}

/// <summary>What becomes of halves when the deadline has passed.</summary>
public sealed class PostOverTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task What_lacks_a_half_when_the_deadline_has_passed_is_incomplete_and_its_candidate_is_told_what_was_missing()
    {
        var director = await platform.As("director");
        var answer = await director.Fill($"/nl/desk/recruitment/{Candidate.Vacancy}/post", ("name", "Wouter Delbaere"), ("email", "half@candidats.example"), ("language", "nl"));
        Assert.True(answer.Location is not null, answer.Main);
        await platform.MoveTo(Candidate.Deadline.AddHours(13)); // the night after: what came in time may still lie unopened
        Assert.Equal(ApplicationState.Registered, await platform.Db(db => db.Set<Application>().Where(a => a.Email == "half@candidats.example").Select(a => a.State).FirstAsync()));
        await platform.MoveTo(Candidate.Deadline.AddDays(Application.DaysToRegister).AddHours(13));
        var application = await platform.Db(db => db.Set<Application>().FirstAsync(a => a.Email == "half@candidats.example"));
        Assert.Equal(ApplicationState.Incomplete, application.State);
        var mail = Assert.Single(await platform.MailsTo("half@candidats.example"));
        Assert.StartsWith("Kandidatuur nr. ", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("de brief per post", mail.Text, StringComparison.Ordinal);
        Assert.Contains("de kopie per e-mail", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_was_not_sent_is_gone_within_a_day_and_its_candidate_is_told()
    {
        await using var other = new Later();
        await other.InitializeAsync();
        var candidate = await Candidate.Begins(other, "forgot@candidats.example");
        await candidate.Uploads("cv", SmallPdf.Of("Jamais envoyé"));
        await other.MoveTo(Candidate.Deadline.AddHours(23));
        Assert.False(await other.Db(db => db.Set<Application>().AnyAsync(a => a.Email == "forgot@candidats.example")));
        Assert.False(await other.Db(db => db.Set<ApplicationDocument>().AnyAsync()));
        Assert.Empty(Directory.Exists(Path.Combine(other.DataFolder, "vault")) ? Directory.EnumerateFiles(Path.Combine(other.DataFolder, "vault"), "*", SearchOption.AllDirectories) : []);
        Assert.Contains(await other.MailsTo("forgot@candidats.example"), m => m.Subject.StartsWith("Brouillon effacé", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_that_is_not_proven_within_48_hours_of_sending_makes_it_lapse()
    {
        await using var other = new Later();
        await other.InitializeAsync();
        var unproven = await Candidate.Begins(other, "unproven@candidats.example");
        await unproven.Prepares();
        await unproven.Sends();
        var proven = await Candidate.Begins(other, "proven@candidats.example");
        await proven.Proves();
        await proven.Prepares();
        await proven.Sends();
        await other.MoveTo(other.Clock.Now.AddHours(47));
        Assert.Equal(ApplicationState.Sent, await StateOf(other, "unproven@candidats.example"));
        other.Clock.Set(other.Clock.Now.AddHours(2));
        var tooLate = await unproven.Browser.Post(Candidate.LinkIn((await unproven.Mails())[0]) + "/proof");
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, tooLate.Status);
        await other.MoveTo(other.Clock.Now.AddHours(24)); // a night has passed
        Assert.Equal(ApplicationState.Lapsed, await StateOf(other, "unproven@candidats.example"));
        Assert.Equal(ApplicationState.Sent, await StateOf(other, "proven@candidats.example"));
        Assert.Contains(await unproven.Mails(), m => m.Subject.StartsWith("Candidature caduque", StringComparison.Ordinal));
    }

    private static Task<ApplicationState> StateOf(TestPlatform platform, string email) => platform.Db(db => db.Set<Application>().Where(a => a.Email == email).Select(a => a.State).FirstAsync());

    /// <summary>An application of its own, since time goes on in it.</summary>
    private sealed class Later : TestPlatform;
}
