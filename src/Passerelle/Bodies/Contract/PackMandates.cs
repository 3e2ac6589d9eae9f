using Passerelle.Platform.Pack;

namespace Passerelle.Bodies.Contract;

/// <summary>The demonstration's people who have, or had, a local mandate.</summary>
public static class PackMandates
{
    public const string File = "demo/mandates.csv";

    /// <summary>Their slugs. What is wrong with the file is noted once, by Bodies.</summary>
    public static IReadOnlySet<string> People(PackFolder pack) => pack.Peek(File).Select(row => row["person"]).ToHashSet(StringComparer.Ordinal);
}
