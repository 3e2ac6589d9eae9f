using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Platform.Documents;

/// <summary>
/// Prints a page's own component as a tagged PDF with an outline: the HTML goes into a folder with its styles and
/// fonts, and a headless Chromium prints it from there, without any network.
/// </summary>
public sealed partial class PdfPrinter(HtmlRenderer renderer, IWebHostEnvironment environment, IConfiguration settings, DataFolder folder, PlatformOptions options, ILogger<PdfPrinter> log)
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome-stable", "/usr/bin/google-chrome"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly SemaphoreSlim OneAtATime = new(1);

    /// <summary>Where Chromium is, or null: then the page that offers a PDF says what the operator must install.</summary>
    public string? Chromium => settings["Chromium"] is { } named ? (File.Exists(named) ? named : null) : Array.Find(Places, File.Exists);

    /// <summary>Answers with the PDF, or with a page that says what the operator must install.</summary>
    public async Task<IResult> Answer<TPage>(Dictionary<string, object?> parameters, string name, CancellationToken stop)
        where TPage : IComponent =>
        Chromium is null
            ? ErrorPage.Answer(StatusCodes.Status503ServiceUnavailable, WebTexts.T("pdf.install"))
            : Results.File(await Print<TPage>(parameters, stop), "application/pdf", name);

    /// <summary>The PDF of a component that draws a whole document. <see cref="InvalidOperationException"/> without Chromium or when it fails.</summary>
    public async Task<byte[]> Print<TPage>(Dictionary<string, object?> parameters, CancellationToken stop)
        where TPage : IComponent
    {
        var chromium = Chromium ?? throw new InvalidOperationException("Chromium is not installed");
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        await OneAtATime.WaitAsync(stop);
        var work = Directory.CreateDirectory(Path.Combine(folder.Sub("print"), Guid.NewGuid().ToString("N"))).FullName;
        try
        {
            await Lay(html, work, stop);
            await Run(chromium, work, stop);
            return await File.ReadAllBytesAsync(Path.Combine(work, "page.pdf"), stop);
        }
        finally
        {
            OneAtATime.Release();
            Directory.Delete(work, recursive: true);
        }
    }

    /// <summary>Writes the page and its styles so that they find each other without a server; links lead to the site.</summary>
    private async Task Lay(string html, string work, CancellationToken stop)
    {
        foreach (var sheet in Directory.EnumerateFiles(Path.Combine(environment.WebRootPath, "css"), "*.css"))
        {
            var css = (await File.ReadAllTextAsync(sheet, stop)).Replace("url(\"/lib/", "url(\"lib/", StringComparison.Ordinal).Replace("url(/lib/", "url(lib/", StringComparison.Ordinal);
            await File.WriteAllTextAsync(Path.Combine(work, Path.GetFileName(sheet)), css, stop);
        }

        Directory.CreateSymbolicLink(Path.Combine(work, "lib"), Path.Combine(environment.WebRootPath, "lib"));
        html = Sheet().Replace(html, "href=\"$1\"");
        html = SiteLink().Replace(html, $"<a$1 href=\"{options.PublicUrl}/");
        html = Sprite().Replace(html, "");
        await File.WriteAllTextAsync(Path.Combine(work, "page.html"), Script().Replace(html, ""), stop);
    }

    private async Task Run(string chromium, string work, CancellationToken stop)
    {
        var start = new ProcessStartInfo(chromium) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = work };
        foreach (var argument in (string[])
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync", "--disable-component-update",
            "--host-resolver-rules=MAP * ~NOTFOUND", $"--user-data-dir={Path.Combine(work, "profile")}",
            "--generate-pdf-document-outline", "--no-pdf-header-footer", $"--print-to-pdf={Path.Combine(work, "page.pdf")}", new Uri(Path.Combine(work, "page.html")).AbsoluteUri,
        ])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("Chromium did not start");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Patience);
        var said = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException e)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException("Chromium took too long to print", e);
        }

        if (!File.Exists(Path.Combine(work, "page.pdf")))
        {
            log.LogError("Chromium printed nothing: {Said}", await said);
            throw new InvalidOperationException("Chromium printed nothing");
        }
    }

    [GeneratedRegex("href=\"/css/([a-z.-]+)(?:\\?v=[^\"]*)?\"")]
    private static partial Regex Sheet();

    [GeneratedRegex("<a([^>]*) href=\"/")]
    private static partial Regex SiteLink();

    [GeneratedRegex("<svg[^>]*><use [^>]*></use></svg>|<svg[^>]*><use [^>]*/></svg>")]
    private static partial Regex Sprite();

    [GeneratedRegex("<script[^>]*></script>")]
    private static partial Regex Script();
}
