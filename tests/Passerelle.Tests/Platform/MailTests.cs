using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Platform;
using Passerelle.Platform.Email;
using Passerelle.Tests.Accounts;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Platform;

/// <summary>What the platform keeps of the mails that it sends, and for how long.</summary>
public sealed class MailTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private MailFolder Folder => platform.Services.GetRequiredService<MailFolder>();

    [Fact]
    public async Task Once_sent_a_mail_keeps_its_subject_and_its_hour_and_no_word_of_its_text()
    {
        var (_, email) = await platform.Registered();
        await platform.Visitor().Post("/fr/sign-in", ("email", email));
        await Send();
        Assert.All(await Rows(email), m =>
        {
            Assert.Equal(("", ""), (m.Html, m.Text));
            Assert.NotEqual("", m.Subject);
            Assert.NotNull(m.SentAt);
        });
        Assert.Equal(303, (int)(await platform.Visitor().Post(await platform.LinkTo(email))).Status);
    }

    [Fact]
    public async Task A_mornings_mails_go_out_however_many_they_are()
    {
        var email = AccountSteps.NewAddress();
        await platform.Db(async db =>
        {
            db.AddRange(Enumerable.Range(0, 250).Select(n => new QueuedMail { To = email, Language = "nl", Subject = $"Bericht {n}", Html = "<p>Een woord</p>", Text = "Een woord", CreatedAt = platform.Clock.Now }));
            return await db.SaveChangesAsync();
        });
        await Send();
        Assert.DoesNotContain(await Rows(email), m => m.SentAt is null);
    }

    [Fact]
    public async Task The_demonstration_shows_a_mail_before_and_after_it_is_sent()
    {
        var (_, email) = await platform.Registered();
        await Send();
        var sent = (await Rows(email))[^1];
        var waits = await Queue(email, DateTimeOffset.UtcNow, waits: true);
        Assert.Contains("/fr/sign-in/link/", (await platform.Visitor().Get($"/fr/demo/mail/{sent.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains("Un mot", (await platform.Visitor().Get($"/fr/demo/mail/{waits}")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await platform.Visitor().Get($"/fr/demo/mail/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task After_thirty_days_what_was_sent_is_forgotten_with_its_file_and_what_waits_is_not()
    {
        var email = AccountSteps.NewAddress();
        var then = platform.Clock.Now;
        var old = await Queue(email, then);
        var young = await Queue(email, then.AddDays(5));
        var waits = await Queue(email, then, waits: true);
        var givenUp = await Queue(email, then, attempts: QueuedMail.MostAttempts);
        await Send();
        Assert.True(File.Exists(Folder.FileOf(old)));
        await platform.MoveTo(then.AddDays(29));
        Assert.Equal(4, (await Rows(email)).Count);

        await platform.MoveTo(then.AddDays(32));
        Assert.Equal(new[] { young, waits }.Order(), (await Rows(email)).Select(m => m.Id).Order());
        Assert.False(File.Exists(Folder.FileOf(old)));
        Assert.True(File.Exists(Folder.FileOf(young)));
        Assert.DoesNotContain(await Rows(email), m => m.Id == givenUp);
    }

    [Fact]
    public async Task Who_erases_the_account_gets_nothing_more_and_leaves_no_file_behind()
    {
        var (guest, email) = await platform.Registered();
        await Send();
        var sent = (await Rows(email)).ConvertAll(m => m.Id);
        await Queue(email, DateTimeOffset.UtcNow, waits: true);
        Assert.Equal(303, (int)(await guest.Post("/fr/me/erase", ("sure", "true"))).Status);
        Assert.Empty(await Rows(email));
        Assert.NotEmpty(sent);
        Assert.All(sent, id => Assert.False(File.Exists(Folder.FileOf(id))));
    }

    [Theory]
    [InlineData("fr", "Ce message vous est envoyé par la plateforme Passerelle ({0}).")]
    [InlineData("nl", "Dit bericht wordt u gestuurd door het platform Passerelle ({0}).")]
    public async Task A_mail_ends_with_the_name_that_the_pack_gives_the_grouping(string language, string footer)
    {
        var (_, email) = await platform.Registered(language);
        var name = platform.Services.GetRequiredService<PlatformOptions>().GroupingName.Read(language).Value;
        Assert.EndsWith(string.Format(CultureInfo.InvariantCulture, footer, name), (await platform.MailsTo(email))[^1].Text, StringComparison.Ordinal);
    }

    private Task Send() => platform.Services.GetRequiredService<MailSender>().SendAll(default);

    private Task<List<QueuedMail>> Rows(string email) => platform.Db(db => db.Set<QueuedMail>().AsNoTracking().Where(m => m.To == email).OrderBy(m => m.Id).ToListAsync());

    private Task<Guid> Queue(string email, DateTimeOffset at, bool waits = false, int attempts = 0) => platform.Db(async db =>
    {
        var mail = new QueuedMail { To = email, Language = "fr", Subject = "Un mot", Html = "<p>Un mot</p>", Text = "Un mot", CreatedAt = at, Attempts = attempts, NextTry = waits ? DateTimeOffset.UtcNow.AddDays(1) : null };
        db.Add(mail);
        await db.SaveChangesAsync();
        return mail.Id;
    });
}
