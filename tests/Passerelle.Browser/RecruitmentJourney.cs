using Microsoft.Playwright;
using Passerelle.Browser.Harness;
using Xunit;
using static Passerelle.Browser.RecruitmentSteps;

namespace Passerelle.Browser;

/// <summary>
/// A candidate without an account, in French on a desk and in Dutch on a phone: what is refused, what is received before
/// noon, and what is not after; then the panel, the interview and the decision. Time moves, so the application is its own.
/// </summary>
public sealed class RecruitmentJourney
{
    [Theory]
    [InlineData("fr", 1280, "3 pages", "Candidature reçue", "Le délai est dépassé")]
    [InlineData("nl", 390, "3 pagina", "Kandidatuur ontvangen", "De termijn is verstreken")]
    public async Task A_candidate_applies_before_noon_and_is_invited_and_another_comes_too_late(string language, int width, string refused, string received, string late)
    {
        await using var site = new Site();
        await using var candidate = await site.Visitor(language + "-BE", width);
        await using var other = await site.Visitor(language + "-BE", width);
        await using var director = await site.As("director", language + "-BE");
        var (desk, page, second) = (await director.NewPageAsync(), await candidate.NewPageAsync(), await other.NewPageAsync());
        await MoveTo(desk, "2021-02-19 11:30");
        await Prepare(page, language, "Maëlle Vandekerkhove", "maelle@candidats.example", refused);
        await Prepare(second, language, "Wouter Delbaere", "wouter@candidats.example");

        await MoveTo(desk, "2021-02-19 11:59:30");
        await Send(page);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(received);
        await page.Axe();
        await MoveTo(desk, "2021-02-19 12:00:01");
        await Press(second, "main form[method=post] button[type=submit]");
        await Assertions.Expect(second.Locator("h1")).ToHaveTextAsync(late);
        await second.Axe();

        foreach (var (step, field, value) in new[] { ("admissibility", "meets.", "yes"), ("scorecard", "level.", "4") })
        {
            foreach (var juror in new[] { "juror", "juror2" })
            {
                await using var panel = await site.As(juror, language + "-BE", width);
                await HandIn(await panel.NewPageAsync(), Desk(language, "/applications/1/" + step), field, value);
            }
        }

        await Decide(desk, language, 1, "Retained", "Scorecard");
        await Invite(desk, language);
        await page.ReloadAsync();
        await page.ClickAsync("main a[href$='/interview']");
        await page.CheckAsync("[name=answer][value=Accepted]");
        await page.Axe();
        await Press(page, "main .submit button:not(.quiet)");
        foreach (var path in new[] { "", "/applications", "/applications/1", "/applications/ranking", "/interviews", "/applications/1/offer", "/closing", "/report", "/post" })
        {
            await desk.GotoAsync(Desk(language, path));
            await desk.Axe();
        }
    }
}
