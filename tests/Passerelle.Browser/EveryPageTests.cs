using System.Collections.Concurrent;
using System.Xml.Linq;
using Microsoft.Playwright;
using Passerelle.Browser.Harness;
using Xunit;

namespace Passerelle.Browser;

/// <summary>
/// axe finds nothing on the pages of the sitemap and of the workspace, in French and in Dutch. Of pages that one
/// component draws for each commune, post and so on, several are looked at.
/// </summary>
public sealed class EveryPageTests(Site site)
{
    private const int AtOnce = 2;

    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    public async Task Axe_finds_nothing_on_any_page_of_the_sitemap(string language)
    {
        await using var browser = await site.Visitor(language + "-BE");
        var map = XDocument.Parse(await (await browser.APIRequest.GetAsync("/sitemap.xml")).TextAsync());
        XNamespace ns = "http://www.sitemaps.org/schemas/sitemap/0.9";
        var paths = map.Descendants(ns + "loc").Select(l => new Uri(l.Value).AbsolutePath).Where(p => p == "/" + language || p.StartsWith($"/{language}/", StringComparison.Ordinal)).Distinct().ToList();
        Assert.True(paths.Count > 100, $"The sitemap lists {paths.Count} pages in {language}");
        await LookAt(browser, [.. paths.GroupBy(Shape).SelectMany(Some), $"/{language}/groups?q=zzz"]);
    }

    /// <summary>Pages that one component draws: the same number of steps and the same fixed ones.</summary>
    private static string Shape(string path)
    {
        var steps = path.Split('/');
        return $"{steps.Length} {steps.ElementAtOrDefault(2)} {(steps.Length > 4 ? steps[3] is "communes" or "sides" or "partners" or "axes" or "themes" or "actions" or "orientations" ? steps[3] : steps[^1].Contains('-', StringComparison.Ordinal) && steps[^1].Length > 30 ? "id" : steps[^1] : "")}";
    }

    /// <summary>Of pages that one component draws: the first, the last, and those between at even steps.</summary>
    private static IEnumerable<string> Some(IEnumerable<string> alike)
    {
        const int Enough = 4;
        var all = alike.Order(StringComparer.Ordinal).ToList();
        return all.Count <= Enough ? all : Enumerable.Range(0, Enough).Select(i => all[i * (all.Count - 1) / (Enough - 1)]);
    }

    [Theory]
    [InlineData("fr", "director")]
    [InlineData("nl", "coordinator")]
    [InlineData("nl", "administrator")]
    [InlineData("fr", "colead-civil")]
    public async Task Axe_finds_nothing_in_the_workspace(string language, string person)
    {
        await using var browser = await site.As(person, language + "-BE");
        await LookAt(browser, await Workspace(browser, language));
    }

    /// <summary>The pages that the workspace leads to, followed link by link; of pages that differ only in an id, a few.</summary>
    private static async Task<IReadOnlyList<string>> Workspace(IBrowserContext browser, string language)
    {
        var page = await browser.NewPageAsync();
        Queue<string> ahead = new([$"/{language}/desk", $"/{language}/me"]);
        HashSet<string> seen = [.. ahead];
        List<string> paths = [];
        Dictionary<string, int> likes = [];
        while (ahead.TryDequeue(out var path))
        {
            paths.Add(path);
            await page.GotoAsync(path);
            var links = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href]')].map(a => new URL(a.getAttribute('href'), location.href)).map(u => u.pathname + u.search)");
            foreach (var link in links.Where(l => l.StartsWith($"/{language}/desk", StringComparison.Ordinal) || l.StartsWith($"/{language}/me", StringComparison.Ordinal) || l.StartsWith($"/{language}/people", StringComparison.Ordinal) || l.EndsWith("/area", StringComparison.Ordinal)))
            {
                var shape = string.Join('/', link.Split('/').Select(s => s.Any(char.IsDigit) || (link.Contains("/groups/", StringComparison.Ordinal) && s.Contains('-', StringComparison.Ordinal)) ? "*" : s));
                if (!IsFile(link) && seen.Add(link) && likes.GetValueOrDefault(shape) < 1)
                {
                    likes[shape] = likes.GetValueOrDefault(shape) + 1;
                    ahead.Enqueue(link);
                }
            }
        }

        await page.CloseAsync();
        Assert.NotEmpty(paths);
        return paths;
    }

    /// <summary>Addresses that answer with a file, not a page.</summary>
    private static bool IsFile(string path) =>
        path.Contains('.', StringComparison.Ordinal) || path.EndsWith("/download", StringComparison.Ordinal) || path.EndsWith("/model", StringComparison.Ordinal) || path.Contains("/files/", StringComparison.Ordinal);

    private static async Task LookAt(IBrowserContext browser, IReadOnlyList<string> paths)
    {
        ConcurrentBag<string> faults = [];
        ConcurrentQueue<string> ahead = new(paths);
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            var page = await browser.NewPageAsync();
            while (ahead.TryDequeue(out var path))
            {
                var answer = await page.GotoAsync(path);
                if (answer?.Status != 200)
                {
                    faults.Add($"{path}: {answer?.Status}");
                    continue;
                }

                try
                {
                    await page.Axe();
                }
                catch (Xunit.Sdk.XunitException e)
                {
                    faults.Add(e.Message);
                }
            }

            await page.CloseAsync();
        }));
        Assert.True(faults.IsEmpty, $"{faults.Count} of {paths.Count} pages:\n{string.Join('\n', faults.Take(20))}");
    }
}
