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
    public required int Words { get; init; }
    public required string Folded { get; init; }

    /// <summary>The rows of one text: one for each official language, and the source's even if it is another.</summary>
    public static IEnumerable<TextIndexRow> Of(string owner, Guid id, string property, LocalizedText text) =>
        text.IsEmpty ? [] : Localization.Language.Official.Append(text.Source).Distinct().Select(language =>
        {
            var value = text.In(language)?.Value ?? "";
            return new TextIndexRow
            {
                Owner = owner,
                OwnerId = id,
                Property = property,
                Language = language,
                IsSource = language == text.Source,
                State = text.StateIn(language),
                Stale = text.IsStale(language),
                Words = value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length,
                Folded = Fold.Of(value),
            };
        });
}
