using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Passerelle.Platform.Localization;

namespace Passerelle.Platform.Web;

/// <summary>
/// Sets the languages from the address before routing, and sends «/» to the language chosen last, else to the
/// browser's. The cookie is set by the language switch alone.
/// </summary>
public sealed class LanguageStep(RequestDelegate next)
{
    public const string InterfaceCookie = "passerelle-language";
    public const string ContentCookie = "passerelle-texts";

    public Task Invoke(HttpContext http, Visit visit)
    {
        var path = http.Request.Path.Value ?? "/";
        var end = path.IndexOf('/', 1);
        var first = (end < 0 ? path[1..] : path[1..end]).ToLowerInvariant(); // routing takes /FR as well
        var isPage = Language.IsInterface(first);
        var language = isPage ? first : Preferred(http);
        Language.Set(language, Content(http));
        visit.Begin(http, isPage ? (end < 0 ? "/" : Untrailed(path[end..])) : path);
        if (path == "/" && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)))
        {
            http.Response.StatusCode = StatusCodes.Status302Found;
            http.Response.Headers.Location = "/" + language;
            http.Response.Headers.Vary = new StringValues([HeaderNames.AcceptLanguage, HeaderNames.Cookie]);
            return Task.CompletedTask;
        }

        return next(http);
    }

    /// <summary>One page, one canonical address: /fr/groups/ is /fr/groups.</summary>
    private static string Untrailed(string path) => path.TrimEnd('/') is { Length: > 0 } kept ? kept : "/";

    /// <summary>The official language in which texts appear on /en.</summary>
    public static string Content(HttpContext http) =>
        http.Request.Cookies[ContentCookie] is { } chosen && Language.Official.Contains(chosen) ? chosen
        : Accepted(http).FirstOrDefault(Language.Official.Contains) ?? Language.Official[0];

    private static string Preferred(HttpContext http) =>
        http.Request.Cookies[InterfaceCookie] is { } chosen && Language.IsInterface(chosen) ? chosen
        : Accepted(http).FirstOrDefault(Language.IsInterface) ?? Language.Official[0];

    private static IEnumerable<string> Accepted(HttpContext http) =>
        http.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.Value?.Split('-')[0].ToLowerInvariant() ?? "");
}
