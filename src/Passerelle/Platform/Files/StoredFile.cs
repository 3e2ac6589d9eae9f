namespace Passerelle.Platform.Files;

/// <summary>A file that was uploaded: its bytes lie in the data folder under its id, outside the web root.</summary>
public sealed class StoredFile
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The name it is offered under, without any folder.</summary>
    public required string Name { get; init; }

    /// <summary>Judged by content.</summary>
    public required string ContentType { get; init; }
    public required long Size { get; init; }
    public required string Sha256 { get; init; }
    public required Guid? UploadedBy { get; init; }
    public required DateTimeOffset UploadedAt { get; init; }
}
