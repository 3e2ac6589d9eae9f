using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Xliff;

/// <summary>A segment that came back otherwise than it was sent.</summary>
/// <param name="Original">Which text.</param>
/// <param name="Unit">Which unit of it.</param>
/// <param name="Segment">Which segment of that.</param>
/// <param name="Before">The target as it was sent; null without one.</param>
/// <param name="After">The target as it came back.</param>
/// <param name="StateBefore">The state as it was sent.</param>
/// <param name="State">The state as it came back.</param>
/// <param name="Note">The remark that came back.</param>
public sealed record XliffChange(string Original, string Unit, string Segment, string? Before, string After, XliffState StateBefore, XliffState State, string? Note)
{
    /// <summary>Whether the text changed, and not the state alone.</summary>
    public bool IsNewText => Before != After;
}

/// <summary>
/// What a translator's file brings back. A file of a text that was not sent, of another revision, or with sources or units
/// that are not those sent is refused as a whole; files that were sent and did not come back are said.
/// </summary>
/// <param name="Changed">Targets and states that differ from those sent, in the order of the file.</param>
/// <param name="Emptied">Segments whose target is gone: nothing follows from that, as a tool may have dropped it. As «original, unit, segment».</param>
/// <param name="Missing">Texts that were sent and are not in the file.</param>
/// <param name="Apart">Files in languages that were not sent («original, source language, target language»); they are left alone.</param>
/// <param name="Unmarked">Texts whose revision the file does not tell any more; their sources are those sent.</param>
public sealed record XliffReturn(
    IReadOnlyList<XliffChange> Changed,
    IReadOnlyList<(string Original, string Unit, string Segment)> Emptied,
    IReadOnlyList<string> Missing,
    IReadOnlyList<(string Original, string SourceLanguage, string TargetLanguage)> Apart,
    IReadOnlyList<string> Unmarked)
{
    /// <summary>Compares what came back with what was sent, or would be sent now.</summary>
    /// <exception cref="WrongFile">See the summary of the class.</exception>
    public static XliffReturn Compare(XliffDocument sent, XliffDocument received)
    {
        var pairs = sent.Files.Select(Pair).ToHashSet();
        var files = received.Files.ToLookup(f => pairs.Contains(Pair(f)));
        List<XliffChange> changed = [];
        List<(string, string, string)> emptied = [];
        List<string> unmarked = [];
        List<XliffFile> found = [];
        foreach (var file in files[true])
        {
            var ours = Ours(sent, file);
            if (found.Contains(ours))
            {
                throw new WrongFile(Faults.Duplicate, [ours.Original]);
            }

            found.Add(ours);
            if (file.Revision.Length == 0)
            {
                unmarked.Add(ours.Original);
            }

            foreach (var (before, after, unit) in Segments(ours, file))
            {
                var target = after.Target is null ? null : Tidy(after.Target, before);
                if (target is null)
                {
                    emptied.AddRange(before.Target is null ? [] : [(ours.Original, unit.Id, before.Id)]);
                }
                else if (target != before.Target || after.State != before.State)
                {
                    changed.Add(new(ours.Original, unit.Id, before.Id, before.Target, target, before.State, after.State, after.Note));
                }
            }
        }

        return new(changed, emptied, [.. sent.Files.Except(found).Select(f => f.Original)], [.. files[false].Select(f => (f.Original, f.SourceLanguage, f.TargetLanguage))], unmarked);
    }

    /// <summary>A text without white space: some tools indent what is inside a segment, whatever «xml:space» says.</summary>
    internal static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>The target without line breaks that a tool put in; where only those make the difference, as it was.</summary>
    private static string Tidy(string target, XliffSegment before)
    {
        if (!target.Contains('\n', StringComparison.Ordinal) || before.Source.Contains('\n', StringComparison.Ordinal))
        {
            return target;
        }

        return before.Target is { } was && Bare(was) == Bare(target) ? was : string.Join(' ', target.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    private static XliffFile Ours(XliffDocument sent, XliffFile file)
    {
        var ours = sent.Files.FirstOrDefault(f => Pair(f) == Pair(file) && (file.Original.Length > 0 ? f.Original == file.Original : f.Id == file.Id))
            ?? throw new WrongFile(Faults.OtherText, [string.Join(", ", sent.Files.Select(f => f.Original)), file.Original]);
        return file.Revision.Length == 0 || file.Revision == ours.Revision ? ours : throw new WrongFile(Faults.OtherRevision, [ours.Original, ours.Revision, file.Revision]);
    }

    private static IEnumerable<(XliffSegment Before, XliffSegment After, XliffUnit Unit)> Segments(XliffFile sent, XliffFile received)
    {
        var units = sent.Units.ToDictionary(u => u.Id, StringComparer.Ordinal);
        foreach (var unit in received.Units)
        {
            if (!units.Remove(unit.Id, out var ours))
            {
                throw Wrong(unit, Faults.UnitUnknown, sent.Original, unit.Id, "");
            }

            var segments = ours.Segments.ToDictionary(s => s.Id, StringComparer.Ordinal);
            foreach (var (at, segment) in unit.Segments.Index())
            {
                var id = unit.IsByOrder && at < ours.Segments.Count ? ours.Segments[at].Id : segment.Id;
                if (!segments.Remove(id, out var before))
                {
                    throw Wrong(unit, Faults.UnitUnknown, sent.Original, unit.Id, segment.Id);
                }

                if (Bare(before.Source) != Bare(segment.Source))
                {
                    throw Differs(sent, received, unit, id);
                }

                yield return (before, segment, unit);
            }

            if (segments.Count > 0)
            {
                throw Wrong(unit, Faults.UnitMissing, sent.Original, unit.Id, segments.Keys.First());
            }
        }

        if (units.Count > 0)
        {
            throw new WrongFile(Faults.UnitMissing, [sent.Original, units.Keys.First(), ""]);
        }
    }

    // A unit whose mark agrees with its sources was made so: the text is of another day. One whose mark does not was changed outside.
    private static WrongFile Differs(XliffFile sent, XliffFile received, XliffUnit unit, string segment) =>
        unit.Mark == XliffUnit.MarkOf(unit.Segments)
            ? Wrong(unit, Faults.OtherRevision, sent.Original, sent.Revision, received.Revision)
            : Wrong(unit, Faults.SourceChanged, sent.Original, unit.Id, segment);

    private static WrongFile Wrong(XliffUnit unit, string id, params IReadOnlyList<string> arguments) =>
        new(id, arguments, unit.Place?.Line ?? 0, unit.Place?.Column ?? 0, unit.Place?.Path ?? "");

    private static (string?, string?) Pair(XliffFile file) => (Language.Of(file.SourceLanguage), Language.Of(file.TargetLanguage));
}
