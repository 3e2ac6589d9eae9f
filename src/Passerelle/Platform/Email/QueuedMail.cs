namespace Passerelle.Platform.Email;

/// <summary>A mail to send, written in the transaction of the act that causes it.</summary>
public sealed class QueuedMail
{
    public const int MostAttempts = 10;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string To { get; init; }
    public required string Language { get; init; }
    public required string Subject { get; init; }
    public required string Html { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? SentAt { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset? NextTry { get; set; }
    public string? Error { get; set; }
}
