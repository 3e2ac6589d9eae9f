namespace Passerelle.Platform.Pack;

/// <summary>How sure a wording of the pack is.</summary>
internal static class Sure
{
    /// <summary>From sure to less sure.</summary>
    public static IReadOnlyList<string> Words { get; } = ["official", "attested", "composed", "proposed"];
}
