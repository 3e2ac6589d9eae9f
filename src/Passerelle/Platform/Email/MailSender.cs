using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MimeKit;
using Passerelle.Platform.Data;
using Passerelle.Platform.Files;
using Passerelle.Platform.Web;

namespace Passerelle.Platform.Email;

/// <summary>The section «Email» of the settings. Without a host, mails become .eml files in the data folder.</summary>
public sealed class EmailOptions
{
    public string? Host { get; set; }
    public int Port { get; set; } = 587;
    public string? User { get; set; }
    public string? Password { get; set; }
    public string From { get; set; } = "Passerelle <no-reply@passerelle.invalid>";
    public bool Tls { get; set; } = true;
}

/// <summary>Sends what is queued, and tries again later what failed.</summary>
public sealed class MailSender(IServiceScopeFactory scopes, IOptions<EmailOptions> options, MailFolder folder, Vault vault, Readiness readiness, ILogger<MailSender> log) : BackgroundService
{
    /// <summary>So many are read at a time.</summary>
    private const int Batch = 100;

    private readonly SemaphoreSlim _one = new(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        do
        {
            try
            {
                await SendAll(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(e, "Sending mail failed");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Sends what is due. One at a time in a process: two would send the same mail.</summary>
    public async Task SendAll(CancellationToken stop)
    {
        await _one.WaitAsync(stop);
        try
        {
            while (await SendDue(stop) == Batch)
            {
                // A morning's digests are more than one batch.
            }
        }
        finally
        {
            _one.Release();
        }
    }

    public override void Dispose()
    {
        _one.Dispose();
        base.Dispose();
    }

    private async Task<int> SendDue(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var now = TimeProvider.System.GetUtcNow();
        var due = await db.Set<QueuedMail>()
            .Where(m => m.SentAt == null && m.Attempts < QueuedMail.MostAttempts && (m.NextTry == null || m.NextTry <= now))
            .OrderBy(m => m.Id).Take(Batch).ToListAsync(stop);
        foreach (var mail in due)
        {
            try
            {
                await Send(mail, stop);
                mail.Sent(now);
            }
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                mail.Attempts = IsFinal(e, mail) ? QueuedMail.MostAttempts : mail.Attempts + 1;
                mail.Error = e.Message;
                mail.NextTry = now.AddMinutes(Math.Pow(2, mail.Attempts));
                log.LogWarning(e, "Mail {Id} was not sent", mail.Id);
            }

            try
            {
                await db.SaveChangesAsync(stop);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Whom it was for erased the account meanwhile.
                db.Entry(mail).State = EntityState.Detached;
                folder.Remove([mail.Id]);
            }
        }

        return due.Count;
    }

    /// <summary>No such mailbox (RFC 5321, 550, 551 and 553), or an address that is none: trying again changes nothing.</summary>
    private static bool IsFinal(Exception e, QueuedMail mail) => !MailboxAddress.TryParse(mail.To, out var _)
        || e is SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted, StatusCode: SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.UserNotLocalTryAlternatePath or SmtpStatusCode.MailboxNameNotAllowed };

    private async Task Send(QueuedMail mail, CancellationToken stop)
    {
        var message = new MimeMessage { Subject = mail.Subject, MessageId = mail.MessageId };
        message.From.Add(MailboxAddress.Parse(options.Value.From));
        message.To.Add(MailboxAddress.Parse(mail.To));
        message.Headers.Add(HeaderId.ContentLanguage, mail.Language);
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        if (mail.Unsubscribe is { } address)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{address}>");
            message.Headers.Add(HeaderId.ListUnsubscribePost, SameSiteStep.OneClick);
        }

        var body = new BodyBuilder { HtmlBody = mail.Html, TextBody = mail.Text };
        foreach (var file in mail.Files)
        {
            var bytes = await vault.Get(file.Bytes, stop) ?? throw new InvalidOperationException($"«{file.Name}», which goes with this mail, is gone");
            body.Attachments.Add(file.Name, bytes, ContentType.Parse(file.ContentType));
        }

        message.Body = body.ToMessageBody();
        if (options.Value.Host is not { Length: > 0 } host)
        {
            await message.WriteToAsync(folder.FileOf(mail.Id), stop);
            return;
        }

        using var client = new SmtpClient();
        await client.ConnectAsync(host, options.Value.Port, options.Value.Tls ? SecureSocketOptions.StartTlsWhenAvailable : SecureSocketOptions.None, stop);
        if (options.Value.User is { Length: > 0 } user)
        {
            await client.AuthenticateAsync(user, options.Value.Password ?? "", stop);
        }

        await client.SendAsync(message, stop);
        await client.DisconnectAsync(quit: true, stop);
    }
}
