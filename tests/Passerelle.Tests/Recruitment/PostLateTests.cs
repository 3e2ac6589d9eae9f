using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Platform.Email;
using Passerelle.Recruitment;
using Passerelle.Recruitment.Offers;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Recruitment;

/// <summary>Paper that came in time and is registered later: when it came counts, not when it was typed in.</summary>
public sealed class PostLateTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string InTime = "Fri, 19 Feb 2021 10:15:30 +0100";
    private const string Closing = $"/fr/desk/recruitment/{Applicants.Slug}/closing";

    [Fact]
    public async Task What_came_in_time_may_be_registered_after_the_deadline_and_even_after_its_lack_was_declared()
    {
        var director = await platform.As("director");
        var (soon, late) = (await PostTests.Register(director, "soon@candidats.example"), await PostTests.Register(director, "late@candidats.example"));
        await platform.MoveTo(Candidate.Deadline.AddHours(2));
        await PostTests.Letter(director, soon, "2021-02-19");
        Assert.Equal(ApplicationState.Registered, (await Of("soon@candidats.example")).State);
        Assert.Contains("une moitié manque encore", (await director.Get(Closing)).Main, StringComparison.Ordinal);
        Assert.Contains("Complète", (await PostTests.Copy(director, soon, InTime)).Main, StringComparison.Ordinal);
        var receipt = Assert.Single(await platform.MailsTo("soon@candidats.example"), m => m.Subject.StartsWith("Accusé de réception", StringComparison.Ordinal));
        Assert.DoesNotContain("caduque", receipt.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("remplacer un document", receipt.Text, StringComparison.Ordinal);

        await platform.MoveTo(Candidate.Deadline.AddDays(5));
        Assert.Equal(ApplicationState.Incomplete, (await Of("late@candidats.example")).State);
        await PostTests.Letter(director, late, "2021-02-19");
        Assert.Contains("Complète", (await PostTests.Copy(director, late, InTime)).Main, StringComparison.Ordinal);
        Assert.Equal((ApplicationState.Sent, ""), ((await Of("late@candidats.example")).State, (await Of("late@candidats.example")).MissingHalves));
    }

    [Fact]
    public async Task Who_is_told_that_it_is_incomplete_must_be_reached_before_the_procedure_closes()
    {
        await using var later = new Later();
        await later.InitializeAsync();
        var director = await later.As("director");
        await PostTests.Register(director, "gone@candidats.example");
        await later.MoveTo(Candidate.Deadline.AddDays(5));
        var mail = (await later.MailsTo("gone@candidats.example")).Last();
        await later.Db(db => db.Set<QueuedMail>().Where(m => m.To == "gone@candidats.example").ExecuteUpdateAsync(s => s.SetProperty(m => m.SentAt, (DateTimeOffset?)null).SetProperty(m => m.Attempts, QueuedMail.MostAttempts)));
        await later.Scope(async services =>
        {
            await services.GetRequiredService<Letters>().FindReturned(later.Clock.Now, default);
            return true;
        });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await director.Post(Closing + "/close")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Post(Closing + "/1/address", ("email-1", "found@candidats.example"))).Status);
        Assert.Equal(mail.Subject, Assert.Single(await later.MailsTo("found@candidats.example")).Subject);
        Assert.Empty(await later.MailsTo("gone@candidats.example")); // the one that nobody took is not tried again
        await later.Services.GetRequiredService<MailSender>().SendAll(default);
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Post(Closing + "/close")).Status);
    }

    [Fact]
    public async Task An_attachment_of_which_nobody_can_tell_what_it_is_or_that_breaks_a_rule_may_be_left_out()
    {
        var director = await platform.As("director");
        var path = await PostTests.Register(director, "diploma@candidats.example");
        var eml = PostTests.Mail("Tue, 26 Jan 2021 10:15:30 +0100", ("cv.pdf", SmallPdf.Of("1", "2", "3")), ("Motivatiebrief.pdf", SmallPdf.Of(SmallPdf.Dutch)));
        var refused = await PostTests.Upload(director, path + "/copy", await PostTests.Version(director, path), ("eml", eml));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Motivatiebrief.pdf", refused.ErrorAt("eml"), StringComparison.Ordinal);
        var taken = await PostTests.Upload(director, path + "/copy", await PostTests.Version(director, path), ("eml", eml), ("without", "true"u8.ToArray()));
        Assert.Equal(HttpStatusCode.SeeOther, taken.Status);
        var application = await Of("diploma@candidats.example");
        Assert.NotNull(application.CopyReceivedAt);
        Assert.Empty(application.Documents);
    }

    [Fact]
    public async Task Both_letters_may_lie_in_one_file_that_says_which_comes_first()
    {
        var director = await platform.As("director");
        var path = await PostTests.Register(director, "both@candidats.example");
        (string, byte[])[] when = [("received", Encoding.ASCII.GetBytes("2021-01-26")), ("hour", "09:00"u8.ToArray()), ("letters", SmallPdf.Of(SmallPdf.Dutch, SmallPdf.French))];
        Assert.NotNull((await PostTests.Upload(director, path + "/letter", await PostTests.Version(director, path), when)).ErrorAt("first"));
        Assert.Equal(HttpStatusCode.SeeOther, (await PostTests.Upload(director, path + "/letter", await PostTests.Version(director, path), [.. when, ("first", "nl"u8.ToArray())])).Status);
        Assert.Equal(["nl", "fr"], Assert.Single((await Of("both@candidats.example")).Documents).Languages);
    }

    private Task<Application> Of(string email) => platform.Db(db => db.Set<Application>().AsNoTracking().Include(a => a.AllDocuments).FirstAsync(a => a.Email == email));

    private sealed class Later : TestPlatform;
}
