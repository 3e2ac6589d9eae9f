using Passerelle.Platform.Localization;

namespace Passerelle.Translation;

internal static class Texts
{
    internal static TextSource Source { get; } = new(typeof(Texts));

    public static string T(string key, params object?[] args) => Source.Get(key, args);

    public static string N(string key, int count, params object?[] args) => Source.Count(key, count, args);
}
