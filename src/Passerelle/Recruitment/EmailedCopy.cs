using MimeKit;
using MimeKit.Utils;
using Passerelle.Platform.Files;

namespace Passerelle.Recruitment;

/// <summary>A mail as a file (.eml): when the server received it, and the PDF files attached to it.</summary>
/// <param name="ReceivedAt">By the newest «Received» line, which our own server wrote; null where there is none.</param>
public sealed record EmailedCopy(DateTimeOffset? ReceivedAt, IReadOnlyList<EmailedFile> Files)
{
    private const int MostFiles = 20;

    /// <summary>Null when it is no mail. The date that the sender's program wrote proves nothing and is not read.</summary>
    public static async Task<EmailedCopy?> Read(Stream eml, long mostBytes, CancellationToken stop)
    {
        try
        {
            using var mail = await MimeMessage.LoadAsync(eml, stop);
            if (mail.Headers.Count == 0 || mail.Body is null)
            {
                return null;
            }

            List<EmailedFile> files = [];
            foreach (var part in mail.BodyParts.OfType<MimePart>().Where(IsDocument).Take(MostFiles))
            {
                using var bytes = new MemoryStream();
                await part.Content!.DecodeToAsync(bytes, stop);
                if (bytes.Length <= mostBytes)
                {
                    files.Add(new(FileStore.NameOf(part.FileName ?? "document.pdf"), bytes.ToArray()));
                }
            }

            return new(Received(mail), files);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>What a person attached, even where their program shows it in the text; no signature, card or picture.</summary>
    private static bool IsDocument(MimePart part) => part.Content is not null && (part.IsAttachment || part.ContentType.IsMimeType("application", "pdf"))
        && part.ContentType is { MediaType: not "image" } type && !type.MediaSubtype.Contains("signature", StringComparison.OrdinalIgnoreCase) && !type.MediaSubtype.Contains("vcard", StringComparison.OrdinalIgnoreCase);

    private static DateTimeOffset? Received(MimeMessage mail) =>
        mail.Headers.FirstOrDefault(h => h.Id == HeaderId.Received)?.Value is { } line && line.LastIndexOf(';') is > 0 and var at && DateUtils.TryParse(line[(at + 1)..], out var received) ? received : null;
}

/// <summary>A file that came with a mail. Which document it is, its name may tell.</summary>
public sealed record EmailedFile(string Name, byte[] Bytes)
{
    private static readonly string[] OfCv = ["cv", "curriculum", "vitae", "resume", "levensloop"];

    public bool LooksLikeCv => OfCv.Any(w => Name.Contains(w, StringComparison.OrdinalIgnoreCase));
}
