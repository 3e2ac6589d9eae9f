using System.Text;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Platform.Web;

/// <summary>Health, sitemap, and the language switch.</summary>
internal static class MachineAddresses
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", async (Readiness readiness, PlatformDb db, HttpContext http) =>
        {
            try
            {
                if (readiness.IsReady && await db.Set<Setting>().AnyAsync(http.RequestAborted).WaitAsync(TimeSpan.FromSeconds(3)))
                {
                    return Results.Text("ready");
                }
            }
            catch (Exception e) when (e is not OperationCanceledException || !http.RequestAborted.IsCancellationRequested)
            {
                // The database is away: not ready.
            }

            return Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable);
        });
    }

    public static void MapSitemap(this WebApplication app, Registry registry, PlatformOptions options)
    {
        app.MapGet("/robots.txt", () => Results.Text(
            options.Demo ? "User-agent: *\nDisallow: /\n" : $"User-agent: *\nDisallow: /switch/\nSitemap: {options.PublicUrl}/sitemap.xml\n"));
        app.MapGet("/sitemap.xml", async (PlatformDb db, HttpContext http) =>
        {
            List<string> paths = ["/"];
            foreach (var list in registry.Sitemap)
            {
                paths.AddRange(await list(db, http.RequestAborted));
            }

            return Results.Bytes(Write(paths, options.PublicUrl), "application/xml; charset=utf-8");
        });
    }

    public static void MapLanguageSwitch(this WebApplication app) =>
        app.MapGet("/switch/{language}/{**path}", (string language, string? path, HttpContext http) =>
        {
            if (!Language.IsInterface(language))
            {
                return ErrorPage.Answer(404);
            }

            Remember(http, LanguageStep.InterfaceCookie, language);
            if (Language.Official.Contains(language))
            {
                Remember(http, LanguageStep.ContentCookie, language);
            }

            var target = "/" + language + (string.IsNullOrEmpty(path) ? "" : "/" + path.TrimStart('/'));
            return Results.LocalRedirect(Uri.EscapeDataString(target).Replace("%2F", "/", StringComparison.Ordinal) + http.Request.QueryString);
        });

    private static void Remember(HttpContext http, string cookie, string language) =>
        http.Response.Cookies.Append(cookie, language, new() { Path = "/", SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = http.Request.IsHttps, MaxAge = TimeSpan.FromDays(365) });

    private static byte[] Write(IEnumerable<string> paths, string url)
    {
        const string sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9", xhtml = "http://www.w3.org/1999/xhtml";
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("urlset", sitemap);
            xml.WriteAttributeString("xmlns", "xhtml", null, xhtml);
            foreach (var path in paths.Distinct(StringComparer.Ordinal))
            {
                foreach (var language in Language.All)
                {
                    xml.WriteStartElement("url", sitemap);
                    xml.WriteElementString("loc", sitemap, url + Href.In(language, path));
                    foreach (var other in Language.All)
                    {
                        Alternate(xml, xhtml, other, url + Href.In(other, path));
                    }

                    Alternate(xml, xhtml, "x-default", url + (path == "/" ? "/" : Href.In(Language.Official[0], path)));
                    xml.WriteEndElement();
                }
            }

            xml.WriteEndElement();
        }

        return stream.ToArray();
    }

    private static void Alternate(XmlWriter xml, string ns, string language, string address)
    {
        xml.WriteStartElement("xhtml", "link", ns);
        xml.WriteAttributeString("rel", "alternate");
        xml.WriteAttributeString("hreflang", language);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }
}
