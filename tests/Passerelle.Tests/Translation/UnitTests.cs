using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups;
using Passerelle.Platform.Localization;
using Passerelle.Tests.Host;
using Passerelle.Translation;

namespace Passerelle.Tests.Translation;

/// <summary>The editor: what is typed is kept, whoever else works on the text and whatever becomes of its source.</summary>
public sealed class UnitTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string French = "Un premier point. Un deuxième point avec le chiffre 7.";

    [Fact]
    public async Task What_is_typed_is_kept_without_being_confirmed_and_the_checks_answer()
    {
        var path = await Fresh("campus-frontiere");
        var translator = await platform.As("translator");
        var page = await translator.Get("/fr" + path);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/fr{path}/segments/2/type")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["revision"] = page.Html.QuerySelector("[name=revision]")!.GetAttribute("value")!, ["version"] = "1", ["target"] = "Een tweede punt met het cijfer 8." }),
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("X-Fragment", "1");
        var answer = await Answer.Of(await translator.Http.SendAsync(request));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("Le nombre 7 de la source manque.", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Een tweede punt met het cijfer 8.", (await Segment(path, 1)).Target);
        Assert.Equal(SegmentState.Begun, (await Segment(path, 1)).State);
        Assert.Equal(TextState.Missing, (await platform.PurposeOf("campus-frontiere")).StateIn("nl"));
    }

    [Fact]
    public async Task Of_two_who_save_the_same_segment_the_second_is_told_and_loses_nothing()
    {
        var path = await Fresh("langage-clair");
        var (first, second) = (await platform.As("translator"), await platform.As("proofreader"));
        var (one, two) = (await first.Get("/fr" + path + "?segment=1"), await second.Get("/fr" + path + "?segment=1"));
        Assert.Equal(303, (int)(await first.Confirm(one, "Een eerste punt.")).Status);
        var late = await second.Confirm(two, "Een allereerste punt.");
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("Een allereerste punt.", late.Html.QuerySelector("#lost blockquote")!.TextContent);
        Assert.Equal("Een eerste punt.", late.Html.QuerySelector("#target")!.TextContent.Trim());
        Assert.Equal("Een eerste punt.", (await Segment(path, 0)).Target);
    }

    [Fact]
    public async Task Two_who_work_on_different_segments_both_find_their_words()
    {
        var path = await Fresh("sante-sans-frontiere");
        var (first, second) = (await platform.As("translator"), await platform.As("proofreader"));
        var (one, two) = (await first.Get("/fr" + path + "?segment=1"), await second.Get("/fr" + path + "?segment=2"));
        var answers = await Task.WhenAll(first.Confirm(one, "Een eerste punt."), second.Confirm(two, "Een tweede punt met het cijfer 7."));
        Assert.All(answers, a => Assert.Equal(303, (int)a.Status));
        Assert.Equal(("Een eerste punt.", "Een tweede punt met het cijfer 7."), ((await Segment(path, 0)).Target, (await Segment(path, 1)).Target));
    }

    [Fact]
    public async Task A_source_that_changes_while_one_translates_is_told_and_what_was_typed_is_shown()
    {
        var path = await Fresh("emploi-sans-frontiere");
        var translator = await platform.As("translator");
        var page = await translator.Get("/nl" + path + "?segment=2");
        await platform.Change("emploi-sans-frontiere", "Un premier point. Un deuxième point avec le chiffre 9.");
        var answer = await translator.Confirm(page, "Een tweede punt met het cijfer 7.");
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("Een tweede punt met het cijfer 7.", answer.Html.QuerySelector("#lost blockquote")!.TextContent);
        Assert.Contains("chiffre 9", answer.Html.QuerySelector(".active .source")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_placeholder_is_refused_unless_somebody_says_why_it_is_right()
    {
        var path = await Fresh("television-voisine", "Bonjour {name}.");
        var translator = await platform.As("translator");
        var page = await translator.Get("/fr" + path);
        var refused = await translator.Confirm(page, "Dag.");
        Assert.Equal(422, (int)refused.Status);
        Assert.Contains("La variable {name} manque.", refused.Html.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Dag.", refused.Html.QuerySelector("#target")!.TextContent.Trim());
        var form = refused.Html.QuerySelectorAll("form.dismiss").Single(f => f.TextContent.Contains("{name}", StringComparison.Ordinal));
        var key = form.QuerySelector("[name=key]")!.GetAttribute("value")!;
        var empty = await translator.Submit(refused, $"form.dismiss:has([value='{key}'])", ("reason", ""));
        Assert.Equal(422, (int)empty.Status);
        Assert.Equal(303, (int)(await translator.Submit(refused, $"form.dismiss:has([value='{key}'])", ("reason", "Le modèle néerlandais n’a pas de prénom."))).Status);
        Assert.Equal(303, (int)(await translator.Confirm(await translator.Get("/fr" + path), "Dag.")).Status);
        Assert.Equal(1, await platform.Db(db => db.Set<Dismissal>().CountAsync(d => d.Key == key)));
    }

    [Fact]
    public async Task An_empty_translation_is_not_confirmed_nor_is_a_text_handed_in_with_segments_left()
    {
        var path = await Fresh("qualite-de-l-air");
        var translator = await platform.As("translator");
        var page = await translator.Get("/nl" + path);
        var empty = await translator.Confirm(page, " ");
        Assert.Equal(422, (int)empty.Status);
        Assert.Contains("Schrijf een vertaling voor u bevestigt.", empty.Main, StringComparison.Ordinal);
        var early = await translator.Submit(page, "form[action$='/forward']");
        Assert.Equal(422, (int)early.Status);
        Assert.Contains("2 segmenten zijn nog niet bevestigd.", early.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_proofreaders_changes_are_shown_to_the_translator_and_the_director_may_let_one_person_do_both()
    {
        var path = await Fresh("economie-circulaire", "Un seul point.");
        var (translator, proofreader) = (await platform.As("translator"), await platform.As("proofreader"));
        await translator.Confirm(await translator.Get("/fr" + path), "Een enkel punt");
        await translator.Submit(await translator.Get("/fr" + path), "form[action$='/forward']");
        var own = await proofreader.Confirm(await proofreader.Get("/fr" + path), "Een enkel punt.");
        Assert.Equal(303, (int)own.Status);
        await proofreader.Submit(await proofreader.Get("/fr" + path), "form[action$='/forward']");
        var seen = await translator.Get("/fr" + path);
        Assert.Contains("Changé par", seen.Html.QuerySelector(".active")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(".", seen.Html.QuerySelector(".active .panel-side .changes ins")!.TextContent);
        Assert.Contains("Relu, avec des changements", (await translator.Get("/fr/desk")).Main, StringComparison.Ordinal);

        // Another text, that the proofreader translates alone.
        var alone = await Fresh("bibliotheques-voisines", "Un seul point.");
        await proofreader.Confirm(await proofreader.Get("/fr" + alone), "Een enkel punt.");
        await proofreader.Submit(await proofreader.Get("/fr" + alone), "form[action$='/forward']");
        var refused = await proofreader.Submit(await proofreader.Get("/fr" + alone), "form[action$='/forward']");
        Assert.Equal(422, (int)refused.Status);
        Assert.Contains("Personne ne relit sa propre traduction.", refused.Main, StringComparison.Ordinal);
        Assert.Equal(403, (int)(await proofreader.Get("/fr" + alone + "/waive")).Status);
        var director = await platform.As("director");
        Assert.Equal(303, (int)(await director.Fill("/fr" + alone + "/waive", ("reason", "Un mot seulement."))).Status);
        Assert.Equal(303, (int)(await proofreader.Submit(await proofreader.Get("/fr" + alone), "form[action$='/forward']")).Status);
        Assert.Equal(TextState.Proofread, (await platform.PurposeOf("bibliotheques-voisines")).StateIn("nl"));
        Assert.Equal(1, await platform.Db(db => db.Events.CountAsync(e => e.Name == "translation.waived")));
    }

    [Fact]
    public async Task What_a_thing_without_a_history_of_its_own_says_in_the_other_language_is_seen_at_once_by_everybody()
    {
        var view = await platform.Db(db => db.TextIndex.Where(r => r.Owner == "IdeaView" && r.Waits && r.State == TextState.Missing).Select(r => new { r.OwnerId, r.Language }).FirstAsync());
        var idea = await platform.Db(db => db.Set<Passerelle.Participation.IdeaView>().Where(v => v.Id == view.OwnerId).Join(db.Set<Passerelle.Participation.Idea>(), v => v.IdeaId, i => i.Id, (_, i) => i.Slug).SingleAsync());
        var (path, visitor, translator) = ($"/desk/translation/IdeaView/{view.OwnerId}/Words/{view.Language}", platform.Visitor(), await platform.As("translator"));
        Assert.Equal(200, (int)(await visitor.Get($"/{view.Language}/ideas/{idea}")).Status);
        var page = await translator.Get("/fr" + path);
        var number = page.Html.QuerySelectorAll("li.segment").Length;
        for (var segment = 1; segment <= number; segment++)
        {
            Assert.Equal(303, (int)(await translator.Confirm(await translator.Get($"/fr{path}?segment={segment}"), $"Zo gezien, deel {"abc"[segment]}.")).Status);
        }

        Assert.Equal(303, (int)(await translator.Submit(await translator.Get("/fr" + path), "form[action$='/forward']")).Status);
        Assert.Contains("Zo gezien, deel b.", (await visitor.Get($"/{view.Language}/ideas/{idea}")).Main, StringComparison.Ordinal);
        Assert.Equal(1, await platform.Db(db => db.Events.CountAsync(e => e.Name == "text.translated" && e.IsPublic && db.Set<TranslationUnit>().Any(u => u.Id == e.SubjectId && u.OwnerId == view.OwnerId))));

        // And then counts as first written in that language.
        Assert.Equal(303, (int)(await (await platform.As("director")).Submit(await (await platform.As("director")).Get("/fr" + path + "/switch"), "main form")).Status);
        var words = await platform.Db(db => db.Set<Passerelle.Participation.IdeaView>().Where(v => v.Id == view.OwnerId).Select(v => v.Words).SingleAsync());
        Assert.Equal((view.Language, false), (words.Source, words.IsStale(view.Language == "nl" ? "fr" : "nl")));
        Assert.Equal(404, (int)(await translator.Get("/fr" + path)).Status);
    }

    [Fact]
    public async Task A_thing_of_which_a_translation_is_wanting_does_not_count_as_written_in_the_other_language()
    {
        var path = await Fresh("jalons-cyclables");
        var director = await platform.As("director");
        var refused = await director.Submit(await director.Get("/fr" + path + "/switch"), "main form");
        Assert.Equal(422, (int)refused.Status);
        Assert.Equal("fr", (await platform.PurposeOf("jalons-cyclables")).Source);
        Assert.Equal(403, (int)(await (await platform.As("translator")).Get("/fr" + path + "/switch")).Status);
    }

    [Fact]
    public async Task A_text_that_a_second_reader_had_done_with_is_corrected_and_read_over_again()
    {
        var path = await Fresh("langues-pour-adultes", "Un seul point.");
        var (translator, proofreader) = (await platform.As("translator"), await platform.As("proofreader"));
        await translator.Confirm(await translator.Get("/fr" + path), "Een enkel punt.");
        await translator.Submit(await translator.Get("/fr" + path), "form[action$='/forward']");
        await proofreader.Submit(await proofreader.Get("/fr" + path), "form[action$='/forward']");
        Assert.Null((await translator.Get("/fr" + path)).Html.QuerySelector("form[action$='/forward']"));
        await translator.Confirm(await translator.Get("/fr" + path), "Slechts één punt.");
        Assert.Equal("Een enkel punt.", (await platform.PurposeOf("langues-pour-adultes")).In("nl")!.Value);
        Assert.Equal(303, (int)(await translator.Submit(await translator.Get("/fr" + path), "form[action$='/forward']")).Status);
        var corrected = (await platform.PurposeOf("langues-pour-adultes")).In("nl")!;
        Assert.Equal(("Slechts één punt.", TextState.Draft), (corrected.Value, corrected.State));

        // The whole story of it can be read.
        var history = await translator.Get("/fr" + path + "/history");
        var told = history.Html.QuerySelectorAll("main ol li, main ul.history li").Select(l => l.TextContent).ToList();
        Assert.Equal(2, told.Count(l => l.Contains("a remis une traduction", StringComparison.Ordinal)));
        Assert.Contains(told, l => l.Contains("a relu une traduction", StringComparison.Ordinal));
        Assert.Equal(3, told.Count(l => l.Contains("a été publiée par", StringComparison.Ordinal)));
        Assert.Contains("Geschiedenis van de vertaling", (await translator.Get("/nl" + path)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_first_written_in_Dutch_goes_into_French_by_the_same_path()
    {
        const string slug = "gardiens-de-l-eau";
        await Write(slug, LocalizedText.Of("nl", ("nl", "Wij wachten op de bus.")));
        var path = await platform.PathOf(slug, into: "fr");
        var translator = await platform.As("translator");
        Assert.Equal(303, (int)(await translator.Confirm(await translator.Get("/fr" + path), "Nous attendons le bus.")).Status);
        Assert.Equal(303, (int)(await translator.Submit(await translator.Get("/fr" + path), "form[action$='/forward']")).Status);
        Assert.Equal("Nous attendons le bus.", (await platform.PurposeOf(slug)).In("fr")!.Value);
    }

    private async Task<string> Fresh(string slug, string french = French)
    {
        await Write(slug, LocalizedText.Of("fr", ("fr", french)));
        return await platform.PathOf(slug);
    }

    private Task<int> Write(string slug, LocalizedText purpose) => platform.Db(async db =>
    {
        var group = await db.Set<Group>().SingleAsync(g => g.Slug == slug);
        group.Write(group.Summary, purpose, group.Need, group.NeedSource, group.Horizon, new(null, platform.Clock.Now));
        return await db.SaveChangesAsync();
    });

    private Task<UnitSegment> Segment(string path, int order) => platform.Db(db =>
    {
        var owner = Guid.Parse(path.Split('/')[4], CultureInfo.InvariantCulture);
        return db.Set<UnitSegment>().AsNoTracking().Where(s => s.Order == order && db.Set<TranslationUnit>().Any(u => u.Id == s.UnitId && u.OwnerId == owner && u.Property == "Purpose")).SingleAsync();
    });
}
