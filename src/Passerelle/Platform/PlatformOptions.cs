using Passerelle.Platform.Localization;

namespace Passerelle.Platform;

/// <summary>What the operator and the pack decide.</summary>
public sealed class PlatformOptions
{
    /// <summary>True when invented people may be signed in with one button and the clock may be moved.</summary>
    public bool Demo { get; init; }

    /// <summary>The folder of the data pack.</summary>
    public required string PackFolder { get; init; }

    /// <summary>The address that mails and feeds name, such as https://passerelle.example.</summary>
    public string PublicUrl { get; set; } = "http://localhost:5080";

    /// <summary>The grouping's name; the pack sets it.</summary>
    public LocalizedText GroupingName { get; set; } = LocalizedText.Of("fr", ("fr", "Passerelle"), ("nl", "Passerelle"));

    /// <summary>The largest file that may be uploaded, in bytes.</summary>
    public long UploadLimit { get; set; } = 25 * 1024 * 1024;
}
