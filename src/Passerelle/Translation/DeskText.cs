using Passerelle.Kernels.Translation.Segmentation;
using Passerelle.Platform.Localization;

namespace Passerelle.Translation;

/// <summary>A text as it stands with its readers, for those who translate it.</summary>
/// <param name="Key">Which text, into which language.</param>
/// <param name="Text">The text.</param>
/// <param name="IsMarkdown">Whether it is written in Markdown.</param>
/// <param name="Readers">Who reads it.</param>
/// <param name="Lowest">The lowest state in which everybody may read it.</param>
/// <param name="Author">Who last wrote in the thing: of a draft that no translator made, the one who typed it.</param>
public sealed record DeskText(TextKey Key, LocalizedText Text, bool IsMarkdown, Readers Readers, TextState Lowest, Guid? Author)
{
    private SegmentedText? _source;

    public string Language => Key.Language;

    public int Revision => Text.Revision;

    public TextVersion? Version => Text.In(Key.Language);

    public SegmentedText Source => _source ??= Split(Text.SourceValue, Text.Source);

    /// <summary>What the present version translates; null where nobody kept it.</summary>
    public string? SourceThen => Version is null ? null : !Text.IsStale(Key.Language) ? Text.SourceValue : Version.SourceThen;

    public SegmentedText Split(string text, string language) =>
        Segmenter.Default.Split(text, language, IsMarkdown ? TextForm.Markdown : TextForm.Plain);
}
