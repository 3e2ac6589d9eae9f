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
    private const long MostBytes = 24 * 1024 * 1024;
    private readonly int[] _asked = new int[4096];
    private readonly MemoryCache _pages = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    public Task Invoke(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) || IsPersonal(http.Request))
        {
            return next(http);
        }

        var key = KeyOf(http);
        return _pages.TryGetValue(key, out Kept? kept) && generations.Of(kept!.Tags) == kept.Generation && clock.Today == kept.Day && !(clock.Now >= kept.Until)
            ? kept.Send(http.Response)
            : RenderAndKeep(http, key);
    }

    public void Dispose() => _pages.Dispose();

    private static bool IsPersonal(HttpRequest request) =>
        request.Headers.ContainsKey(HeaderNames.Cookie)
        && (request.Cookies.ContainsKey("passerelle") || request.Cookies.ContainsKey(BannerCookie.Name));

    private static PageKey KeyOf(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "/";
        var accepts = http.Request.Headers.AcceptEncoding.ToString();
        var encoding = accepts.Contains("br", StringComparison.Ordinal) ? "br" : accepts.Contains("gzip", StringComparison.Ordinal) ? "gzip" : "";
        return new(http.Request.IsHttps, path, http.Request.QueryString.Value ?? "", path.StartsWith("/en", StringComparison.OrdinalIgnoreCase) ? LanguageStep.Content(http) : "", encoding);
    }

    private async Task RenderAndKeep(HttpContext http, PageKey key)
    {
        // Which tags the page has is known only after routing: every counter is read before, and those that matter compared.
        var before = new Snapshot(generations);
        var body = http.Response.Body;
        using var answer = new GatheredAnswer(body, () => TagsOf(http) is not null);
        http.Response.Body = answer;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = body;
        }

        if (answer.WentThrough)
        {
            return;
        }

        if (http.Response.StatusCode == StatusCodes.Status200OK)
        {
            http.Response.ContentLength ??= answer.Length;
        }

        if (TagsOf(http) is { } tags
            && http.Response.StatusCode == StatusCodes.Status200OK
            && !http.Response.Headers.ContainsKey(HeaderNames.SetCookie))
        {
            http.Response.Headers.CacheControl = "no-cache";
            var generation = before.Of(tags);
            if (generation == generations.Of(tags) && (key.Query.Length == 0 || WasAsked(key)))
            {
                var kept = new Kept(answer.Written.ToArray(), [.. http.Response.Headers.Select(h => KeyValuePair.Create(h.Key, h.Value))], tags, generation, clock.Today, http.UntilOf());
                _pages.Set(key, kept, new MemoryCacheEntryOptions { Size = kept.Body.Length + 1024, SlidingExpiration = TimeSpan.FromMinutes(30) });
            }
        }

        await body.WriteAsync(answer.Written, http.RequestAborted);
    }

    private static IReadOnlyList<string>? TagsOf(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<CachedPage>()?.Tags;

    /// <summary>A list has more addresses than memory has room for, by its filters and words: one is kept when it is asked for again.</summary>
    private bool WasAsked(PageKey key)
    {
        var hash = key.GetHashCode();
        return Interlocked.Exchange(ref _asked[(uint)hash % _asked.Length], hash) == hash;
    }

    private sealed class Snapshot(Generations generations)
    {
        private readonly IReadOnlyDictionary<string, long> _counters = generations.All();
        private readonly long _all = generations.OfAll;

        public long Of(IReadOnlyList<string> tags) => _all + tags.Sum(t => _counters.GetValueOrDefault(t));
    }

    private readonly record struct PageKey(bool Https, string Path, string Query, string Content, string Encoding);

    private sealed record Kept(byte[] Body, KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>[] Headers, IReadOnlyList<string> Tags, long Generation, DateOnly Day, DateTimeOffset? Until)
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
