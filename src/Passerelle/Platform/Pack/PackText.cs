using Passerelle.Platform.Localization;

namespace Passerelle.Platform.Pack;

/// <summary>A text of the pack: {"source":"fr","fr":"…","nl":"…","states":{"nl":"Draft"},"stale":["nl"]}.</summary>
internal static class PackText
{
    private static readonly string[] States = [nameof(TextState.Machine), nameof(TextState.Draft), nameof(TextState.Proofread), nameof(TextState.Approved)];

    public static LocalizedText Read(PackItem text)
    {
        text.Keys(["source", "states", "stale", .. Language.Official]);
        var source = text.OneOf("source", "language", Language.Official);
        var present = Language.Official.Where(text.Has).ToList();
        List<string> translated = [.. present.Where(l => l != source)];
        if (source.Length > 0 && !present.Contains(source))
        {
            text.Fail($"the text has no version in its source language «{source}»");
        }

        foreach (var missing in text.IsDemonstration ? [] : Language.Official.Except(present))
        {
            text.Fail($"missing language «{missing}»");
        }

        var stale = text.Words("stale", "translation", translated.Contains);
        var revision = stale.Count > 0 ? 2 : 1;
        var states = StatesIn(text, translated);
        return LocalizedText.Restore(source, revision, [.. present.Select(l => new TextVersion(l, text.Paragraphs(l), l == source ? TextState.Approved : states(l), stale.Contains(l) ? revision - 1 : revision))]);
    }

    private static Func<string, TextState> StatesIn(PackItem text, List<string> translated)
    {
        var usual = text.IsDemonstration ? TextState.Proofread : TextState.Approved;
        var named = text.Item("states")?.Keys(translated);
        return language => named?.Has(language) == true && Enum.TryParse<TextState>(named.OneOf(language, "state", States), out var state) ? state : usual;
    }
}
