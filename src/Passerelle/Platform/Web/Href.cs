using Passerelle.Platform.Localization;

namespace Passerelle.Platform.Web;

/// <summary>Addresses within the site, in the reader's language.</summary>
public static class Href
{
    public static string To(string path) => In(Language.Interface, path);

    public static string In(string language, string path) => "/" + language + (path == "/" ? "" : path);
}
