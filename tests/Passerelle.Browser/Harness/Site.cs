using Microsoft.Playwright;
using Passerelle.Browser.Harness;
using Xunit;

[assembly: AssemblyFixture(typeof(Site))]

namespace Passerelle.Browser.Harness;

/// <summary>One application and one browser for all journeys; both start when first asked for.</summary>
/// <remarks>A journey takes it as constructor parameter. Contexts are its own; the application's data is shared.</remarks>
public sealed class Site : IAsyncDisposable
{
    private readonly Lazy<Task<PublishedApp>> app = new(PublishedApp.Start);
    private readonly Lazy<Task<Chromium>> chromium = new(Chromium.Start);

    /// <summary>A fresh browser of a reader who is not signed in; pages open by path: <c>GotoAsync("/fr/")</c>.</summary>
    /// <param name="walked">For Walk alone, which reads pages by script.</param>
    public async Task<IBrowserContext> Visitor(string locale = "fr-BE", int width = 1280, ColorScheme scheme = ColorScheme.Light, bool walked = false) =>
        await (await chromium.Value).NewContext(new()
        {
            BaseURL = (await app.Value).Address,
            Locale = locale,
            TimezoneId = "Europe/Brussels",
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = scheme,
            BypassCSP = walked,
        });

    /// <summary>A fresh browser, signed in as one of the demonstration's people: director, coordinator, citizen …</summary>
    public async Task<IBrowserContext> As(string person, string locale = "fr-BE", int width = 1280, ColorScheme scheme = ColorScheme.Light, bool walked = false)
    {
        var context = await Visitor(locale, width, scheme, walked);
        var form = context.APIRequest.CreateFormData();
        form.Set("person", person);
        var answer = await context.APIRequest.PostAsync("/demo/sign-in", new()
        {
            Form = form,
            MaxRedirects = 0,
            Headers = [new("Sec-Fetch-Site", "same-origin")],
        });
        Assert.True(answer.Status < 400, $"Signing in as {person} was answered {answer.Status}:\n{await answer.TextAsync()}");
        return context;
    }

    /// <summary>A fresh browser that knows the application by a name: passkeys belong to a name, and to no number.</summary>
    public async Task<IBrowserContext> AtLocalhost() =>
        await (await chromium.Value).NewContext(new() { BaseURL = (await app.Value).Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal), Locale = "fr-BE" });

    /// <summary>A browser without script, for pages must work without.</summary>
    public async Task<IBrowserContext> WithoutScript() =>
        await (await chromium.Value).NewContext(new() { BaseURL = (await app.Value).Address, JavaScriptEnabled = false });

    /// <summary>What the application keeps on disk, in a folder of its data.</summary>
    public async Task<List<string>> FilesIn(string folder)
    {
        var place = Path.Combine((await app.Value).DataFolder, folder);
        return Directory.Exists(place) ? [.. Directory.EnumerateFiles(place, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];
    }

    /// <summary>A browser that knows nothing of the application.</summary>
    internal async Task<IBrowserContext> Elsewhere() => await (await chromium.Value).NewContext(new());

    public async ValueTask DisposeAsync()
    {
        if (chromium is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }) await (await chromium.Value).DisposeAsync();
        if (app is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }) await (await app.Value).DisposeAsync();
    }
}
