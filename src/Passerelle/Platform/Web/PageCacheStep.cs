using Microsoft.Extensions.Caching.Memory;
using Microsoft.Net.Http.Headers;
using Passerelle.Platform.Localization;

namespace Passerelle.Platform.Web;

/// <summary>
/// Keeps pages for anonymous readers. It stands before everything else, so that a hit costs a look-up and a write.
/// A request with any of our cookies of a person, or an answer that sets one, passes by.
/// </summary>
public sealed class PageCacheStep(RequestDelegate next, Generations generations, Clock clock) : IDisposable
{
    private const long MostBytes = 64 * 1024 * 1024;
    private const int UsualBytes = 32 * 1024;
    private readonly MemoryCache _pages = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    public Task Invoke(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) || IsPersonal(http.Request))
        {
            return next(http);
        }

        var key = KeyOf(http);
        return _pages.TryGetValue(key, out Kept? kept) && generations.Of(kept!.Tags) == kept.Generation && clock.Today == kept.Day
            ? kept.Send(http.Response)
            : RenderAndKeep(http, key);
    }

    public void Dispose() => _pages.Dispose();

    private static bool IsPersonal(HttpRequest request) =>
        request.Headers.ContainsKey(HeaderNames.Cookie)
        && (request.Cookies.ContainsKey("passerelle") || request.Cookies.ContainsKey(BannerCookie.Name));

    private static (bool Https, string Path, string Query, string Content, string Encoding) KeyOf(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "/";
        var accepts = http.Request.Headers.AcceptEncoding.ToString();
        var encoding = accepts.Contains("br", StringComparison.Ordinal) ? "br" : accepts.Contains("gzip", StringComparison.Ordinal) ? "gzip" : "";
        return (http.Request.IsHttps, path, http.Request.QueryString.Value ?? "", path.StartsWith("/en", StringComparison.OrdinalIgnoreCase) ? LanguageStep.Content(http) : "", encoding);
    }

    private async Task RenderAndKeep(HttpContext http, object key)
    {
        // Which tags the page has is known only after routing: every counter is read before, and those that matter compared.
        var before = new Snapshot(generations);
        var body = http.Response.Body;
        using var copy = new MemoryStream(UsualBytes);
        http.Response.Body = copy;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = body;
        }

        if (http.Response.StatusCode == StatusCodes.Status200OK)
        {
            http.Response.ContentLength ??= copy.Length;
        }

        if (http.GetEndpoint()?.Metadata.GetMetadata<CachedPage>() is { } cached
            && http.Response.StatusCode == StatusCodes.Status200OK
            && !http.Response.Headers.ContainsKey(HeaderNames.SetCookie)
            && before.Of(cached.Tags) is var generation
            && generation == generations.Of(cached.Tags))
        {
            var bytes = copy.ToArray();
            http.Response.Headers.CacheControl = "no-cache";
            var kept = new Kept(bytes, [.. http.Response.Headers.Select(h => KeyValuePair.Create(h.Key, h.Value))], cached.Tags, generation, clock.Today);
            _pages.Set(key, kept, new MemoryCacheEntryOptions { Size = bytes.Length + 1024, SlidingExpiration = TimeSpan.FromMinutes(30) });
        }

        await body.WriteAsync(copy.GetBuffer().AsMemory(0, (int)copy.Length), http.RequestAborted);
    }

    private sealed class Snapshot(Generations generations)
    {
        private readonly IReadOnlyDictionary<string, long> _counters = generations.All();
        private readonly long _all = generations.OfAll;

        public long Of(IReadOnlyList<string> tags) => _all + tags.Sum(t => _counters.GetValueOrDefault(t));
    }

    private sealed record Kept(byte[] Body, KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>[] Headers, IReadOnlyList<string> Tags, long Generation, DateOnly Day)
    {
        public Task Send(HttpResponse response)
        {
            foreach (var (name, value) in Headers)
            {
                response.Headers[name] = value;
            }

            response.ContentLength = Body.Length;
            return response.Body.WriteAsync(Body).AsTask();
        }
    }
}
