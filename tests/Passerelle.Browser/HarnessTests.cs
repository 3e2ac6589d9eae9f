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

    [Fact]
    public async Task A_walk_names_the_page_that_is_wrong_too_wide_or_missing()
    {
        await using var browser = await site.Visitor(walked: true);
        await browser.RouteAsync("**/*-page", route => route.FulfillAsync(route.Request.Url.EndsWith("missing-page", StringComparison.Ordinal)
            ? new() { Status = 404 }
            : new() { ContentType = "text/html", Body = (route.Request.Url.EndsWith("bad-page", StringComparison.Ordinal) ? Bad : Good)[15..] + "<div style='width:3000px'>x</div>" }));
        var failure = await Assert.ThrowsAnyAsync<XunitException>(() => Walk.Through(browser, "/fr/contact", ["/good-page", "/bad-page", "/missing-page"]));
        Assert.Contains("/bad-page:\n- image-alt", failure.Message, StringComparison.Ordinal);
        Assert.Contains("/good-page:\n- 3", failure.Message, StringComparison.Ordinal);
        Assert.Contains("/missing-page: 404", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("/good-page:\n- image-alt", failure.Message, StringComparison.Ordinal);
    }
}
