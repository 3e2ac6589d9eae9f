using System.Globalization;
using System.Text;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Passerelle.Browser.Harness;

/// <summary>What a journey asks of a page, besides what it says.</summary>
public static class PageChecks
{
    private static readonly AxeRunOptions Options = new()
    {
        // Part of WCAG 2.2 AA; axe leaves it off by default.
        Rules = new() { ["target-size"] = new RuleOptions { Enabled = true } },
    };

    /// <summary>Fails with a readable list of what axe finds wrong on the page as it now stands.</summary>
    public static async Task Axe(this IPage page)
    {
        var result = await page.RunAxe(Options);
        if (result.Violations.Length > 0) Assert.Fail(Describe(page.Url, result.Violations));
    }

    /// <summary>Keeps a picture of the whole page as artifacts/screenshots/name.png.</summary>
    public static Task Screenshot(this IPage page, string name) => page.ScreenshotAsync(new()
    {
        Path = Path.Combine(Repository.Root, "artifacts", "screenshots", name + ".png"),
        FullPage = true,
        Animations = ScreenshotAnimations.Disabled,
    });

    private static string Describe(string address, IEnumerable<AxeResultItem> violations)
    {
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"axe on {address}:");
        foreach (var violation in violations)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"- {violation.Id} ({violation.Impact}): {violation.Help}");
            foreach (var node in violation.Nodes)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"    {node.Target}  {node.Html}");
                foreach (var check in node.Any.Concat(node.All).Concat(node.None)) text.Append("      ").AppendLine(check.Message);
            }
        }
        return text.ToString();
    }
}
