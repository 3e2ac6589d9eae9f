namespace Passerelle.Platform.Email;

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
    public DateTimeOffset? SentAt { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset? NextTry { get; set; }
    public string? Error { get; set; }

    public void Sent(DateTimeOffset at) => (SentAt, Error, Html, Text, Unsubscribe) = (at, null, "", "", null);
}
