using Microsoft.Playwright;
using Passerelle.Browser.Harness;
using Xunit;

namespace Passerelle.Browser;

/// <summary>
/// One sentence of a French purpose changes; the Dutch page says so until a translator and a second reader have done
/// with it. The translator uses keys alone. The figures of parity tell it, so the application is its own.
/// </summary>
public sealed class TranslationJourney
{
    private const string Group = "parc-bleu";
    private const string Before = "le promeneur, lui, s’arrête souvent à la frontière.";
    private const string After = "le promeneur, lui, s’arrête souvent à la frontière des 12 communes.";
    private const string Dutch = "Van Rijsel naar Kortrijk en van Kortrijk naar Doornik stroomt overal water; de wandelaar daarentegen strandt vaak aan de grens van de {0} gemeenten.";
    private const string Previous = "Vorige versie: de laatste wijziging is nog niet vertaald";
    private const string Unread = "Vertaling nog niet nagelezen";

    [Fact]
    public async Task A_changed_sentence_is_translated_and_read_over_by_two_people()
    {
        await using var site = new Site();
        await using var coordinator = await site.As("coordinator");
        await using var translator = await site.As("translator", "nl-BE");
        await using var proofreader = await site.As("proofreader", "nl-BE", width: 390);
        await using var citizen = await site.As("citizen", "nl-BE", width: 390);
        var (desk, reading, page) = (await coordinator.NewPageAsync(), await citizen.NewPageAsync(), await translator.NewPageAsync());

        var ready = await Ready(page);
        await ChangeASentence(desk);
        Assert.True(await Ready(page) < ready, "the figure fell");
        Assert.Contains(Previous, await Purpose(reading), StringComparison.Ordinal);

        await OpenFromTheQueue(page);
        Assert.Equal("des 12 communes", (await page.Locator(".active .source ins").First.InnerTextAsync()).Trim());
        Assert.Equal(1, await page.Locator(".segment .tag.attention").CountAsync());
        var score = await page.Locator(".suggestions .tag").First.InnerTextAsync();
        Assert.True(int.Parse(new string([.. score.Where(char.IsDigit)]), System.Globalization.CultureInfo.InvariantCulture) >= 85, score);
        await page.Axe();

        // The suggestion goes in with Alt+1, a wrong number is told while one types, and Ctrl+Enter confirms.
        await page.Keyboard.PressAsync("Alt+1");
        await page.FillAsync("#target", Words("13"));
        await Assertions.Expect(page.Locator("#checks")).ToContainTextAsync("Het getal 13 staat niet in de bron.");
        await page.FillAsync("#target", Words("12"));
        await Assertions.Expect(page.Locator("#checks")).Not.ToContainTextAsync("Het getal");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.WaitForURLAsync(url => url.Contains("#handin", StringComparison.Ordinal));
        await page.ClickAsync("form[action$='/forward'] button");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("De vertaling is ingediend");
        Assert.Contains(Unread, await Purpose(reading), StringComparison.Ordinal);

        // Nobody reads over what they translated.
        await page.ClickAsync(".banner a");
        Assert.True(await page.Locator("form[action$='/forward'] button").IsDisabledAsync());

        var second = await proofreader.NewPageAsync();
        await second.GotoAsync(new Uri(page.Url).AbsolutePath);
        await second.Axe();
        await second.ClickAsync("form[action$='/forward'] button");
        await Assertions.Expect(second.Locator("main")).ToContainTextAsync("De tekst is nagelezen");
        var text = await Purpose(reading);
        Assert.DoesNotContain(Unread, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Previous, text, StringComparison.Ordinal);
        Assert.Contains("12 gemeenten", text, StringComparison.Ordinal);
        Assert.Equal(ready + 3, await Ready(page)); // the sentence has three words more
    }

    private static string Words(string number) => Dutch.Replace("{0}", number, StringComparison.Ordinal);

    private static async Task ChangeASentence(IPage page)
    {
        await page.GotoAsync($"/fr/desk/groups/{Group}/texts");
        var purpose = page.Locator("textarea[name='purpose.fr']");
        var words = await purpose.InputValueAsync();
        Assert.Contains(Before, words, StringComparison.Ordinal);
        await purpose.FillAsync(words.Replace(Before, After, StringComparison.Ordinal));
        await page.ClickAsync("main form .submit button[type=submit]");
        await page.WaitForURLAsync($"**/fr/desk/groups/{Group}");
    }

    private static async Task OpenFromTheQueue(IPage page)
    {
        await page.GotoAsync("/nl/desk/translation?step=translate&section=groups");
        await page.Axe();
        await page.Locator("a[href*='/Group/'][href$='/Purpose/nl']").First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Het Blauwe Park");
    }

    /// <summary>The purpose as a reader of Dutch finds it, with what is said of it.</summary>
    private static async Task<string> Purpose(IPage page)
    {
        await page.GotoAsync($"/nl/groups/{Group}");
        return await page.Locator("main :is(.txt, .prose)").First.InnerTextAsync();
    }

    /// <summary>How many of the groups' words are ready in Dutch, as the table says in full beside the share.</summary>
    private static async Task<int> Ready(IPage page)
    {
        await page.GotoAsync("/nl/desk/translation/figures");
        var cell = await page.Locator("table.parity tbody tr").First.Locator("[data-label='Nederlands'] .note").InnerTextAsync();
        return int.Parse(new string([.. cell.Where(char.IsDigit)]), System.Globalization.CultureInfo.InvariantCulture);
    }
}
