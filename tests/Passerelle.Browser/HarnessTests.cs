using Passerelle.Browser.Harness;
using Xunit;
using Xunit.Sdk;

namespace Passerelle.Browser;

/// <summary>The tools of the journeys, tried on a page that needs no application.</summary>
public sealed class HarnessTests(Site site)
{
    private const string Good = "data:text/html,<!doctype html><html lang=fr><title>Passerelle</title><main><h1>Deux rives</h1></main>";
    private const string Bad = "data:text/html,<!doctype html><html lang=fr><title>Passerelle</title><main><h1>Deux rives</h1><img src=x></main>";

    [Fact]
    public async Task Chromium_opens_a_page_and_axe_finds_nothing_wrong()
    {
        await using var browser = await site.Elsewhere();
        var page = await browser.NewPageAsync();
        await page.GotoAsync(Good);

        Assert.Equal("Deux rives", await page.Locator("h1").InnerTextAsync());
        await page.Axe();
    }

    [Fact]
    public async Task Axe_names_the_rule_and_the_element()
    {
        await using var browser = await site.Elsewhere();
        var page = await browser.NewPageAsync();
        await page.GotoAsync(Bad);

        var failure = await Assert.ThrowsAnyAsync<XunitException>(page.Axe);
        Assert.Contains("image-alt", failure.Message, StringComparison.Ordinal);
        Assert.Contains("<img src=\"x\">", failure.Message, StringComparison.Ordinal);
    }
}
