namespace Passerelle.Platform.Web;

/// <summary>
/// Refuses unsafe requests from other sites: browsers say where a request comes from (Sec-Fetch-Site), older
/// ones at least the origin. There is no token in the page, so that a cached page serves everybody.
/// </summary>
public sealed class SameSiteStep(RequestDelegate next)
{
    public Task Invoke(HttpContext http)
    {
        if (IsSafe(http.Request.Method) || FromHere(http.Request))
        {
            return next(http);
        }

        return ErrorPage.Answer(403).ExecuteAsync(http);
    }

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
