using Microsoft.EntityFrameworkCore;
using Passerelle.Participation;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Participation;

public sealed class IdeaProposalTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task Who_writes_in_French_is_shown_the_Dutch_idea_of_the_same_need_before_sending()
    {
        var citizen = await platform.As("citizen");
        var near = await citizen.Post("/fr/ideas/new", IdeaScene.Draft("Une passerelle vélo au-dessus de la Lys", need: "À Comines, il faut traverser le pont avec les camions. Un pont pour les vélos et les piétons serait plus sûr pour les enfants."));
        Assert.Equal(200, (int)near.Status);
        var first = near.Html.QuerySelector("main article.card h2 a")!;
        Assert.Equal("/fr/ideas/fietsbrug-over-de-leie-in-komen", first.GetAttribute("href"));
        Assert.Equal("nl", first.QuerySelector("span")!.GetAttribute("lang"));
        Assert.Contains("soutenir", near.Main, StringComparison.Ordinal);
        Assert.Equal(0, await platform.Db(db => db.Set<Idea>().CountAsync(i => i.Slug == "une-passerelle-velo-au-dessus-de-la-lys")));

        // What was typed comes back when it is to be changed, and goes out when it is not one of these.
        var again = await citizen.Submit(near, "main form[method=post]", ("step", "write"));
        Assert.Equal("Une passerelle vélo au-dessus de la Lys", ((AngleSharp.Html.Dom.IHtmlInputElement)again.Html.QuerySelector("input[name=title]")!).Value);
        Assert.NotNull(again.Html.QuerySelector("input[name=sides][value=french][checked]"));
        var sent = await citizen.Submit(near, "main form[method=post]", ("step", "send"));
        Assert.Equal("/fr/ideas/une-passerelle-velo-au-dessus-de-la-lys", sent.Location);
    }

    [Fact]
    public async Task A_project_that_resembles_the_idea_is_shown_too_in_both_languages()
    {
        var near = await (await platform.As("citizen")).Post("/nl/ideas/new", IdeaScene.Draft("Fietshaltes langs de Leie", "nl", "Langs de Leie is nergens een halte waar fietsers kunnen rusten en water vinden."));
        var card = near.Html.QuerySelectorAll("main article.card").Single(c => c.QuerySelector("a")!.GetAttribute("href") == "/nl/projects/haltes-velo-lys");
        Assert.Contains("Twee fietshaltes aan de Leie", card.TextContent, StringComparison.Ordinal);
        Assert.Equal("Deux haltes vélo au bord de la Lys", card.QuerySelector("p[lang=fr]")!.TextContent);
    }

    [Fact]
    public async Task What_resembles_nothing_says_so()
    {
        var near = await (await platform.As("citizen")).Post("/fr/ideas/new", IdeaScene.Draft("Xylophones zoulous", need: "Zzyzx qwrt."));
        Assert.Contains("votre idée est nouvelle", near.Main, StringComparison.Ordinal);
        Assert.Empty(near.Html.QuerySelectorAll("main article.card"));
    }

    [Fact]
    public async Task An_idea_in_Dutch_stands_in_its_own_words_on_the_French_page_with_what_there_is_to_say_of_it()
    {
        var slug = await (await platform.As("member-citizen")).Propose("Een zitbank bij de kade", "nl", "Aan de kade kan niemand zitten.");
        await platform.Deliver();
        var page = await platform.Visitor().Get($"/fr/ideas/{slug}");
        Assert.Equal(200, (int)page.Status);
        Assert.Equal("nl", page.Html.QuerySelector("main h1 span")!.GetAttribute("lang"));
        Assert.Contains("Traduction en cours", page.Main, StringComparison.Ordinal);
        Assert.Contains("Aan de kade kan niemand zitten.", (await platform.Visitor().Get($"/nl/ideas/{slug}")).Main, StringComparison.Ordinal);
        Assert.Contains($"/ideas/{slug}", (await platform.Visitor().Get("/sitemap.xml")).Text, StringComparison.Ordinal);
        Assert.Single(await platform.MailsOf("member-citizen"), m => m.Subject == "Dank u voor uw voorstel" && m.Text.Contains("Een zitbank bij de kade", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_missing_or_unknown_is_said_at_its_field_and_what_was_typed_is_kept()
    {
        var citizen = await platform.As("citizen");
        var empty = await citizen.Post("/nl/ideas/new", ("step", "send"), ("language", "de"), ("theme", "Z9"), ("sides", "martian"), ("evidence", "Ja"));
        Assert.Equal(422, (int)empty.Status);
        foreach (var field in new[] { "language", "title", "need", "beneficiaries", "sides", "theme" })
        {
            Assert.NotNull(empty.ErrorAt(field));
        }

        Assert.Null(empty.ErrorAt("evidence"));
        Assert.Contains("Ja", empty.Html.QuerySelector("textarea[name=evidence]")!.TextContent, StringComparison.Ordinal);
        var none = await citizen.Post("/fr/ideas/new", [.. IdeaScene.Draft("Sans versant").Where(f => f.Name != "sides"), ("step", "send")]);
        Assert.Equal(422, (int)none.Status);
        Assert.Contains("Choisissez au moins un versant.", none.ErrorAt("sides"), StringComparison.Ordinal);
        var wrong = await citizen.Post("/fr/ideas/new", [.. IdeaScene.Draft(new string('x', Idea.TitleLimit + 1)), ("step", "send")]);
        Assert.NotNull(wrong.ErrorAt("title"));
        var visitor = await platform.Visitor().Post("/fr/ideas/new", [.. IdeaScene.Draft("Anonyme"), ("step", "send")]);
        Assert.StartsWith("/fr/sign-in", visitor.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_twice_at_once_it_is_one_idea_and_two_of_one_title_have_addresses_of_their_own()
    {
        var citizen = await platform.As("citizen");
        var once = Guid.CreateVersion7();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => citizen.Post("/fr/ideas/new", [.. IdeaScene.Draft("Deux fois le même envoi", once: once), ("step", "send")])));
        Assert.All(answers, a => Assert.Equal("/fr/ideas/deux-fois-le-meme-envoi", a.Location));
        Assert.Equal(1, await platform.Db(db => db.Set<Idea>().CountAsync(i => i.Id == once)));
        Assert.Equal(1, await platform.Db(db => db.Events.CountAsync(e => e.SubjectId == once && e.Name == "idea.sent")));
        var others = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => citizen.Post("/fr/ideas/new", [.. IdeaScene.Draft("Deux fois le même envoi"), ("step", "send")])));
        Assert.Equal(3, others.Select(a => a.Location).Distinct().Count());
    }

    [Fact]
    public async Task Its_author_takes_it_back_while_nobody_has_begun_and_nobody_else_does()
    {
        var author = await platform.As("citizen");
        var slug = await author.Propose("À retirer");
        Assert.Equal(403, (int)(await (await platform.As("member-citizen")).Post($"/fr/ideas/{slug}/withdraw")).Status);
        Assert.StartsWith("/fr/sign-in", (await platform.Visitor().Post($"/fr/ideas/{slug}/withdraw")).Location, StringComparison.Ordinal);
        Assert.Equal("/fr/desk/my-ideas", (await author.Fill($"/fr/ideas/{slug}/withdraw")).Location);
        Assert.Equal(404, (int)(await platform.Visitor().Get($"/fr/ideas/{slug}")).Status);
        Assert.Equal("/fr/desk/my-ideas", (await author.Post($"/fr/ideas/{slug}/withdraw")).Location); // sent twice
        Assert.Equal(404, (int)(await author.Get($"/fr/ideas/{slug}/withdraw")).Status);
        Assert.Contains("Retirée", (await author.Get("/fr/desk/my-ideas")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("À retirer", (await platform.Visitor().Get("/fr/ideas?q=retirer")).Main, StringComparison.Ordinal);

        var begun = await author.Propose("Déjà examinée");
        await platform.AddView(begun);
        var late = await author.Post($"/fr/ideas/{begun}/withdraw");
        Assert.Equal(422, (int)late.Status);
        Assert.Contains("ne se retire plus", late.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_filtered_by_theme_side_state_and_words_without_accents_and_has_pages()
    {
        var citizen = await platform.As("citizen");
        await citizen.Propose("Le désert médical", need: "Plus de médecin au village.", theme: "S1");
        var visitor = platform.Visitor();
        async Task<IReadOnlyList<string>> Titles(string query) => [.. (await visitor.Get("/fr/ideas" + query)).Html.QuerySelectorAll("main article.card h2").Select(h => h.TextContent.Trim())];
        Assert.Equal(["Le désert médical"], await Titles("?q=MEDECIN+desert"));
        Assert.Equal(["Le désert médical"], await Titles("?theme=S1"));
        Assert.Contains("Le désert médical", await Titles("?side=french"));
        Assert.DoesNotContain("Le désert médical", await Titles("?side=flemish"));
        Assert.Contains("Un tram de Lille à Courtrai", await Titles("?state=Refused"));
        Assert.Empty(await Titles("?q=introuvable"));
        Assert.DoesNotContain("Een nacht zonder straatlicht langs de Schelde", await Titles("?state=Withdrawn"));
        await Task.WhenAll(Enumerable.Range(0, 21).Select(n => citizen.Propose($"Numéro {n}", theme: "I5")));
        Assert.Equal(20, (await Titles("?theme=I5")).Count);
        Assert.Single(await Titles("?theme=I5&page=2"));
    }

    [Fact]
    public async Task The_list_and_a_page_take_the_same_number_of_queries_however_much_there_is()
    {
        var (one, many) = (await platform.As("citizen"), await platform.As("member-citizen"));
        var slug = await one.Propose("Peu de requêtes", theme: "I2");
        await one.Get("/fr/ideas?theme=I2");
        var (_, few) = await one.Count("/fr/ideas?theme=I2");
        var (_, alone) = await one.Count($"/fr/ideas/{slug}");
        await many.Propose("Encore une", theme: "I2");
        await many.Propose("Et une autre", theme: "I2");
        await many.Post($"/fr/ideas/{slug}/support");
        await platform.AddView(slug, "Une commune");
        await platform.AddView(slug, "Une autre commune");
        await one.Get("/fr/ideas?theme=I2");
        var (list, more) = await one.Count("/fr/ideas?theme=I2");
        Assert.Equal(3, list.Html.QuerySelectorAll("main article.card").Length);
        Assert.Equal(few, more);
        var (page, full) = await one.Count($"/fr/ideas/{slug}");
        Assert.Equal(2, page.Html.QuerySelectorAll("main article.card h3").Length);
        Assert.Equal(alone, full);
        Assert.InRange(full, 1, 10);
    }
}
