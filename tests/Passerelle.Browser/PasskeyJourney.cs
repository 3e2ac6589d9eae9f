using Microsoft.Playwright;
using Passerelle.Browser.Harness;
using Xunit;

namespace Passerelle.Browser;

/// <summary>A passkey as its owner lives it: made in the browser, then the only thing that is needed to come in.</summary>
public sealed class PasskeyJourney(Site site)
{
    [Fact]
    public async Task A_person_adds_a_passkey_signs_out_and_comes_in_with_it()
    {
        await using var browser = await site.AtLocalhost();
        var page = await browser.NewPageAsync();
        await Device(browser, page);
        await page.GotoAsync("/fr/sign-in?return=/me/security");
        await page.ClickAsync("button[name=person][value=member-technician]");
        await page.WaitForURLAsync("**/fr/me/security");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter une clé d’accès" }).ClickAsync();
        await Assertions.Expect(page.Locator(".banner.done")).ToContainTextAsync("clé d’accès");
        await Assertions.Expect(page.Locator("input[name=key]")).ToHaveCountAsync(1);
        await page.Axe();

        await page.Locator("form[action$='/sign-out'] button").First.ClickAsync();
        await page.GotoAsync("/fr/me/security");
        await page.WaitForURLAsync("**/fr/sign-in?return=*");
        await page.Axe();
        await page.Locator("[data-passkey=sign-in] button").ClickAsync();
        await page.WaitForURLAsync("**/fr/me/security");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Connexion et sécurité");
    }

    [Fact]
    public async Task A_device_without_a_passkey_says_so_and_leaves_the_other_ways()
    {
        await using var browser = await site.AtLocalhost();
        var page = await browser.NewPageAsync();
        var device = await Device(browser, page);
        await page.GotoAsync("/fr/sign-in");
        await page.ClickAsync("button[name=person][value=juror2]");
        await page.GotoAsync("/fr/me/security");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter une clé d’accès" }).ClickAsync();
        await Assertions.Expect(page.Locator("input[name=key]")).ToHaveCountAsync(1);
        await page.ClickAsync("form[action$='/passkey/remove'] button"); // here it is no longer known; the device still has it
        await page.Locator("form[action$='/sign-out'] button").First.ClickAsync();

        await page.GotoAsync("/fr/sign-in");
        await page.Locator("[data-passkey=sign-in] button").ClickAsync();
        await Assertions.Expect(page.Locator("[data-passkey=sign-in] [role=alert]")).Not.ToBeEmptyAsync();
        await Assertions.Expect(page.Locator("[data-passkey=sign-in] button")).ToBeEnabledAsync();
        await device.DetachAsync();
    }

    /// <summary>Chromium's own authenticator, which knows its owner and says yes.</summary>
    private static async Task<ICDPSession> Device(IBrowserContext browser, IPage page)
    {
        var session = await browser.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return session;
    }
}
