using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Playwright;
using Xunit;

namespace Passerelle.Browser.Harness;

/// <summary>The addresses that the tests go through: those of the sitemap, and those that the workspace leads to.</summary>
internal static partial class SiteMap
{
    private static readonly XNamespace Ns = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly string[] Kinds = ["communes", "sides", "partners", "axes", "themes", "actions", "orientations"];

    public static async Task<IReadOnlyList<string>> Public(IBrowserContext browser, string language)
    {
        var map = XDocument.Parse(await (await browser.APIRequest.GetAsync("/sitemap.xml")).TextAsync());
        var paths = map.Descendants(Ns + "loc").Select(l => new Uri(l.Value).AbsolutePath)
            .Where(p => p == "/" + language || p.StartsWith($"/{language}/", StringComparison.Ordinal)).Distinct().ToList();
        Assert.True(paths.Count > 300, $"The sitemap lists {paths.Count} pages in {language}");
        return paths;
    }

    /// <summary>Of pages that one component draws, the first and the last; and what no sitemap lists: a search, found and not, and the ways in.</summary>
    public static async Task<IReadOnlyList<string>> OfEachShape(IBrowserContext browser, string language) =>
    [
        .. (await Public(browser, language)).GroupBy(Shape).SelectMany(g => new[] { g.Min(StringComparer.Ordinal)!, g.Max(StringComparer.Ordinal)! }.Distinct()),
        $"/{language}/groups?q=zzz", $"/{language}/groups?kind=technical", $"/{language}/sign-in", $"/{language}/register",
    ];

    /// <summary>The pages that the workspace leads to, followed link by link; of pages that differ only in an id, one.</summary>
    public static async Task<IReadOnlyList<string>> Workspace(IBrowserContext browser, string language)
    {
        var page = await browser.NewPageAsync();
        await page.GotoAsync($"/{language}/contact");
        Queue<string> ahead = new([$"/{language}/desk", $"/{language}/me"]);
        HashSet<string> seen = [.. ahead.Select(p => Like(p))];
        List<string> paths = [];
        while (ahead.TryDequeue(out var path))
        {
            paths.Add(path);
            foreach (var link in (await page.Look<string[]>("look.links(argument)", path)).Where(l => Within(l, language) && !IsFile(l) && seen.Add(Like(l)))) ahead.Enqueue(link);
        }

        await page.CloseAsync();
        Assert.True(paths.Count > 5, string.Join('\n', paths));
        return paths;
    }

    /// <summary>Pages that one component draws: the same number of steps and the same fixed ones.</summary>
    private static string Shape(string path)
    {
        var steps = path.Split('/');
        return $"{steps.Length} {steps.ElementAtOrDefault(2)} {(steps.Length <= 4 ? "" : Kinds.Contains(steps[3]) ? steps[3] : Guid.TryParse(steps[^1], out var _) ? "id" : steps[^1])}";
    }

    public static string Like(string path) =>
        string.Join('/', OfTheDesk().Replace(path, "/desk/translation/text").Split('/').Select(s => s.Any(char.IsDigit) || (path.Contains("/groups/", StringComparison.Ordinal) && s.Contains('-', StringComparison.Ordinal)) ? "*" : s));

    private static bool Within(string path, string language) =>
        path.StartsWith($"/{language}/", StringComparison.Ordinal) && (path.Split('/', '?')[2] is "desk" or "me" or "people" || path.EndsWith("/area", StringComparison.Ordinal));

    /// <summary>Addresses that answer with a file, not a page.</summary>
    private static bool IsFile(string path) =>
        path.Contains('.', StringComparison.Ordinal) || path.EndsWith("/download", StringComparison.Ordinal) || path.EndsWith("/model", StringComparison.Ordinal) || path.EndsWith("/pdf", StringComparison.Ordinal) || path.Contains("/files/", StringComparison.Ordinal);

    /// <summary>Every text at the translation desk is the same page.</summary>
    [GeneratedRegex("/desk/translation/[A-Z][A-Za-z]*/[0-9a-f-]{36}/[A-Za-z]+/[a-z]{2}")]
    private static partial Regex OfTheDesk();
}
