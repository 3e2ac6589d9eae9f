using Passerelle.Platform.Localization;

namespace Passerelle.Platform.Data;

/// <summary>
/// One row for each text and language: what search, sorting and the translation queue read, written in the same
/// save as the text itself and rebuilt by a command.
/// </summary>
public sealed class TextIndexRow
{
    public required string Owner { get; init; }
    public required Guid OwnerId { get; init; }
    public required string Property { get; init; }
    public required string Language { get; init; }
    public required bool IsSource { get; init; }
    public required TextState State { get; init; }
    public required bool Stale { get; init; }

    /// <summary>The words of the source, which every version of it is to say.</summary>
    public required int SourceWords { get; init; }
    public required int Words { get; init; }

    /// <summary>What is searched; of a version that waits its own words and the source's, for whoever is to translate it.</summary>
    public required string Folded { get; init; }

    /// <summary>A version in an official language that translators have not done with.</summary>
    public required bool Waits { get; init; }
    public required Readers Readers { get; init; }
    public required DateOnly? WantedBy { get; init; }
    public required Guid? PartOf { get; init; }

    /// <summary>The rows of one text: one for each official language, and the source's even if it is another.</summary>
    public static IEnumerable<TextIndexRow> Of(object thing, Guid id, string property, LocalizedText text)
    {
        var (readers, wanted, part, done) = thing is IHasReaders says ? (says.Readers, says.WantedBy, says.PartOf, DoneAt(says)) : (Readers.Inside, null, null, TextState.Proofread);
        return text.IsEmpty ? [] : Localization.Language.Official.Append(text.Source).Distinct().Select(language =>
        {
            var value = text.In(language)?.Value ?? "";
            var waits = Localization.Language.Official.Contains(language) && !text.IsReady(language, done);
            return new TextIndexRow
            {
                Owner = thing.GetType().Name,
                OwnerId = id,
                Property = property,
                Language = language,
                IsSource = language == text.Source,
                State = text.StateIn(language),
                Stale = text.IsStale(language),
                SourceWords = WordCount.Of(text.SourceValue),
                Words = WordCount.Of(value),
                Folded = Fold.Of(waits ? $"{value} {text.SourceValue}" : value),
                Waits = waits,
                Readers = readers,
                WantedBy = wanted,
                PartOf = part,
            };
        });
    }

    /// <summary>A second reader has seen it, and where the kind of text asks for more, its owner approved it.</summary>
    private static TextState DoneAt(IHasReaders thing) => thing.Lowest > TextState.Proofread ? thing.Lowest : TextState.Proofread;
}
