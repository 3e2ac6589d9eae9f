using System.Collections.Concurrent;
using Microsoft.Playwright;
using Xunit;

namespace Passerelle.Browser.Harness;

/// <summary>Many pages one after the other, by axe and for their width.</summary>
internal static class Walk
{
    /// <summary>As many tabs as the smallest machine that checks has processors.</summary>
    private const int AtOnce = 2;
    private const int InOneGo = 16;

    /// <summary>Fails with the faults of all pages. None is opened by itself: see «walk» in look.js.</summary>
    public static async Task Through(IBrowserContext browser, string start, IReadOnlyList<string> paths)
    {
        ConcurrentQueue<string[]> ahead = new(paths.Chunk(InOneGo));
        ConcurrentBag<string> faults = [];
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            var page = await browser.NewPageAsync();
            await page.GotoAsync(start);
            while (ahead.TryDequeue(out var some))
            {
                foreach (var fault in await page.Look<string[]>("look.walk(argument)", some)) faults.Add(fault);
            }

            await page.CloseAsync();
        }));
        Assert.True(faults.IsEmpty, $"{faults.Count} faults on {paths.Count} pages:\n{string.Join('\n', faults.Take(20))}");
    }
}
