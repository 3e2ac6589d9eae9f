using Passerelle.Kernels.Translation.Segmentation;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Translation;

/// <summary>What a text waits for.</summary>
public enum Step
{
    Translate,
    Proofread,
    Approve,
    Done,
}

/// <summary>
/// The work of translating one text into one language (unité de traduction, vertaaleenheid). It begins with the first
/// act, follows its text, and keeps what nobody but the translators sees. Its acts stand by subject in the other parts
/// of this class: who works on it, the words, what becomes of them when the text changes.
/// </summary>
public sealed partial class TranslationUnit : Root
{
    private TranslationUnit()
    {
    }

    public string Owner { get; private set; } = "";
    public Guid OwnerId { get; private set; }
    public string Property { get; private set; } = "";
    public string Language { get; private set; } = "";

    /// <summary>The revision of the text whose segments these are.</summary>
    public int Revision { get; private set; }

    /// <summary>The version that readers have had since the desk last looked; null before there was one.</summary>
    public string? Published { get; private set; }
    public List<UnitSegment> Segments { get; private set; } = [];
    public List<SegmentNote> Notes { get; private set; } = [];
    public List<Dismissal> Dismissals { get; private set; } = [];
    public DateTimeOffset BeganAt { get; private set; }
    public DateTimeOffset? HandedInAt { get; private set; }
    public Guid? HandedInBy { get; private set; }
    public DateTimeOffset? ReadAt { get; private set; }
    public Guid? ReadBy { get; private set; }

    public TextKey Key => new(Owner, OwnerId, Property, Language);

    /// <summary>Since when somebody writes in it though its text waited for nothing; null once that is handed in.</summary>
    public DateTimeOffset? CorrectedAt { get; private set; }

    public bool IsCorrected => CorrectedAt is not null;

    public int Left => Segments.Count(s => !s.IsDone);

    protected override string Kind => "translation";

    /// <summary>The unit of a text on which nobody has worked yet: what there is of a translation is laid beside its source.</summary>
    public static TranslationUnit Of(DeskText text, DateTimeOffset now)
    {
        var unit = new TranslationUnit { Owner = text.Key.Owner, OwnerId = text.Key.OwnerId, Property = text.Key.Property, Language = text.Language, BeganAt = now };
        unit.Segments = Laid(text, text.SourceThen);
        unit.Published = text.Version?.Value;
        unit.Turn(text);
        return unit;
    }

    /// <summary>The one place that says what a text waits for, by the version that its readers have.</summary>
    public static Step StepOf(TextState state, bool stale, TextState lowest) => stale || state < TextState.Draft ? Step.Translate
        : state < TextState.Proofread ? Step.Proofread
        : state < lowest ? Step.Approve
        : Step.Done;

    /// <summary>The version's words beside what they translate. Of an unknown source each segment is taken for changed.</summary>
    private static List<UnitSegment> Laid(DeskText text, string? then)
    {
        if (text.Version is not { } version)
        {
            return [.. text.Source.Segments.Select((source, i) => new UnitSegment(i, source, "", SegmentState.Missing))];
        }

        var sources = (then is null ? text.Source : text.Split(then, text.Text.Source)).Segments;
        var targets = Alignment.Pair(sources, text.Split(version.Value, version.Language).Segments);
        var state = then is null ? SegmentState.Begun : version.State switch
        {
            TextState.Machine => SegmentState.Machine,
            TextState.Draft => SegmentState.Translated,
            _ => SegmentState.Proofread,
        };
        return [.. sources.Select((source, i) => new UnitSegment(i, source, targets[i], state, then is null && targets[i].Length > 0 ? "" : null, text.Author))];
    }
}
