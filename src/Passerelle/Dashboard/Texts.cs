using Passerelle.Platform.Localization;

namespace Passerelle.Dashboard;

internal static class Texts
{
    internal static TextSource Source { get; } = new(typeof(Texts));

    public static string T(string key, params object?[] args) => Source.Get(key, args);

    public static string N(string key, int count, params object?[] args) => Source.Count(key, count, args);

    /// <summary>The words that this reader sees, for titles and attributes.</summary>
    public static string Words(LocalizedText text) => text.Read(Language.Content).Value;

    /// <summary>Their language, where it is not that of the page.</summary>
    public static string? LangOf(LocalizedText text) =>
        text.Read(Language.Content).Language is var language && language == Language.Interface ? null : language;
}
