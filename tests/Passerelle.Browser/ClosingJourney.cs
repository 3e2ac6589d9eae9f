using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Passerelle.Browser.Harness;
using Xunit;
using static Passerelle.Browser.RecruitmentSteps;

namespace Passerelle.Browser;

/// <summary>
/// The end of a procedure, in French on a desk and in Dutch on a phone: of three candidates one is invited, the hour moves,
/// and is offered the post; two are told, one of whose letters comes back and holds the closing up; after three months
/// their files are gone. Time moves, so the application is its own.
/// </summary>
public sealed partial class ClosingJourney
{
    [Theory]
    [InlineData("fr", 1280, "À prévenir encore : 3.", "Le courriel attend de partir")]
    [InlineData("nl", 390, "Nog te verwittigen: 3.", "De e-mail wacht op vertrek")]
    public async Task One_is_hired_two_are_told_a_letter_that_came_back_holds_the_closing_up_and_after_three_months_nothing_is_left(string language, int width, string untold, string waiting)
    {
        await using var site = new Site();
        var before = await site.FilesIn("vault");
        await using var director = await site.As("director", language + "-BE", width);
        var desk = await director.NewPageAsync();
        await MoveTo(desk, "2021-02-19 11:30");
        List<(IPage Page, string Own)> candidates = [];
        foreach (var name in new[] { "Maëlle Vandekerkhove", "Wouter Delbaere", "Odile Vermeersch" })
        {
            var page = await (await site.Visitor(language + "-BE", width)).NewPageAsync();
            var email = $"{name.Split(' ')[0].Replace('ë', 'e')}@candidats.example".ToLowerInvariant();
            await Prepare(page, language, name, email, look: candidates.Count == 0);
            await Send(page);
            candidates.Add((page, await Prove(page, language, email)));
        }

        Assert.True((await site.FilesIn("vault")).Count >= before.Count + 9);
        await MoveTo(desk, "2021-02-19 12:10");
        await Judge(site, language, width);
        await Decide(desk, language, 1, "Retained", "Scorecard");
        await Decide(desk, language, 2, "NotRetained", "Admissibility");
        await Decide(desk, language, 3, "NotRetained", "Admissibility");

        var (chosen, own) = candidates[0];
        await Invite(desk, language);
        Assert.Equal((0, "T090000"), await Calendar(chosen, own));
        await MoveAnHourOn(desk);
        Assert.Equal((1, "T100000"), await Calendar(chosen, own));

        await Offer(desk, language, chosen, own);
        await Tell(desk, language, untold, waiting);
        await Press(desk, "form[action$='/closing/close'] button");
        await Assertions.Expect(desk.Locator("main .banner.done")).ToBeVisibleAsync();
        await desk.Axe();
        await desk.GotoAsync(Desk(language, "/report"));
        await desk.Axe();

        foreach (var night in new[] { "2021-03-19 12:00", "2021-04-19 12:00", "2021-05-21 12:00" })
        {
            await MoveTo(desk, night);
        }

        Assert.Equal(before, await site.FilesIn("vault"));
        foreach (var (page, link) in candidates)
        {
            Assert.Equal(404, (await page.GotoAsync(link))!.Status);
            await page.Context.DisposeAsync();
        }

        await desk.GotoAsync(Desk(language, "/copies"));
        await desk.Axe();
        await Press(desk, "main .submit button:not(.quiet)");
        await Assertions.Expect(desk.Locator("main .banner.done")).ToBeVisibleAsync();
    }

    /// <summary>Follows the link that was mailed, presses its button, and returns the link.</summary>
    private static async Task<string> Prove(IPage page, string language, string email)
    {
        await page.GotoAsync($"/{language}/demo/mail");
        var mail = await page.Locator("main tbody tr", new() { HasText = email }).Last.Locator("a").GetAttributeAsync("href"); // the first that was sent
        var link = Link().Match(await (await page.APIRequest.GetAsync(mail!)).TextAsync()).Groups[1].Value;
        await page.GotoAsync(link);
        await page.Axe();
        await Press(page, "form[action$='/proof'] button");
        await Assertions.Expect(page.Locator("main .banner.done")).ToBeVisibleAsync();
        return link;
    }

    /// <summary>Both jurors find the first admissible and give marks, and the others not admissible.</summary>
    private static async Task Judge(Site site, string language, int width)
    {
        foreach (var juror in new[] { "juror", "juror2" })
        {
            await using var panel = await site.As(juror, language + "-BE", width);
            var page = await panel.NewPageAsync();
            foreach (var (number, meets) in new[] { (1, "yes"), (2, "no"), (3, "no") })
            {
                await HandIn(page, Desk(language, $"/applications/{number}/admissibility"), "meets.", meets, look: number == 1 && juror == "juror");
            }
        }

        foreach (var juror in new[] { "juror", "juror2" })
        {
            await using var panel = await site.As(juror, language + "-BE", width);
            await HandIn(await panel.NewPageAsync(), Desk(language, "/applications/1/scorecard"), "level.", "4", look: juror == "juror");
        }
    }

    /// <summary>The version and the hour in the calendar file of a candidate's own page.</summary>
    private static async Task<(int Sequence, string Hour)> Calendar(IPage page, string own)
    {
        await page.GotoAsync(own);
        await page.Axe();
        var file = await (await page.APIRequest.GetAsync(own + "/interview.ics")).TextAsync();
        return (int.Parse(Sequence().Match(file).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), Starts().Match(file).Groups[1].Value);
    }

    private static async Task MoveAnHourOn(IPage desk)
    {
        await desk.ClickAsync("main a[href$='/move']");
        await desk.Axe();
        await desk.FillAsync("[name=time]", "10:00");
        await Press(desk, "main .submit button:not(.quiet)");
        await Assertions.Expect(desk.Locator("main .banner.done")).ToBeVisibleAsync();
        await desk.Axe();
    }

    /// <summary>The post is offered for 36 months, and accepted by the candidate's link.</summary>
    private static async Task Offer(IPage desk, string language, IPage chosen, string own)
    {
        await desk.GotoAsync(Desk(language, "/applications/1/offer"));
        await desk.CheckAsync("[name=contract][value=FixedTerm]");
        await desk.FillAsync("[name=months]", "36");
        await Press(desk, "main .submit button:not(.quiet)");
        await Assertions.Expect(desk.Locator("main .banner.done")).ToBeVisibleAsync();
        await desk.GotoAsync(Desk(language, "/closing"));
        await Assertions.Expect(desk.Locator("form[action$='/closing/letters']")).ToHaveCountAsync(0); // not before the answer
        await chosen.GotoAsync(own);
        await chosen.ClickAsync("main a[href$='/offer']");
        await chosen.Axe();
        await Press(chosen, "button[name=answer][value=accept]");
        await Assertions.Expect(chosen.Locator("main .banner.done")).ToBeVisibleAsync();
        await chosen.Axe();
    }

    /// <summary>Letters leave to two; one comes back, the closing is refused by name, and the person is told otherwise.</summary>
    private static async Task Tell(IPage desk, string language, string untold, string waiting)
    {
        await desk.GotoAsync(Desk(language, "/closing"));
        await Press(desk, "form[action$='/closing/letters'] button");
        for (var tries = 0; tries < 100 && (await desk.Locator("main").InnerTextAsync()).Contains(waiting, StringComparison.Ordinal); tries++)
        {
            await Task.Delay(200); // letters leave every second
            await desk.GotoAsync(Desk(language, "/closing"));
        }

        await Assertions.Expect(desk.Locator("form[action$='/back']")).ToHaveCountAsync(2); // only what has left can come back
        await Press(desk, "form[action$='/closing/3/back'] button");
        await desk.Axe();
        await Press(desk, "form[action$='/closing/close'] button");
        Assert.Contains(untold, (await desk.Locator("main").InnerTextAsync()).Replace('\u00A0', ' '), StringComparison.Ordinal);
        await desk.Axe();
        await desk.FillAsync("[name='how-3']", "1");
        await Press(desk, "form[action$='/closing/3/otherwise'] button");
        await Assertions.Expect(desk.Locator("main .banner.done")).ToBeVisibleAsync();
    }

    [GeneratedRegex("href=\"[^\"]*?(/[a-z]{2}/applications/[^\"]+)\"")]
    private static partial Regex Link();

    [GeneratedRegex(@"SEQUENCE:(\d+)")]
    private static partial Regex Sequence();

    [GeneratedRegex(@"DTSTART;TZID=[^:]+:20210302(T\d{6})")]
    private static partial Regex Starts();
}
