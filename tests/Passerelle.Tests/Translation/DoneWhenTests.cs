using Passerelle.Platform.Localization;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Translation;

/// <summary>One sentence of a French purpose changes: what its Dutch readers, the translator and the proofreader see until it is right again.</summary>
public sealed class DoneWhenTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Before = "Le groupe parcourt les deux rives de la Lys avec les habitants. Il propose des travaux simples aux 12 communes.\n\nLe premier résultat est attendu au printemps.";
    private const string After = "Le groupe parcourt les deux rives de la Lys avec les habitants. Il propose des travaux simples aux 14 communes.\n\nLe premier résultat est attendu au printemps.";
    private const string Dutch = "De groep loopt met de bewoners de twee oevers van de Leie af. Ze stelt eenvoudige werken voor aan de 12 gemeenten.\n\nHet eerste resultaat wordt in de lente verwacht.";

    [Fact]
    public async Task A_changed_sentence_goes_through_the_desk_and_the_others_stay_as_they_are()
    {
        await platform.Purpose("parc-bleu", Before, Dutch);
        await platform.Change("parc-bleu", After);
        var visitor = platform.Visitor();
        Assert.Contains("Vorige versie: de laatste wijziging is nog niet vertaald", (await visitor.Get("/nl/groups/parc-bleu")).Main, StringComparison.Ordinal);

        // The segment alone waits, with the difference marked, its former translation at hand, and the number missed.
        var (path, translator) = (await platform.PathOf("parc-bleu"), await platform.As("translator"));
        Assert.Contains(path, (await translator.Get("/nl/desk/translation?step=translate")).Text, StringComparison.Ordinal);
        var page = await translator.Get("/nl" + path);
        Assert.Equal(["1", "3"], page.Html.QuerySelectorAll("li.segment:not(.active) .number").Select(n => n.TextContent));
        Assert.All(page.Html.QuerySelectorAll("li.segment:not(.active) .tag"), tag => Assert.Equal("Nagelezen", tag.TextContent.Trim()));
        Assert.Equal(("12", "14"), (page.Html.QuerySelector(".active .source del")!.TextContent, page.Html.QuerySelector(".active .source ins")!.TextContent));
        var score = page.Html.QuerySelector(".suggestions .tag")!.TextContent;
        Assert.True(int.Parse(score.Split(' ', '\u00A0')[0], System.Globalization.CultureInfo.InvariantCulture) >= 85, score);
        Assert.Contains("Het getal 14 uit de bron ontbreekt.", page.Html.QuerySelector("#checks")!.TextContent, StringComparison.Ordinal);

        // Nor is a wrong number confirmed.
        var refused = await translator.Confirm(page, "Ze stelt eenvoudige werken voor aan de 12 gemeenten.");
        Assert.Equal(422, (int)refused.Status);
        Assert.Contains("Het getal 14 uit de bron ontbreekt.", refused.Html.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await translator.Confirm(page, "Ze stelt eenvoudige werken voor aan de 14 gemeenten.")).Status);
        Assert.Equal(303, (int)(await translator.Submit(await translator.Get("/nl" + path), "form[action$='/forward']")).Status);
        Assert.Contains("Vertaling nog niet nagelezen", (await visitor.Get("/nl/groups/parc-bleu")).Main, StringComparison.Ordinal);
        Assert.Equal((TextState.Draft, Dutch.Replace("12", "14", StringComparison.Ordinal)), await Version());

        // Who translated does not read over; another does, and the label is gone.
        var own = await translator.Post("/nl" + path + "/forward", ("revision", (await platform.PurposeOf("parc-bleu")).Revision.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(422, (int)own.Status);
        var figures = await Ready();
        var proofreader = await platform.As("proofreader");
        Assert.Equal(303, (int)(await proofreader.Submit(await proofreader.Get("/nl" + path), "form[action$='/forward']")).Status);
        Assert.Equal(TextState.Proofread, (await Version()).State);
        Assert.DoesNotContain("nog niet nagelezen", (await visitor.Get("/nl/groups/parc-bleu")).Html.QuerySelector("main")!.TextContent.Split("Behoefte")[0], StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain((await proofreader.Get("/nl/desk/translation")).Html.QuerySelectorAll("table a"), a => a.GetAttribute("href") == "/nl" + path);
        Assert.True(await Ready() > figures);
    }

    private async Task<(TextState State, string Value)> Version() => (await platform.PurposeOf("parc-bleu")).In("nl") is { } version ? (version.State, version.Value) : default;

    private Task<int> Ready() => platform.Scope(async services =>
        (await ((Passerelle.Translation.Parity)services.GetService(typeof(Passerelle.Translation.Parity))!).Now(default)).Where(s => s.Language == "nl").Sum(s => s.Ready));
}
