using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Passerelle.Browser.Harness;
using Xunit;

namespace Passerelle.Browser;

/// <summary>
/// From a citizen's Dutch idea to a result with evidence and both sign-offs, with what the general dashboard tells at
/// each step, and what it tells as days go by. Time moves here, so the application is its own.
/// </summary>
public sealed partial class IdeaToResultJourney
{
    private const string Group = "parc-bleu";
    private const string Title = "Bankjes en schaduw langs de Leie";
    private const string Project = "Bancs et ombre le long de la Lys";

    [Fact]
    public async Task A_Dutch_idea_becomes_a_result_and_the_dashboard_tells_it_at_each_step()
    {
        await using var site = new Site();
        await using var citizen = await site.As("citizen", "nl-BE", width: 390);
        await using var coordinator = await site.As("coordinator");
        await using var director = await site.As("director");
        var (desk, board) = (await coordinator.NewPageAsync(), await director.NewPageAsync());

        var idea = await Propose(citizen);
        await Diagnose(desk, idea);
        Assert.DoesNotContain(Title, await Decisions(board), StringComparison.Ordinal);
        await Consent(desk, idea);
        Assert.Contains("proposition à trancher", await Decisions(board, Title), StringComparison.Ordinal);
        await Accept(board, idea);
        Assert.DoesNotContain(Title, await Decisions(board), StringComparison.Ordinal);

        var before = await Row(board);
        var slug = await Begin(desk, idea);
        Assert.Equal(before.Projects + 1, (await Row(board)).Projects);
        await PlanAStage(desk, slug);
        Assert.Equal(before.Late, (await Row(board)).Late);

        await MoveTo(board, "2021-01-28 23:59");
        Assert.Equal(before.Late, (await Row(board)).Late);
        await MoveTo(board, "2021-01-29 00:00");
        Assert.Equal(before.Late + 1, (await Row(board)).Late);
        await CloseTheStage(desk, slug);
        Assert.Equal(before.Late, (await Row(board)).Late);

        await Offer(site, slug);
        Assert.Contains("preuve à juger", await Decisions(board, Project), StringComparison.Ordinal);
        await Judge(desk, slug);
        Assert.Contains("visas attendus", await Decisions(board, Project), StringComparison.Ordinal);
        await Sign(site, "colead-elected", $"/nl/desk/projects/{slug}/sign");
        await Sign(site, "colead-civil", $"/fr/desk/projects/{slug}/sign");
        await Complete(desk, slug);
        var after = await Row(board);
        Assert.Equal((before.Projects, before.Results + 1), (after.Projects, after.Results));
        Assert.DoesNotContain(Project, await Decisions(board), StringComparison.Ordinal);
        await ReadTheResult(citizen, idea, slug);

        await SayHealth(desk, "Les premiers bancs sont posés.", "De eerste bankjes staan er.");
        await MoveTo(board, "2021-03-05 09:00"); // day 35
        Assert.DoesNotContain("à actualiser", (await Row(board)).Text, StringComparison.Ordinal);
        await MoveTo(board, "2021-03-06 09:00");
        Assert.Contains("à actualiser", (await Row(board)).Text, StringComparison.Ordinal);
        var past = await Row(board, "?on=2021-02-10");
        Assert.Contains("Les premiers bancs sont posés.", past.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("à actualiser", past.Text, StringComparison.Ordinal);
        Assert.Equal(before.Results, (await Row(board, "?on=2021-01-28")).Results);
        await board.Axe();
    }

    private static async Task<string> Propose(IBrowserContext citizen)
    {
        var page = await citizen.NewPageAsync();
        await page.GotoAsync("/nl/ideas/new");
        await page.CheckAsync("[name=language][value=nl]");
        await page.FillAsync("[name=title]", Title);
        await page.FillAsync("[name=need]", "Wie met kleine kinderen of een rollator langs de Leie wandelt, vindt nergens een bank in de schaduw.");
        await page.FillAsync("[name=beneficiaries]", "Ouderen en gezinnen aan beide oevers.");
        await page.CheckAsync("[name=sides][value=french]");
        await page.CheckAsync("[name=sides][value=flemish]");
        await page.SelectOptionAsync("[name=theme]", "D3");
        await page.Axe();
        await page.Locator("main form [type=submit]").First.ClickAsync();
        await page.Axe(); // what resembles it, in both languages
        await page.Locator("[name=step][value=send]").ClickAsync();
        await page.WaitForURLAsync(AnIdea());
        Assert.Equal(Title, await page.Locator("h1").InnerTextAsync());
        return new Uri(page.Url).Segments[^1];
    }

    private static async Task Diagnose(IPage page, string idea)
    {
        await page.GotoAsync($"/fr/desk/ideas/{idea}/views");
        await page.FillAsync("[name=actor]", "Service des espaces verts");
        await page.FillAsync("[name=on]", "2021-01-27");
        await page.FillAsync("[name='words.fr']", "Huit bancs peuvent être posés avant le printemps.");
        await page.CheckAsync("[name='words.desk']");
        await Submit(page);
    }

    private static async Task Consent(IPage page, string idea)
    {
        await page.GotoAsync($"/fr/desk/ideas/{idea}/consent");
        await page.SelectOptionAsync("[name=group]", new SelectOptionValue { Label = "Le Parc bleu" });
        await page.FillAsync("[name=on]", "2021-01-27");
        await Submit(page);
    }

    private static async Task Accept(IPage page, string idea)
    {
        await page.GotoAsync($"/fr/desk/ideas/{idea}/accept");
        await Submit(page);
    }

    private static async Task<string> Begin(IPage page, string idea)
    {
        await page.GotoAsync($"/fr/desk/ideas/{idea}");
        await page.Locator("a[href*='/desk/projects/new?from=']").ClickAsync();
        foreach (var (field, words) in new[] { ("name", Project), ("summary", "Huit bancs à l’ombre, des deux côtés de la rivière."), ("purpose", "Permettre à chacun de s’arrêter."), ("criterion", "Huit bancs sont posés et ombragés.") })
        {
            await page.CheckAsync($"[name='{field}.source'][value=fr]");
            await page.FillAsync($"[name='{field}.fr']", words);
            await page.FillAsync($"[name='{field}.nl']", "");
            await page.CheckAsync($"[name='{field}.desk']");
        }

        await Submit(page);
        return new Uri(page.Url).Segments[^1];
    }

    private static async Task PlanAStage(IPage page, string slug)
    {
        await page.GotoAsync($"/fr/desk/projects/{slug}/stages/new");
        await page.FillAsync("[name='title.fr']", "Poser les premiers bancs");
        await page.FillAsync("[name='title.nl']", "De eerste bankjes plaatsen");
        await page.FillAsync("[name=start]", "2021-01-27");
        await page.FillAsync("[name=due]", "2021-01-28");
        await Submit(page);
    }

    private static async Task CloseTheStage(IPage page, string slug)
    {
        await page.GotoAsync($"/fr/desk/projects/{slug}");
        await page.Locator("a[href$='/close']", new() { HasTextString = "Poser les premiers bancs" }).First.ClickAsync();
        await page.CheckAsync("[name=end][value=Done]");
        await Submit(page);
    }

    private static async Task Offer(Site site, string slug)
    {
        await using var browser = await site.As("colead-elected", "nl-BE");
        var page = await browser.NewPageAsync();
        await page.GotoAsync($"/nl/desk/projects/{slug}/proofs/new");
        await page.CheckAsync("[name='title.source'][value=nl]");
        await page.FillAsync("[name='title.nl']", "De acht bankjes op de dag van de opening");
        await page.FillAsync("[name='title.fr']", "Les huit bancs le jour de l’ouverture");
        await page.FillAsync("[name=on]", "2021-01-28");
        await page.FillAsync("[name=address]", "https://parcbleu.example/bancs");
        await Submit(page);
    }

    private static async Task Judge(IPage page, string slug)
    {
        await page.GotoAsync($"/fr/desk/projects/{slug}");
        await page.Locator("a[href*='/proofs/']:not([href$='/new']):not([href$='/withdraw'])").First.ClickAsync();
        await page.CheckAsync("[name=decision][value=Accept]");
        await Submit(page);
    }

    private static async Task Sign(Site site, string who, string address)
    {
        await using var browser = await site.As(who);
        var page = await browser.NewPageAsync();
        await page.GotoAsync(address);
        await page.Axe();
        await Submit(page);
    }

    private static async Task Complete(IPage page, string slug)
    {
        await page.GotoAsync($"/fr/desk/projects/{slug}/complete");
        await Submit(page);
    }

    /// <summary>The author sees in Dutch what became of it; the result is public in both languages.</summary>
    private static async Task ReadTheResult(IBrowserContext citizen, string idea, string slug)
    {
        var page = await citizen.NewPageAsync();
        await page.GotoAsync($"/nl/ideas/{idea}");
        await Assertions.Expect(page.Locator($"main a[href='/nl/projects/{slug}']").First).ToBeVisibleAsync();
        await page.GotoAsync("/nl/results");
        Assert.Contains("De acht bankjes op de dag van de opening", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.GotoAsync("/fr/results");
        Assert.Contains("Les huit bancs le jour de l’ouverture", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.CloseAsync();
    }

    private static async Task SayHealth(IPage page, string french, string dutch)
    {
        await page.GotoAsync($"/fr/desk/groups/{Group}/health");
        await page.CheckAsync("[name=level][value=OnTrack]");
        await page.FillAsync("[name='words.fr']", french);
        await page.FillAsync("[name='words.nl']", dutch);
        await Submit(page);
    }

    /// <summary>Sets the demonstration's clock; the jobs that were due in between have run when the answer comes.</summary>
    private static async Task MoveTo(IPage page, string moment)
    {
        await page.GotoAsync("/demo/clock");
        await page.FillAsync("[name=now]", moment.Replace(' ', 'T'));
        await page.Locator("main form [type=submit]").ClickAsync(new() { Timeout = 120_000 });
        await page.WaitForLoadStateAsync();
        await Assertions.Expect(page.Locator("main .errors")).ToHaveCountAsync(0);
    }

    private static async Task<string> Decisions(IPage page, string? about = null)
    {
        await page.GotoAsync("/fr/desk/dashboard");
        return await (about is null ? page.Locator(".decisions") : page.Locator(".decisions li", new() { HasTextString = about })).InnerTextAsync();
    }

    private static async Task<Told> Row(IPage page, string query = "")
    {
        await page.GotoAsync("/fr/desk/dashboard" + query);
        var row = page.Locator(".table.general tbody tr", new() { Has = page.Locator($"a[href='/fr/desk/groups/{Group}']") });
        async Task<int> Number(string cell) => int.Parse(First().Match(await row.Locator(cell).InnerTextAsync()).Value, CultureInfo.InvariantCulture);
        return new(await row.InnerTextAsync(), await Number("td:nth-child(5)"), await Number("td:nth-child(7)"), await Number("td:nth-child(7) .note"));
    }

    private static async Task Submit(IPage page)
    {
        await page.Locator("main form[method=post] [type=submit]").First.ClickAsync();
        await Assertions.Expect(page.Locator("main .banner.done").First).ToBeVisibleAsync();
    }

    /// <summary>What the group's row says.</summary>
    private sealed record Told(string Text, int Late, int Results, int Projects);

    [GeneratedRegex(@"\d+")]
    private static partial Regex First();

    [GeneratedRegex("/nl/ideas/(?!new)[^/]+$")]
    private static partial Regex AnIdea();
}
