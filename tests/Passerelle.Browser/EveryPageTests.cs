using Microsoft.Playwright;
using Passerelle.Browser.Harness;
using Xunit;

namespace Passerelle.Browser;

/// <summary>
/// axe finds nothing, in French and in Dutch, by all its rules: on every page of the sitemap, in the light and
/// 1280 px wide; on a page of each shape, twice where there are two of it, in the dark and 320 px wide; and so both
/// on the pages of the workspace, one of each shape, of five people in turn. No page is wider than its window,
/// and a page of each shape is tried at the widths of telephones and a tablet too.
/// </summary>
/// <remarks>
/// Most pages are put one after the other into one document (Walk), without their scripts: the sitemap's need
/// none. Those in the dark are opened as a reader does, with everything.
/// </remarks>
public sealed class EveryPageTests(Site site)
{
    private const int Narrow = 320;

    /// <summary>Telephones as most people have them, and a tablet: the header folds differently on each.</summary>
    private static readonly int[] Widths = [360, 390, 412, 449, 768];

    /// <summary>Who steers first: the others have some pages of their own.</summary>
    private static readonly string[] People = ["director", "coordinator", "administrator", "moderator", "colead-civil"];

    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    public async Task Axe_finds_nothing_on_any_page_of_the_sitemap(string language)
    {
        await using var browser = await site.Visitor(language + "-BE", walked: true);
        await Walk.Through(browser, $"/{language}/contact", await SiteMap.Public(browser, language));
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    public async Task A_page_of_each_shape_fits_in_320_px_and_wider_and_is_right_in_the_dark(string language)
    {
        await using var browser = await site.Visitor(language + "-BE", Narrow, ColorScheme.Dark);
        List<string> faults = [];
        var page = await browser.NewPageAsync();
        foreach (var path in await SiteMap.OfEachShape(browser, language))
        {
            await page.SetViewportSizeAsync(Narrow, 900);
            await page.GotoAsync(path);
            faults.AddRange((await page.Look<string[]>("look.wide()")).Concat(await page.Look<string[]>("look.axe()")).Select(f => $"{path}:\n{f}"));
            foreach (var width in Widths)
            {
                await page.SetViewportSizeAsync(width, 900);
                faults.AddRange((await page.Look<string[]>("look.wide()")).Select(f => $"{path}:\n{f}"));
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(20)));
    }

    /// <summary>The pages that each has beside those of the ones before; and each one's own day, which is another for everybody.</summary>
    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    public async Task Axe_finds_nothing_in_the_workspace(string language)
    {
        HashSet<string> walked = [];
        foreach (var person in People)
        {
            await using var wide = await site.As(person, language + "-BE", walked: true);
            List<string> paths = [.. (await SiteMap.Workspace(wide, language)).Where(p => walked.Add(SiteMap.Like(p)) || p == $"/{language}/desk")];
            await Walk.Through(wide, $"/{language}/contact", paths);
            await using var narrow = await site.As(person, language + "-BE", Narrow, ColorScheme.Dark, walked: true);
            await Walk.Through(narrow, $"/{language}/contact", paths);
        }
    }
}
