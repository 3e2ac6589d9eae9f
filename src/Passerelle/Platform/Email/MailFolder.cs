using MimeKit;
using Passerelle.Platform.Data;

namespace Passerelle.Platform.Email;

/// <summary>Mails as files in the data folder, where no SMTP server takes them.</summary>
public sealed class MailFolder(DataFolder folder)
{
    public string FileOf(Guid mail) => Path.Combine(folder.Sub("mail"), $"{mail:N}.eml");

    /// <summary>What a mail said; nothing when it was not written here, or is gone.</summary>
    public async Task<MimeMessage?> Read(Guid mail, CancellationToken stop = default) =>
        File.Exists(FileOf(mail)) ? await MimeMessage.LoadAsync(FileOf(mail), stop) : null;

    public void Remove(IEnumerable<Guid> mails)
    {
        foreach (var mail in mails)
        {
            File.Delete(FileOf(mail));
        }
    }
}
