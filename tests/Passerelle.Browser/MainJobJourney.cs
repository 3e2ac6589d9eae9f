using Microsoft.Playwright;
using Passerelle.Browser.Harness;
using Xunit;

namespace Passerelle.Browser;

/// <summary>
/// The main job, as its people do it: a group from a proposal to members, a pair, a map, and a merger. The group is
/// gone at the end, and with it pages that others might just be walking through: so the application is its own.
/// </summary>
public sealed class MainJobJourney
{
    private const string Name = "Rives partagées du canal";

    [Fact]
    public async Task A_group_is_proposed_created_led_joined_in_Dutch_and_merged()
    {
        await using var site = new Site();
        await using var coordinator = await site.As("coordinator");
        await using var director = await site.As("director");
        var desk = await coordinator.NewPageAsync();
        var slug = await Propose(desk);
        await Create(director, slug);
        await TouchCommunes(desk, slug);

        await Join(site, "colead-elected", slug, "Elected");
        await Join(site, "body-member", slug, "Elected");
        await Join(site, "colead-civil", slug, "CivilSociety");
        await AdmitAll(desk, slug, 3);
        await AppointThePair(director, slug);

        await using var citizen = await site.As("citizen", "nl-BE", width: 390);
        await AskInDutch(citizen, slug);
        await AdmitAll(desk, slug, 1);
        await SeeOnTheDutchPage(citizen, slug);
        await MergeAndFollowTheOldAddress(director, slug);
    }

    private static async Task<string> Propose(IPage page)
    {
        await page.GotoAsync("/fr/desk/groups/new?theme=D3");
        await page.FillAsync("[name='name.fr']", Name);
        await page.FillAsync("[name='name.nl']", "Gedeelde oevers van het kanaal");
        await page.FillAsync("[name='summary.fr']", "Ouvrir les berges du canal aux habitants des deux rives.");
        await page.FillAsync("[name='purpose.fr']", "Nous ouvrons **douze accès** au canal, avec les communes et les riverains.");
        await page.FillAsync("[name='need.fr']", "Les berges sont fermées sur six kilomètres.");
        await page.FillAsync("[name='needsource.fr']", "Rencontre de riverains du 12 janvier 2021.");
        foreach (var field in new[] { "summary", "purpose", "need", "needsource" })
        {
            await page.CheckAsync($"[name='{field}.desk']");
        }

        await page.CheckAsync("[name=actions][value='I6.1']");
        await page.Axe();
        await page.GetByRole(AriaRole.Button, new() { Name = "Proposer le groupe" }).ClickAsync();
        await page.WaitForURLAsync("**/fr/desk/groups/*");
        Assert.Equal(Name, await page.Locator("h1").InnerTextAsync());
        Assert.Contains("La direction va le créer", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        return new Uri(page.Url).Segments[^1];
    }

    private static async Task Create(IBrowserContext director, string slug)
    {
        var page = await director.NewPageAsync();
        await page.GotoAsync($"/fr/desk/groups/{slug}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Créer le groupe" }).ClickAsync();
        Assert.Contains("Le groupe est créé", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.CloseAsync();
    }

    private static async Task TouchCommunes(IPage page, string slug)
    {
        await page.GotoAsync($"/fr/desk/groups/{slug}/communes");
        await page.GetByLabel("Tourcoing", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Mouscron", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();
        Assert.Contains("2 communes concernées", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task Join(Site site, string person, string slug, string college)
    {
        await using var browser = await site.As(person);
        var page = await browser.NewPageAsync();
        await page.GotoAsync($"/fr/groups/{slug}/join");
        await page.CheckAsync($"[name=college][value={college}]");
        if (college == "CivilSociety")
        {
            await page.FillAsync("[name=organisation]", "Rives d’Escaut ASBL");
        }

        await page.FillAsync("[name=word]", "Je connais bien ces berges et je veux aider.");
        await Send(page, "Envoyer ma demande");
    }

    private static async Task AdmitAll(IPage page, string slug, int many)
    {
        for (var i = 0; i < many; i++)
        {
            await page.GotoAsync($"/fr/desk/groups/{slug}");
            await page.Locator("a[href*='/requests/']").First.ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Admettre dans le groupe" }).ClickAsync();
        }

        await page.GotoAsync($"/fr/desk/groups/{slug}");
        Assert.Equal(0, await page.Locator("a[href*='/requests/']").CountAsync());
    }

    private static async Task AppointThePair(IBrowserContext director, string slug)
    {
        var page = await director.NewPageAsync();
        await Appoint(page, slug, "Karel Moerkercke");
        await Appoint(page, slug, "Bernard Lestavelle");
        var refused = await page.Locator("main").InnerTextAsync();
        Assert.Contains("il lui manque quelqu’un du collège « Société civile organisée »", refused.Replace('\u00A0', ' '), StringComparison.Ordinal);
        await page.Axe();
        await Appoint(page, slug, "Aurore Delebruyère");
        await page.GotoAsync($"/fr/groups/{slug}");
        Assert.Contains("Karel Moerkercke", await page.Locator(".pair").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Aurore Delebruyère", await page.Locator(".pair").InnerTextAsync(), StringComparison.Ordinal);
        await page.CloseAsync();
    }

    private static async Task Appoint(IPage page, string slug, string person)
    {
        await page.GotoAsync($"/fr/desk/groups/{slug}/pair");
        var choice = page.Locator("select[name=person] option", new() { HasTextString = person });
        await page.SelectOptionAsync("select[name=person]", (await choice.First.GetAttributeAsync("value"))!);
        await page.Locator("form:has(select[name=person]) button[type=submit]").First.ClickAsync();
    }

    private static async Task AskInDutch(IBrowserContext citizen, string slug)
    {
        var page = await citizen.NewPageAsync();
        await page.GotoAsync($"/nl/groups/{slug}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Lid worden van de groep" }).First.ClickAsync();
        await page.CheckAsync("[name=college][value=Citizen]");
        await page.FillAsync("[name=word]", "Ik wandel elke week langs het kanaal en wil meehelpen.");
        await page.Axe();
        await Send(page, "Mijn vraag versturen");
        await page.CloseAsync();
    }

    private static async Task SeeOnTheDutchPage(IBrowserContext citizen, string slug)
    {
        var page = await citizen.NewPageAsync();
        await page.GotoAsync($"/nl/groups/{slug}");
        var text = await page.Locator("main").InnerTextAsync();
        Assert.Contains("4 leden", text, StringComparison.Ordinal);
        Assert.Contains("Gedeelde oevers van het kanaal", text, StringComparison.Ordinal);
        Assert.Contains("Vertaling in behandeling", text, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("svg.map-drawing a[href$='/territory/communes/57096']")).ToHaveCountAsync(1);
        await page.GotoAsync("/nl/territory/communes/57096");
        Assert.Contains("Gedeelde oevers van het kanaal", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.CloseAsync();
    }

    private static async Task MergeAndFollowTheOldAddress(IBrowserContext director, string slug)
    {
        var page = await director.NewPageAsync();
        await page.GotoAsync($"/fr/desk/groups/{slug}/merge?into=parc-bleu");
        await page.FillAsync("[name='reason.fr']", "Les deux groupes suivent les mêmes berges.");
        await page.CheckAsync("[name='reason.desk']");
        await page.Locator("main form[method=post] button[type=submit]").First.ClickAsync();
        await page.WaitForLoadStateAsync();
        await page.GotoAsync($"/fr/groups/{slug}");
        Assert.EndsWith("/fr/groups/parc-bleu", page.Url, StringComparison.Ordinal);
        await page.GotoAsync("/fr/groups/parc-bleu/history");
        Assert.Contains(Name, await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task Send(IPage page, string button)
    {
        if (await page.Locator("[name=charter]").CountAsync() > 0)
        {
            await page.Locator("[name=charter]").First.CheckAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Assertions.Expect(page.Locator("main .banner").First).ToBeVisibleAsync();
    }
}
