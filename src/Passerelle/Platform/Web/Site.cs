using Passerelle.Platform.Localization;

namespace Passerelle.Platform.Web;

/// <summary>Where capabilities map their addresses: pages under a language, machine addresses beside them.</summary>
public sealed class Site
{
    public Site(WebApplication app)
    {
        App = app;
        Pages = app.MapGroup("/{language:regex(^(" + string.Join('|', Language.All) + ")$)}");
        Registry = app.Services.GetRequiredService<Registry>();
        Options = app.Services.GetRequiredService<PlatformOptions>();
    }

    public WebApplication App { get; }

    /// <summary>Pages: «/{language}/…». A handler need not take the language; it is ambient.</summary>
    public RouteGroupBuilder Pages { get; }

    public Registry Registry { get; }

    public PlatformOptions Options { get; }
}

/// <summary>Marks an address whose answer to anonymous readers is the same for all, and what changes it.</summary>
/// <param name="Tags">Beginnings of event names.</param>
public sealed record CachedPage(IReadOnlyList<string> Tags);

public static class CachedPageSetup
{
    /// <summary>Neither the browser nor anything on the way keeps the answer: for what is read on computers that many share.</summary>
    public static RouteGroupBuilder NeverStored(this RouteGroupBuilder pages) => pages.AddEndpointFilter(async (context, next) =>
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return await next(context);
    });

    /// <summary>Keeps the answer for anonymous readers until an event of one of these kinds, or the day, changes it.</summary>
    public static TBuilder Cached<TBuilder>(this TBuilder builder, params string[] tags)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new CachedPage(tags));
}
