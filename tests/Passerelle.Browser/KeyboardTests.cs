using Microsoft.Playwright;
using Passerelle.Browser.Harness;
using Xunit;

namespace Passerelle.Browser;

/// <summary>Everything is done with the keyboard alone: one goes through a page of each shape, and the forms of the main job are filled and sent.</summary>
public sealed class KeyboardTests(Site site)
{
    [Theory]
    [InlineData("fr", null)]
    [InlineData("nl", "coordinator")]
    public async Task The_focus_starts_at_the_skip_link_is_seen_wherever_it_comes_and_is_caught_nowhere(string language, string? person)
    {
        await using var browser = person is null ? await site.Visitor(language + "-BE") : await site.As(person, language + "-BE");
        var paths = person is null ? await SiteMap.OfEachShape(browser, language) : await SiteMap.Workspace(browser, language);
        List<string> faults = [];
        var page = await browser.NewPageAsync();
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            await page.Look<bool>("(look.follow(), true)");
            var stops = await page.Look<int>("look.stops()");
            for (var press = 0; press < stops && !await AtTheEnd(page, press); press++) await page.Keyboard.PressAsync("Tab");
            faults.AddRange((await page.Look<string[]>("look.lost()")).Select(f => $"{path}:\n{f}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(20)));
    }

    [Fact]
    public async Task The_skip_link_leads_to_the_content()
    {
        await using var browser = await site.Visitor();
        var page = await browser.NewPageAsync();
        await page.GotoAsync("/fr/groups");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)"));
    }

    [Fact]
    public async Task One_asks_to_join_a_group_and_is_admitted_by_keyboard_alone()
    {
        await using var juror = await site.As("juror2");
        var page = await juror.NewPageAsync();
        await page.GotoAsync("/fr/groups/langage-clair/join");
        await Reach(page, "[name=college]");
        while (!await page.EvaluateAsync<bool>("document.activeElement.value === 'Citizen'")) await page.Keyboard.PressAsync("ArrowDown");
        await Reach(page, "[name=word]");
        await page.Keyboard.TypeAsync("Je lis beaucoup de courriers que personne ne comprend.");
        if (await page.Locator("[name=charter]").CountAsync() > 0)
        {
            await Reach(page, "[name=charter]");
            await page.Keyboard.PressAsync("Space");
        }

        await Send(page, "main form.form [type=submit]");
        await Assertions.Expect(page.Locator("main .banner.done")).ToBeFocusedAsync();

        await using var coordinator = await site.As("coordinator");
        var desk = await coordinator.NewPageAsync();
        await desk.GotoAsync("/fr/desk/groups/langage-clair");
        await Send(desk, "main a[href*='/requests/']");
        await Send(desk, "main [value=admit]");
        await Assertions.Expect(desk.Locator("main .banner.done")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_form_of_a_new_group_is_filled_in_and_sent_by_keyboard_alone()
    {
        await using var coordinator = await site.As("coordinator", "nl-BE");
        var page = await coordinator.NewPageAsync();
        await page.GotoAsync("/nl/desk/groups/new?theme=D3");
        foreach (var field in (string[])["name", "summary", "purpose", "need", "needsource"])
        {
            await Reach(page, $"[name='{field}.nl']");
            await page.Keyboard.TypeAsync("Samen lezen over de grens");
            await Reach(page, $"[name='{field}.desk']");
            await page.Keyboard.PressAsync("Space");
        }

        await Reach(page, "[name=actions][value='S5.2']");
        await page.Keyboard.PressAsync("Space");
        await Send(page, "main form.form [type=submit]");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Samen lezen over de grens");
    }

    /// <summary>Whether the last link of the page has the focus; asked now and then, for the answer takes as long as a key.</summary>
    private static async Task<bool> AtTheEnd(IPage page, int press) =>
        press % 16 == 15 && await page.EvaluateAsync<bool>("look.way.some(stop => stop.target === [...document.querySelectorAll('footer a')].at(-1))");

    private static async Task Reach(IPage page, string selector)
    {
        for (var press = 0; press < 150; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector)) return;
        }

        Assert.Fail($"The keyboard does not come to {selector} on {page.Url}");
    }

    private static async Task Send(IPage page, string selector)
    {
        await Reach(page, selector);
        await page.EvaluateAsync("document.documentElement.id = 'before'");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#before")).ToHaveCountAsync(0);
        await page.WaitForLoadStateAsync();
    }
}
