using Passerelle.Platform.Localization;

namespace Passerelle.Platform.Web.Components;

/// <summary>The texts that the shared components say by themselves.</summary>
internal static class ComponentTexts
{
    private static readonly TextSource Source = new(typeof(ComponentTexts));

    public static string T(string key, params object?[] args) => Source.Get(key, args);

    public static string N(string key, int count, params object?[] args) => Source.Count(key, count, args);
}
