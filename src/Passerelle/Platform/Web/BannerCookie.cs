using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Passerelle.Platform.Web;

/// <summary>Carries the banner of an act to the page that follows it, once.</summary>
internal static class BannerCookie
{
    public const string Name = "passerelle-banner";

    public static void Write(HttpContext http, FrameBanner banner) =>
        http.Response.Cookies.Append(Name, Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(banner)), Options(http));

    public static FrameBanner? Take(HttpContext http)
    {
        if (http.Request.Cookies[Name] is not { } value)
        {
            return null;
        }

        http.Response.Cookies.Delete(Name, Options(http));
        try
        {
            var banner = JsonSerializer.Deserialize<FrameBanner>(Base64Url.DecodeFromChars(value));
            return banner is { Text.Length: < 500 } && IsOurs(banner.LinkHref) ? banner : null;
        }
        catch (Exception e) when (e is JsonException or FormatException or DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>No link, or one within this site: browsers read «/\» and «/ tab /» as «//».</summary>
    private static bool IsOurs(string? href) =>
        href is null || (href.StartsWith('/') && !href.StartsWith("//", StringComparison.Ordinal) && !href.Any(c => c == '\\' || char.IsControl(c)));

    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        Path = "/",
        MaxAge = TimeSpan.FromMinutes(2),
    };
}

/// <summary>Takes the banner of the last act to the page that is opened now.</summary>
internal sealed class BannerStep(RequestDelegate next)
{
    public Task Invoke(HttpContext http, Visit visit)
    {
        // Only a page under a language shows it; a download or a fetch leaves it for the page.
        if (HttpMethods.IsGet(http.Request.Method) && visit.Path != http.Request.Path.Value
            && !http.Request.Headers.Accept.ToString().StartsWith("application/", StringComparison.Ordinal))
        {
            visit.Banner ??= BannerCookie.Take(http);
        }

        return next(http);
    }
}
