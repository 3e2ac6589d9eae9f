using Passerelle.Platform.Localization;

namespace Passerelle.Platform.Web;

/// <summary>The texts of the frame and the shared components.</summary>
internal static class WebTexts
{
    private static readonly TextSource Source = new(typeof(WebTexts));

    public static string T(string key, params object?[] args) => Source.Get(key, args);

    public static string N(string key, int count, params object?[] args) => Source.Count(key, count, args);
}
