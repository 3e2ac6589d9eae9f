using Microsoft.Playwright;
using Passerelle.Browser.Harness;
using Xunit;

namespace Passerelle.Browser;

/// <summary>The cards of a project's board, moved with the pointer and with the keyboard.</summary>
public sealed class BoardJourney(Site site)
{
    private const string Board = "/fr/desk/projects/jalonnement-lys/board";

    [Fact]
    public async Task A_card_is_drawn_to_another_column_with_the_pointer()
    {
        await using var coordinator = await site.As("coordinator");
        var page = await coordinator.NewPageAsync();
        await page.GotoAsync(Board);
        var card = page.Locator("[data-card=Planned]").First;
        var id = await card.GetAttributeAsync("id");
        await card.Locator("h3").DragToAsync(page.Locator("[data-column=Underway]"));
        await Assertions.Expect(page.Locator("main .banner.done")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator($"[data-column=Underway] #{id}")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_card_moves_with_the_keyboard_and_the_answer_has_the_focus()
    {
        await using var coordinator = await site.As("coordinator");
        var page = await coordinator.NewPageAsync();
        await page.GotoAsync(Board);
        var card = page.Locator("[data-card=Planned]").Last;
        var id = await card.GetAttributeAsync("id");
        await card.Locator("form[data-to=Underway] button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main .banner.done")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator($"[data-column=Underway] #{id}")).ToBeVisibleAsync();
    }
}
