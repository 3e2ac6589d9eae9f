using Microsoft.Playwright;
using Passerelle.Browser.Harness;
using Passerelle.Tests.Recruitment;
using Xunit;

namespace Passerelle.Browser;

/// <summary>
/// A candidate without an account, in French on a desk and in Dutch on a phone: what is refused, what is received before
/// noon, and what is not after; then the panel, the interview and the decision. Time moves, so the application is its own.
/// </summary>
public sealed class RecruitmentJourney
{
    private const string Vacancy = "coordinateur-de-projets-2021";

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

        await desk.GotoAsync(Desk(language, "/applications/1/decision"));
        await desk.CheckAsync("[name=outcome][value=Retained]");
        await desk.CheckAsync("[name=stage][value=Scorecard]");
        await desk.FillAsync("[name=reason]", "1");
        await Press(desk, "main .submit button:not(.quiet)");
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

    /// <summary>From the first page to all but the sending.</summary>
    private static async Task Prepare(IPage page, string language, string name, string email, string? refused = null)
    {
        await page.GotoAsync($"/{language}/jobs/{Vacancy}/apply");
        await page.FillAsync("[name=name]", name);
        await page.FillAsync("[name=email]", email);
        await page.CheckAsync($"[name=language][value={language}]");
        await Press(page, "main form[method=post] button[type=submit]");
        await page.WaitForURLAsync("**/applications/*");
        var own = page.Url;
        await page.Axe();
        await page.GotoAsync(own + "/facts");
        await page.Axe();
        await page.CheckAsync("[name=regime][value=F]");
        await page.CheckAsync("[name=servant][value=no]");
        await page.FillAsync("[name='from.0']", "2012-01");
        await page.FillAsync("[name='until.0']", "2019-12");
        await page.FillAsync("[name='what.0']", "Coordination");
        await Press(page, "main .submit button:not(.quiet)");
        if (refused is not null)
        {
            await Upload(page, "cv", SmallPdf.Of("1", "2", "3"));
            await Assertions.Expect(page.Locator("#cv-error")).ToContainTextAsync(refused);
            await page.Axe();
        }

        await Upload(page, "cv", SmallPdf.Of("Parcours", name));
        foreach (var (letter, text) in new[] { ("fr", SmallPdf.French), ("nl", SmallPdf.Dutch) })
        {
            await page.CheckAsync($"[name=holds][value={letter}]");
            await Upload(page, "letter", SmallPdf.Of(text));
        }

        await page.GotoAsync(own + "/send");
        await page.Axe();
        await page.CheckAsync("[name=missions]");
        await page.CheckAsync("[name=privacy]");
    }

    private static async Task Upload(IPage page, string slot, byte[] file)
    {
        await page.SetInputFilesAsync($"[name={slot}]", new FilePayload { Name = slot + ".pdf", MimeType = "application/pdf", Buffer = file });
        await Press(page, $"form[action$='/{slot}'] button");
    }

    private static async Task Send(IPage page) => await Press(page, "main form[method=post] button[type=submit]");

    /// <summary>A juror fills in a whole sheet and hands it in.</summary>
    private static async Task HandIn(IPage page, string sheet, string field, string value)
    {
        await page.GotoAsync(sheet);
        await page.Axe();
        await All(page, $"input[name^='{field}'][value='{value}']", r => r.CheckAsync());
        await All(page, "[name^='reason.']", r => r.FillAsync("1"));
        await page.CheckAsync("[name=final]");
        await Press(page, "main .submit button:not(.quiet)");
        await Assertions.Expect(page.Locator("main .banner.done")).ToBeVisibleAsync();
    }

    private static async Task Invite(IPage desk, string language)
    {
        await desk.GotoAsync(Desk(language, "/interviews/plan"));
        await desk.Axe();
        await desk.FillAsync("[name=day]", "2021-03-02");
        await desk.FillAsync("[name=time]", "09:00");
        await desk.FillAsync("[name=minutes]", "45");
        await desk.FillAsync("[name=room]", "Lys");
        await All(desk, "[name=jurors]", j => j.CheckAsync());
        await Press(desk, "main .submit button:not(.quiet)");
        await desk.ClickAsync("main table tbody th a");
        await desk.ClickAsync("main a[href$='/invite']");
        await desk.SelectOptionAsync("[name=application]", new SelectOptionValue { Index = 1 });
        await Press(desk, "main .submit button:not(.quiet)");
        await Assertions.Expect(desk.Locator("main .banner.done")).ToBeVisibleAsync();
    }

    private static string Desk(string language, string path) => $"/{language}/desk/recruitment/{Vacancy}{path}";

    private static async Task All(IPage page, string selector, Func<ILocator, Task> act)
    {
        foreach (var one in await page.Locator(selector).AllAsync())
        {
            await act(one);
        }
    }

    private static async Task Press(IPage page, string selector)
    {
        await page.RunAndWaitForResponseAsync(() => page.Locator(selector).First.ClickAsync(), r => r.Request.Method == "POST");
        await page.WaitForLoadStateAsync();
    }

    private static async Task MoveTo(IPage page, string moment)
    {
        var form = page.APIRequest.CreateFormData();
        form.Set("now", moment.Replace(' ', 'T'));
        var answer = await page.APIRequest.PostAsync("/demo/clock", new() { Form = form, MaxRedirects = 0, Headers = [new("Sec-Fetch-Site", "same-origin")] });
        Assert.True(answer.Status < 400, await answer.TextAsync());
    }
}
