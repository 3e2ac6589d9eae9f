using System.Text.Json;
using Passerelle.Platform.Files;

namespace Passerelle.Platform.Email;

/// <summary>A file that goes along with a mail, byte for byte as it lies in the vault.</summary>
public sealed record MailFile(string Name, string ContentType, VaultName Bytes);

/// <summary>
/// A mail to send, written in the transaction of the act that causes it. Once sent its words are forgotten, since they
/// hold links that sign in and names: the subject and the hour stay, for <see cref="DaysKept"/> days.
/// </summary>
public sealed class QueuedMail
{
    public const int MostAttempts = 10;
    public const int DaysKept = 30;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string To { get; init; }
    public required string Language { get; init; }
    public required string Subject { get; init; }
    public required string Html { get; set; }
    public required string Text { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The address by which a mail program ends what its reader subscribed to.</summary>
    public string? Unsubscribe { get; set; }

    /// <summary>Which files go along, as JSON; null for none. Only where they lie is written here, not what is in them.</summary>
    public string? Attached { get; private set; }

    public IReadOnlyList<MailFile> Files => Attached is null ? [] : JsonSerializer.Deserialize<List<MailFile>>(Attached) ?? [];

    /// <summary>The thing it is about, where what is written about it must be forgotten with it.</summary>
    public Guid? About { get; set; }

    /// <summary>The name under which mail programs know it.</summary>
    public string MessageId => $"{Id:N}@passerelle";

    public DateTimeOffset? SentAt { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset? NextTry { get; set; }
    public string? Error { get; set; }

    public void Attach(IReadOnlyList<MailFile> files) => Attached = files.Count == 0 ? null : JsonSerializer.Serialize(files);

    /// <summary>The same once more, to another address.</summary>
    public QueuedMail AgainTo(string address, DateTimeOffset at) => new()
    {
        To = address,
        Language = Language,
        Subject = Subject,
        Html = Html,
        Text = Text,
        CreatedAt = at,
        Unsubscribe = Unsubscribe,
        About = About,
        Attached = Attached,
    };

    public void Sent(DateTimeOffset at) => (SentAt, Error, Html, Text, Unsubscribe) = (at, null, "", "", null);
}
