using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Passerelle.Platform.Email;
using Passerelle.Tests.Accounts;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Platform;

/// <summary>An installation whose mail leaves by a server at this port; nobody listens there yet.</summary>
public sealed class SmtpPlatform : TestPlatform
{
    public int Port { get; } = SmtpServer.FreePort();

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Email:Host"] = "127.0.0.1",
        ["Email:Port"] = Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Email:From"] = "Passerelle <platform@passerelle.example>",
    };
}

public sealed class SmtpTests(SmtpPlatform platform) : IClassFixture<SmtpPlatform>
{
    [Fact]
    public async Task A_server_that_is_away_keeps_mail_waiting_and_one_that_is_back_gets_it_whole_once()
    {
        var email = AccountSteps.NewAddress();
        await platform.Visitor().Register(email, "fr");
        var waiting = await Row(email, m => m.Attempts > 0);
        Assert.Null(waiting.SentAt);
        Assert.NotNull(waiting.NextTry);
        Assert.NotEqual("", waiting.Error);
        Assert.Contains("/fr/sign-in/link/", waiting.Text, StringComparison.Ordinal);

        using var server = await SmtpServer.Start(platform.Port);
        var administrator = await platform.As("administrator");
        var page = await administrator.Get("/fr/desk/deliveries");
        Assert.Equal(303, (int)(await administrator.Submit(page, "form[action$='/deliveries/mail']")).Status);
        var arrived = await server.FirstTo(email);
        Assert.Equal("Ouvrez votre compte", arrived.Subject);
        Assert.Equal("fr", arrived.Body!.Headers[HeaderId.ContentLanguage]); // read as the body's, since its name begins with Content
        Assert.Equal("auto-generated", arrived.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal("platform@passerelle.example", arrived.From.Mailboxes.Single().Address);
        Assert.Contains("/fr/sign-in/link/", arrived.TextBody, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"fr\">", arrived.HtmlBody, StringComparison.Ordinal);

        // Once it is told to be sent, the words are forgotten here, and nothing lies in the data folder.
        waiting = await Row(email, m => m.SentAt is not null);
        Assert.Equal(("", ""), (waiting.Html, waiting.Text));
        Assert.False(Directory.Exists(Path.Combine(platform.DataFolder, "mail")) && Directory.EnumerateFiles(Path.Combine(platform.DataFolder, "mail")).Any());
        await platform.Visitor().Post("/fr/sign-in", ("email", "inconnue@people.example"));
        Assert.Equal("Aucun compte à cette adresse", (await server.FirstTo("inconnue@people.example")).Subject); // é, à: UTF-8 all the way
        await platform.Services.GetRequiredService<MailSender>().SendAll(default); // nothing is due any more
        Assert.Single(server.MailsTo(email));
    }

    /// <summary>The one mail to an address, once something is true of it.</summary>
    private async Task<QueuedMail> Row(string email, Func<QueuedMail, bool> when)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            if (await platform.Db(db => db.Set<QueuedMail>().AsNoTracking().SingleAsync(m => m.To == email)) is var mail && when(mail))
            {
                return mail;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"The mail to {email} did not come that far");
    }
}
