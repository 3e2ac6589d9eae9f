using System.Globalization;

namespace Passerelle.Kernels.Translation.Tbx;

/// <summary>The words of TBX-Basic for our statuses, and those that others write for them.</summary>
internal static class TbxWords
{
    public const string Space = "urn:iso:std:iso:30042:ed-2";
    public const string Subset = "projectSubset";
    private const string ReliabilityIs = "reliability:";

    public static string Write(TermStatus status) => status switch
    {
        TermStatus.Admitted => "admittedTerm-admn-sts",
        TermStatus.Forbidden => "deprecatedTerm-admn-sts",
        _ => "preferredTerm-admn-sts",
    };

    /// <summary>TBX: «preferredTerm-admn-sts» and others, in tables also «preferred». Null for a word that is none.</summary>
    public static TermStatus? Status(string? word)
    {
        var bare = (word ?? "").Trim().Replace("-admn-sts", "", StringComparison.OrdinalIgnoreCase).ToUpperInvariant();
        return (bare.EndsWith("TERM", StringComparison.Ordinal) ? bare[..^4] : bare) switch
        {
            "" or "PREFERRED" or "LEGAL" or "REGULATED" or "STANDARDIZED" => TermStatus.Preferred,
            "ADMITTED" => TermStatus.Admitted,
            "FORBIDDEN" or "DEPRECATED" or "SUPERSEDED" => TermStatus.Forbidden,
            _ => null,
        };
    }

    /// <summary>TBX-Basic has no category for it; «projectSubset» is the one that a house may use as it likes.</summary>
    public static string Write(TermReliability reliability) => ReliabilityIs + reliability.ToString().ToLowerInvariant();

    /// <summary>Ours, a word in a table, or the code from 1 to 10 of TBX («reliabilityCode», 10 the surest). Null for what is none.</summary>
    public static TermReliability? Reliability(string? word)
    {
        var bare = (word ?? "").Replace(ReliabilityIs, "", StringComparison.Ordinal).Trim().ToUpperInvariant();
        return int.TryParse(bare, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? code switch { > 8 => TermReliability.Official, > 4 => TermReliability.Attested, _ => TermReliability.Unsure }
            : bare switch
            {
                "" or "UNKNOWN" => TermReliability.Unknown,
                "UNSURE" or "PROPOSED" or "COMPOSED" or "LOW" => TermReliability.Unsure,
                "ATTESTED" or "MEDIUM" => TermReliability.Attested,
                "OFFICIAL" or "HIGH" => TermReliability.Official,
                _ => null,
            };
    }
}
