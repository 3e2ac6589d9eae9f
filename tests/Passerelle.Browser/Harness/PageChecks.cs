using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace Passerelle.Browser.Harness;

/// <summary>What a journey asks of a page, besides what it says.</summary>
public static class PageChecks
{
    private static readonly string Tools = new BundledAxeScriptProvider().GetScript() + ";\n" + Script() + ";true";

    /// <summary>Fails with a readable list of what axe finds wrong on the page as it now stands.</summary>
    public static async Task Axe(this IPage page)
    {
        var faults = await page.Look<string[]>("look.axe()");
        if (faults.Length > 0) Assert.Fail($"axe on {page.Url}:\n{string.Join('\n', faults)}");
    }

    /// <summary>Asks something of look.js in the page; the tools come with it where they are not there yet.</summary>
    public static async Task<T> Look<T>(this IPage page, string question, object? argument = null)
    {
        if (!await page.EvaluateAsync<bool>("'look' in window")) await page.EvaluateAsync(Tools);
        return await page.EvaluateAsync<T>($"argument => {question}", argument);
    }

    /// <summary>Keeps a picture of the whole page as artifacts/screenshots/name.png.</summary>
    public static Task Screenshot(this IPage page, string name) => page.ScreenshotAsync(new()
    {
        Path = Path.Combine(Repository.Root, "artifacts", "screenshots", name + ".png"),
        FullPage = true,
        Animations = ScreenshotAnimations.Disabled,
    });

    private static string Script()
    {
        using var stream = typeof(PageChecks).Assembly.GetManifestResourceStream("look.js")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
