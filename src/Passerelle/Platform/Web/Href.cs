using Passerelle.Platform.Localization;

namespace Passerelle.Platform.Web;

/// <summary>Root-absolute addresses in the reader's interface language.</summary>
public static class Href
{
    public static string To(string path) => In(Language.Interface, path);

    public static string In(string language, string path) => "/" + language + (path == "/" ? "" : path);
}
