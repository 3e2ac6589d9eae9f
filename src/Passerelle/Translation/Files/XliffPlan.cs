namespace Passerelle.Translation.Files;

/// <summary>What a file would do to one segment.</summary>
/// <param name="Order">Which, from 0.</param>
/// <param name="Before">What it says now.</param>
/// <param name="After">What it would say.</param>
/// <param name="Confirms">Whether the translator of the file stands for it, and nothing speaks against it for sure.</param>
/// <param name="Faults">What does, in words: the segment is kept as begun then.</param>
/// <param name="Note">A remark that came with it.</param>
public sealed record PlannedSegment(int Order, string Source, string Before, string After, bool Confirms, IReadOnlyList<string> Faults, string? Note)
{
    /// <summary>Somebody wrote at the desk after the file went out: that stays, and the file's words become a remark.</summary>
    public bool IsLate { get; init; }
}

/// <summary>What a file would do to one text.</summary>
/// <param name="Unchanged">How many segments stay as they are.</param>
/// <param name="Emptied">How many came back without a translation that they had: they keep it.</param>
/// <param name="IsUnmarked">The file does not say any more which revision it was made from; its sources are those of now.</param>
public sealed record PlannedText(TextKey Key, string Name, string Source, IReadOnlyList<PlannedSegment> Segments, int Unchanged, int Emptied, bool IsUnmarked);

/// <summary>What a file, or a package of them, would do.</summary>
/// <param name="Texts">Those that can be taken.</param>
/// <param name="Refused">Those that cannot, with what is wrong and where.</param>
/// <param name="Apart">Those of other languages.</param>
/// <param name="Others">What else lay in the package.</param>
public sealed record XliffPlan(IReadOnlyList<PlannedText> Texts, IReadOnlyList<string> Refused, IReadOnlyList<string> Apart, IReadOnlyList<string> Others)
{
    public IEnumerable<PlannedSegment> Segments => Texts.SelectMany(t => t.Segments);

    public bool DoesNothing => !Segments.Any();
}
