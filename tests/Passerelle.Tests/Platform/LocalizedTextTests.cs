using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.ActionGroups;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Platform;

public sealed class LocalizedTextTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private static readonly Gen<string> Words = OneOf("", "Bois", "énergie partagée", "De Leie", "x\"y\\z", "🌊 l’eau", "deux\nlignes", "<b>gras</b>");

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    [Fact]
    public void What_an_author_types_in_both_languages_is_approved_in_the_first_and_a_draft_in_the_second()
    {
        var text = LocalizedText.Of("fr", ("fr", "Le parc"), ("nl", "Het park"));
        Assert.Equal((TextState.Approved, TextState.Draft, TextState.Missing), (text.StateIn("fr"), text.StateIn("nl"), text.StateIn("en")));
        Assert.Equal(new Reading("Het park", "nl", ReadingLabel.NotProofread), text.Read("nl"));
    }

    [Fact]
    public void The_platforms_own_words_stand_in_every_official_language_and_wait_for_no_translator()
    {
        var text = LocalizedText.Worded(() => $"mots en {Language.Interface} et {Language.Content}");
        Assert.Equal(["mots en fr et fr", "mots en nl et nl"], Language.Official.Select(l => text.Read(l).Value));
        Assert.Equal([TextState.Approved, TextState.Approved, TextState.Missing], new[] { "fr", "nl", "en" }.Select(text.StateIn));
        Assert.Equal(("fr", "nl"), (text.Source, LocalizedText.Worded(() => "x", "nl").Source));
    }

    [Fact]
    public void A_changed_original_leaves_the_untouched_translation_as_the_previous_version()
    {
        var text = Proofread("Le parc", "Het park").Revised("fr", Values("Le parc bleu", "Het park"));
        Assert.Equal(2, text.Revision);
        Assert.True(text.IsStale("nl"));
        Assert.Equal(new Reading("Het park", "nl", ReadingLabel.Previous), text.Read("nl"));
    }

    [Fact]
    public void A_translation_changed_together_with_its_original_is_a_fresh_draft()
    {
        var text = Proofread("Le parc", "Het park").Revised("fr", Values("Le parc bleu", "Het blauwe park"));
        Assert.Equal(new Reading("Het blauwe park", "nl", ReadingLabel.NotProofread), text.Read("nl"));
    }

    [Fact]
    public void An_emptied_translation_is_missing_and_its_readers_see_the_original()
    {
        var text = Proofread("Le parc", "Het park").Revised("fr", Values("Le parc", ""));
        Assert.Equal(TextState.Missing, text.StateIn("nl"));
        Assert.Equal(new Reading("Le parc", "fr", ReadingLabel.InProgress), text.Read("nl"));
    }

    [Fact]
    public void Saving_the_same_again_changes_nothing()
    {
        var text = Proofread("Le parc", "Het park").Revised("fr", Values("Le parc", "Het park"));
        Assert.Equal((1, TextState.Proofread), (text.Revision, text.StateIn("nl")));
    }

    [Fact]
    public void A_machine_translation_is_not_shown_where_only_proofread_texts_are()
    {
        var text = LocalizedText.Restore("fr", 1, [new("fr", "Le parc", TextState.Approved, 1), new("nl", "Het park", TextState.Machine, 1)]);
        Assert.Equal(ReadingLabel.InProgress, text.Read("nl").Label);
        Assert.Equal(ReadingLabel.Machine, text.Read("nl", TextState.Machine).Label);
    }

    [Fact]
    public void Restored_versions_keep_their_states_and_revisions()
    {
        var text = LocalizedText.Restore("nl", 7, [new("nl", "Het park", TextState.Approved, 7), new("fr", "Le parc", TextState.Proofread, 6)]);
        Assert.Equal(("nl", 7, "Het park"), (text.Source, text.Revision, text.SourceValue));
        Assert.True(text.IsStale("fr"));
        Assert.False(text.IsStale("nl"));
    }

    [Theory]
    [InlineData("pending", "fr", null)]
    [InlineData("pending", "nl", "Vertaling in behandeling")]
    [InlineData("draft", "fr", null)]
    [InlineData("draft", "nl", "Vertaling nog niet nagelezen")]
    [InlineData("previous", "fr", null)]
    [InlineData("previous", "nl", "Vorige versie: de laatste wijziging is nog niet vertaald")]
    [InlineData("nl-pending", "fr", "Traduction en cours")]
    [InlineData("nl-pending", "nl", null)]
    [InlineData("nl-draft", "fr", "Traduction non relue")]
    [InlineData("nl-previous", "fr", "Version précédente")]
    [InlineData("proofread", "nl", null)]
    [InlineData("pending", "en", null)]
    [InlineData("draft", "en", null)]
    public async Task A_page_says_in_its_language_what_there_is_to_say_about_a_translation(string state, string language, string? label)
    {
        var text = state switch
        {
            "pending" => LocalizedText.Of("fr", ("fr", "Oiseaux 815")),
            "draft" => LocalizedText.Of("fr", ("fr", "Oiseaux 815"), ("nl", "Vogels 815")),
            "previous" => Proofread("Oiseaux", "Vogels 815").Revised("fr", Values("Oiseaux 815", "Vogels 815")),
            "proofread" => Proofread("Oiseaux 815", "Vogels 815"),
            "nl-pending" => LocalizedText.Of("nl", ("nl", "Vogels 815")),
            "nl-draft" => LocalizedText.Of("nl", ("nl", "Vogels 815"), ("fr", "Oiseaux 815")),
            _ => LocalizedText.Restore("nl", 2, [new("nl", "Vogels 815", TextState.Approved, 2), new("fr", "Oiseaux 815", TextState.Proofread, 1)]),
        };
        await Change("parc-bleu", group => group.Write(text, group.Purpose, group.Need, group.NeedSource, group.Horizon, Now));
        var page = await platform.Visitor().Get($"/{language}/groups/parc-bleu");
        var head = page.Html.QuerySelector("main .page-head")!;
        Assert.Contains("815", head.TextContent, StringComparison.Ordinal);
        var said = head.QuerySelectorAll(".txt .txt-note, .txt-tag").Select(e => e.TextContent.Trim()).FirstOrDefault(t => t.Length > 0);
        if (label is null)
        {
            Assert.Null(said);
        }
        else
        {
            Assert.StartsWith(label, said, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_text_shown_in_another_language_than_the_pages_carries_its_lang()
    {
        await Change("parc-bleu", group => group.Write(LocalizedText.Of("fr", ("fr", "Seulement en français 42")), group.Purpose, group.Need, group.NeedSource, group.Horizon, Now));
        var dutch = await platform.Visitor().Get("/nl/groups/parc-bleu");
        var shown = dutch.Html.QuerySelectorAll("main [lang=fr]").Where(e => e.TextContent.Contains("Seulement en français 42", StringComparison.Ordinal));
        Assert.NotEmpty(shown);
    }

    [Fact]
    public async Task A_text_comes_back_from_the_database_as_it_went_in()
    {
        var texts = Gen.Select(Words.Where(w => w.Length > 0), Words, Gen.Int[1, 9], Gen.Int[1, 4].Select(i => (TextState)i))
            .Select((fr, nl, revision, state) => LocalizedText.Restore("fr", revision, [new("fr", fr, TextState.Approved, revision), .. nl.Length == 0 ? (TextVersion[])[] : [new("nl", nl, state, Math.Max(1, revision - 1))]]));
        await texts.SampleAsync(
            async text =>
            {
                await Change("bus-sans-couture", group => group.Write(text, LocalizedText.Empty(), group.Need, group.NeedSource, group.Horizon, Now));
                var stored = await platform.Db(db => db.Set<Group>().AsNoTracking().SingleAsync(g => g.Slug == "bus-sans-couture"));
                Assert.Equal(Flat(text), Flat(stored.Summary));
                Assert.True(stored.Purpose.IsEmpty);
            },
            iter: 25, threads: 1);
    }

    [Fact]
    public async Task The_index_says_what_the_texts_say_after_any_edits_and_so_does_a_rebuilt_one()
    {
        var edits = Gen.Select(OneOf("langage-clair", "campus-frontiere", "television-voisine"), OneOf("fr", "nl"), Words.Where(w => w.Length > 0), Words);
        await edits.SampleAsync(
            async edit =>
            {
                var (slug, source, first, second) = edit;
                await Change(slug, group => group.Write(
                    group.Summary.Revised(source, new Dictionary<string, string?> { [source] = first, [source == "fr" ? "nl" : "fr"] = second }),
                    group.Purpose.Revised("fr", Values(second, first)), group.Need, group.NeedSource, group.Horizon, Now));
                var group = await platform.Db(db => db.Set<Group>().AsNoTracking().SingleAsync(g => g.Slug == slug));
                var expected = Rows(TextIndexRow.Of(group, group.Id, "Summary", group.Summary).Concat(TextIndexRow.Of(group, group.Id, "Purpose", group.Purpose)));
                Assert.Equal(expected, Rows(await platform.Db(db => db.TextIndex.AsNoTracking().Where(r => r.OwnerId == group.Id && (r.Property == "Summary" || r.Property == "Purpose")).ToListAsync())));
            },
            iter: 30, threads: 1);

        var before = Rows(await platform.Db(db => db.TextIndex.AsNoTracking().ToListAsync()));
        await platform.Db(db => db.TextIndex.Take(7).ExecuteDeleteAsync());
        var written = await platform.Db(db => TextIndexCommand.Rebuild(db, default));
        var after = Rows(await platform.Db(db => db.TextIndex.AsNoTracking().ToListAsync()));
        Assert.Equal(written, after.Count);
        Assert.True(before.Count > 200);
        Assert.Equal(before, after);
    }

    private Act Now => new(null, platform.Clock.Now);

    private async Task Change(string slug, Action<Group> act) => await platform.Db(async db =>
    {
        act(await db.Set<Group>().SingleAsync(g => g.Slug == slug));
        return await db.SaveChangesAsync();
    });

    private static LocalizedText Proofread(string fr, string nl) =>
        LocalizedText.Restore("fr", 1, [new("fr", fr, TextState.Approved, 1), new("nl", nl, TextState.Proofread, 1)]);

    private static Dictionary<string, string?> Values(string fr, string nl) => new() { ["fr"] = fr, ["nl"] = nl };

    private static List<string> Flat(LocalizedText text) =>
        [text.Source, $"{text.Revision}", .. text.Versions.Select(v => $"{v.Language} {v.State} {v.Translates} {v.Value}").Order(StringComparer.Ordinal)];

    private static List<string> Rows(IEnumerable<TextIndexRow> rows) =>
        [.. rows.Select(r => $"{r.Owner} {r.OwnerId} {r.Property} {r.Language} {r.IsSource} {r.State} {r.Stale} {r.Words} {r.Folded}").Order(StringComparer.Ordinal)];
}
