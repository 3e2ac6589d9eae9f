using Passerelle.Platform.Email;

namespace Passerelle.Tests.Host;

/// <summary>A mail as its reader has it: the words are the outbox's until it is sent, then those of its file.</summary>
public sealed record ReadMail(Guid Id, string Language, string Subject, string Html, string Text, DateTimeOffset CreatedAt)
{
    internal static async Task<ReadMail> Of(QueuedMail mail, MailFolder folder)
    {
        if (mail.SentAt is null)
        {
            return new(mail.Id, mail.Language, mail.Subject, mail.Html, mail.Text, mail.CreatedAt);
        }

        var file = await folder.Read(mail.Id);
        return new(mail.Id, mail.Language, mail.Subject, file?.HtmlBody ?? "", (file?.TextBody ?? "").ReplaceLineEndings("\n"), mail.CreatedAt);
    }
}
