namespace Passerelle.Kernels.Translation;

/// <summary>Language tags as files write them («fr-BE», «NL_be», «fra»), and the language that is meant.</summary>
public static class Language
{
    private static readonly Dictionary<string, string> Longer = new(StringComparer.Ordinal)
    {
        ["fra"] = "fr",
        ["fre"] = "fr",
        ["nld"] = "nl",
        ["dut"] = "nl",
        ["eng"] = "en",
        ["deu"] = "de",
        ["ger"] = "de",
    };

    /// <summary>The primary subtag, two letters where there are two: «fr» of «fr-BE». Null when the tag is none.</summary>
    public static string? Of(string? tag)
    {
        var primary = tag?.Split('-', '_')[0].Trim().ToLowerInvariant() ?? "";
        return primary.Length is < 2 or > 3 || !primary.All(char.IsAsciiLetter) ? null : Longer.GetValueOrDefault(primary, primary);
    }
}
