namespace Passerelle.Platform.Web;

/// <summary>
/// Refuses unsafe requests from other sites: browsers say where a request comes from (Sec-Fetch-Site), older
/// ones at least the origin. There is no token in the page, so that a cached page serves everybody.
/// </summary>
public sealed class SameSiteStep(RequestDelegate next)
{
    /// <summary>What a mail program sends, by itself, when its reader presses «unsubscribe» (RFC 8058).</summary>
    public const string OneClick = "List-Unsubscribe=One-Click";

    public async Task Invoke(HttpContext http)
    {
        if (IsSafe(http.Request.Method) || FromHere(http.Request) || await IsOneClick(http) || IsMachine(http))
        {
            await next(http);
            return;
        }

        await ErrorPage.Answer(403).ExecuteAsync(http);
    }

    /// <summary>
    /// A mail program is no browser: it says neither where it comes from nor who it is. At an address that a sealed link
    /// opens, and with these words alone, it may.
    /// </summary>
    private static async Task<bool> IsOneClick(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<OneClickPage>() is not null && http.Request is { HasFormContentType: true, ContentLength: > 0 and < 1000 } request
        && request.Headers["Sec-Fetch-Site"].Count == 0 && request.Headers.Origin.Count == 0 && request.Headers.Cookie.Count == 0
        && await request.ReadFormAsync(http.RequestAborted) is { Count: 1 } form && form["List-Unsubscribe"] == "One-Click";

    /// <summary>
    /// A service that answers later is no browser either, and acts for nobody: what a browser or somebody's session could
    /// have sent is refused at its address too.
    /// </summary>
    private static bool IsMachine(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<MachinePost>() is not null && http.Request.Headers is var headers
        && headers["Sec-Fetch-Site"].Count == 0 && headers.Origin.Count == 0 && headers.Cookie.Count == 0;

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);

    private static bool FromHere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site is "same-origin" or "none";
        }

        return Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
            && string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>Marks an address at which a mail program may post, without a browser: the link alone says what it may do.</summary>
public sealed record OneClickPage;

/// <summary>Marks an address at which a service outside may post its answer: a secret in the address says to what.</summary>
public sealed record MachinePost;

/// <summary>The headers that every answer carries.</summary>
public sealed class SecurityHeadersStep(RequestDelegate next)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public Task Invoke(HttpContext http)
    {
        Apply(http);
        return next(http);
    }

    public static void Apply(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (http.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }
    }
}

/// <summary>Answers 503 until the database is ready, but waits a little first, so that a start is no error.</summary>
public sealed class ReadinessStep(RequestDelegate next, Readiness readiness)
{
    public async Task Invoke(HttpContext http)
    {
        if (!readiness.IsReady && !http.Request.Path.StartsWithSegments("/health"))
        {
            try
            {
                await readiness.WaitAsync(http.RequestAborted).WaitAsync(TimeSpan.FromSeconds(20));
            }
            catch (TimeoutException)
            {
                SecurityHeadersStep.Apply(http);
                http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                http.Response.Headers.RetryAfter = "5";
                return;
            }
        }

        await next(http);
    }
}
