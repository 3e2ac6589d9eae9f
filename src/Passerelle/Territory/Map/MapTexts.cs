using Passerelle.Platform.Localization;

namespace Passerelle.Territory.Map;

/// <summary>The texts of the map.</summary>
internal static class MapTexts
{
    private static readonly TextSource Source = new(typeof(MapTexts));

    public static string T(string key, params object?[] args) => Source.Get(key, args);
}
