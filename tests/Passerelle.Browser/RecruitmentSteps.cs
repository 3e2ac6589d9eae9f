using Microsoft.Playwright;
using Passerelle.Browser.Harness;
using Passerelle.Tests.Recruitment;
using Xunit;

namespace Passerelle.Browser;

/// <summary>What candidates, jurors and the Director do in more than one journey, by the pages alone.</summary>
internal static class RecruitmentSteps
{
    public const string Vacancy = "coordinateur-de-projets-2021";

    public static string Desk(string language, string path) => $"/{language}/desk/recruitment/{Vacancy}{path}";

    /// <summary>From the first page to all but the sending.</summary>
    /// <param name="refused">What is said of a curriculum that is too long, which is tried first.</param>
    /// <param name="look">Whether axe looks at each page; once a journey is enough.</param>
    public static async Task Prepare(IPage page, string language, string name, string email, string? refused = null, bool look = true)
    {
        await page.GotoAsync($"/{language}/jobs/{Vacancy}/apply");
        await page.FillAsync("[name=name]", name);
        await page.FillAsync("[name=email]", email);
        await page.CheckAsync($"[name=language][value={language}]");
        await Press(page, "main form[method=post] button[type=submit]");
        await page.WaitForURLAsync("**/applications/*");
        var own = page.Url;
        await Look(page, look);
        await page.GotoAsync(own + "/facts");
        await Look(page, look);
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
            await Look(page, look);
        }

        await Upload(page, "cv", SmallPdf.Of("Parcours", name));
        foreach (var (letter, text) in new[] { ("fr", SmallPdf.French), ("nl", SmallPdf.Dutch) })
        {
            await page.CheckAsync($"[name=holds][value={letter}]");
            await Upload(page, "letter", SmallPdf.Of(text));
        }

        await page.GotoAsync(own + "/send");
        await Look(page, look);
        await page.CheckAsync("[name=missions]");
        await page.CheckAsync("[name=privacy]");
    }

    public static async Task Send(IPage page) => await Press(page, "main form[method=post] button[type=submit]");

    /// <summary>A juror fills in a whole sheet and hands it in.</summary>
    public static async Task HandIn(IPage page, string sheet, string field, string value, bool look = true)
    {
        await page.GotoAsync(sheet);
        await Look(page, look);
        await All(page, $"input[name^='{field}'][value='{value}']", r => r.CheckAsync());
        await All(page, "[name^='reason.']", r => r.FillAsync("1"));
        await page.CheckAsync("[name=final]");
        await Press(page, "main .submit button:not(.quiet)");
        await Assertions.Expect(page.Locator("main .banner.done")).ToBeVisibleAsync();
    }

    /// <summary>The Director decides on an application.</summary>
    public static async Task Decide(IPage desk, string language, int number, string outcome, string stage)
    {
        await desk.GotoAsync(Desk(language, $"/applications/{number}/decision"));
        await desk.CheckAsync($"[name=outcome][value={outcome}]");
        await desk.CheckAsync($"[name=stage][value={stage}]");
        await desk.FillAsync("[name=reason]", "1");
        await Press(desk, "main .submit button:not(.quiet)");
    }

    /// <summary>A slot on 2 March at nine, and the first candidate who may be invited in it. Ends on the slot's page.</summary>
    public static async Task Invite(IPage desk, string language)
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

    public static async Task All(IPage page, string selector, Func<ILocator, Task> act)
    {
        foreach (var one in await page.Locator(selector).AllAsync())
        {
            await act(one);
        }
    }

    public static async Task Press(IPage page, string selector)
    {
        await page.RunAndWaitForResponseAsync(() => page.Locator(selector).First.ClickAsync(), r => r.Request.Method == "POST");
        await page.WaitForLoadStateAsync();
    }

    /// <summary>Moves the demonstration's clock; every night on the way does its work first.</summary>
    public static async Task MoveTo(IPage page, string moment)
    {
        var form = page.APIRequest.CreateFormData();
        form.Set("now", moment.Replace(' ', 'T'));
        var answer = await page.APIRequest.PostAsync("/demo/clock", new() { Form = form, MaxRedirects = 0, Timeout = 120_000, Headers = [new("Sec-Fetch-Site", "same-origin")] });
        Assert.True(answer.Status < 400, await answer.TextAsync());
    }

    private static Task Look(IPage page, bool look) => look ? page.Axe() : Task.CompletedTask;

    private static async Task Upload(IPage page, string slot, byte[] file)
    {
        await page.SetInputFilesAsync($"[name={slot}]", new FilePayload { Name = slot + ".pdf", MimeType = "application/pdf", Buffer = file });
        await Press(page, $"form[action$='/{slot}'] button");
    }
}
