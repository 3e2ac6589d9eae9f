using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Passerelle.Bench;

/// <summary>The measure of all pages: an ASP.NET endpoint that does nothing but answer as many bytes as the address says.</summary>
internal static class EmptyServer
{
    public static async Task Run(string url)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        var app = builder.Build();
        var answers = new ConcurrentDictionary<string, byte[]>(StringComparer.Ordinal);
        app.MapGet("/{size:int}", http =>
        {
            var answer = answers.GetOrAdd((string)http.GetRouteValue("size")!, s => new byte[int.Parse(s, CultureInfo.InvariantCulture)]);
            http.Response.ContentType = "text/html; charset=utf-8";
            http.Response.ContentLength = answer.Length;
            return http.Response.Body.WriteAsync(answer).AsTask();
        });
        await app.RunAsync();
    }
}
