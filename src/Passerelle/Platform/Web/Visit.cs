using System.Globalization;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Platform.Web;

/// <summary>
/// One request, as pages see it: who asks, in which languages, at what time, and how to answer. The page's
/// handler takes it as a parameter; its components find it cascaded.
/// </summary>
public sealed class Visit(Clock clock, Registry registry, PlatformOptions options)
{
    private const int MostPages = 1_000_000;

    private HttpContext? _http;

    public HttpContext Http => _http ?? throw new InvalidOperationException("Outside a request there is no visit");

    public Clock Clock => clock;

    public bool InRequest => _http is not null;

    public DateTimeOffset Now => clock.Now;

    public DateOnly Today => clock.Today;

    public Visitor? Who { get; set; }

    public PlatformOptions Options => options;

    public bool Demo => options.Demo;

    /// <summary>The address without its language, such as «/groups/parc-bleu».</summary>
    public string Path { get; private set; } = "/";

    public FrameBanner? Banner { get; set; }

    public bool SignedIn => Who is not null;

    public Act Act => new(Who?.Id, clock.Now);

    public void Begin(HttpContext http, string path)
    {
        _http = http;
        Path = path;
    }

    public bool Is(params ReadOnlySpan<string> anyOf) => Who?.Is(anyOf) == true;

    public string? Query(string name) => Http.Request.Query[name].FirstOrDefault() is { Length: > 0 } value ? Clean.Line(value) : null;

    public T? Query<T>(string name)
        where T : struct, Enum => Enum.TryParse<T>(Query(name), ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    /// <summary>The page of a list; never so far that counting what stands before it overflows.</summary>
    public int PageNumber => int.TryParse(Query("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 ? Math.Min(n, MostPages) : 1;

    /// <summary>Goes to another page after an act, with a banner that says what happened and offers the next step.</summary>
    public IResult Done(string path, string text, string? linkText = null, string? linkHref = null) =>
        Go(path, new FrameBanner("done", text, linkText, linkHref));

    public IResult Go(string path, FrameBanner? banner = null)
    {
        if (banner is not null)
        {
            BannerCookie.Write(Http, banner);
        }

        return new SeeOther(Href.To(path));
    }

    /// <summary>The answer to who may not: sign in first, or 403; a confidential thing is simply not there.</summary>
    public IResult Refuse(bool confidential = false) =>
        confidential ? ErrorPage.Answer(404)
        : Who is null ? new SeeOther(Href.To("/sign-in?return=" + Uri.EscapeDataString(Path + Http.Request.QueryString)))
        : ErrorPage.Answer(403);

    public IResult NotFound() => ErrorPage.Answer(404);

    public FrameInfo Frame => _frame ??= FrameBuilder.Build(this, registry, options);

    private FrameInfo? _frame;

    private sealed class SeeOther(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
