using Passerelle.Platform.Localization;
using Passerelle.Translation;

namespace Passerelle.Tests.Translation;

/// <summary>What becomes of the work when its text changes; no page, since each case is a few sentences.</summary>
public sealed class FollowTests
{
    private static readonly DateTimeOffset Now = new(2021, 2, 1, 8, 0, 0, TimeSpan.Zero);
    private const string Three = "Un chat dort. Deux chiens courent dans le parc. Trois oiseaux chantent.";
    private const string Drie = "Een kat slaapt. Twee honden lopen in het park. Drie vogels zingen.";

    [Fact]
    public void A_changed_sentence_keeps_its_words_and_what_they_translated_and_the_others_stay()
    {
        var unit = Unit(Proofread(Three, Drie).Revised("fr", Values("Un chat dort. Deux grands chiens courent dans le parc. Trois oiseaux chantent.", Drie)));
        Assert.Equal([SegmentState.Proofread, SegmentState.Begun, SegmentState.Proofread], unit.Segments.Select(s => s.State));
        Assert.Equal("Deux chiens courent dans le parc.", unit.Segments[1].Was);
        Assert.Equal("Twee honden lopen in het park.", unit.Segments[1].Target);
    }

    [Fact]
    public void A_new_sentence_is_missing_and_a_deleted_one_gone()
    {
        var unit = Unit(Proofread(Three, Drie).Revised("fr", Values("Un chat dort. Il pleut depuis hier. Trois oiseaux chantent.", Drie)));
        Assert.Equal([SegmentState.Proofread, SegmentState.Missing, SegmentState.Proofread], unit.Segments.Select(s => s.State));
        var fewer = Unit(Proofread(Three, Drie).Revised("fr", Values("Un chat dort. Trois oiseaux chantent.", Drie)));
        Assert.Equal(["Een kat slaapt.", "Drie vogels zingen."], fewer.Segments.Select(s => s.Target));
        Assert.Equal(0, fewer.Left);
    }

    [Fact]
    public void A_sentence_that_changes_twice_is_compared_with_what_was_translated()
    {
        var text = Proofread(Three, Drie);
        var once = text.Revised("fr", Values(Three.Replace("Deux", "Trois", StringComparison.Ordinal), Drie));
        var unit = Unit(once);
        var twice = once.Revised("fr", Values(Three.Replace("Deux", "Quatre", StringComparison.Ordinal), Drie));
        Assert.True(unit.Follow(Desk(twice), Now));
        Assert.Equal("Deux chiens courent dans le parc.", unit.Segments[1].Was);
        Assert.Equal("Quatre chiens courent dans le parc.", unit.Segments[1].Source);
    }

    [Fact]
    public void Back_at_the_words_that_were_translated_nothing_waits()
    {
        var changed = Proofread(Three, Drie).Revised("fr", Values(Three.Replace("Deux", "Trois", StringComparison.Ordinal), Drie));
        Assert.True(changed.IsStale("nl"));
        var back = changed.Revised("fr", Values(Three, Drie));
        Assert.False(back.IsStale("nl"));
        Assert.Equal(TextState.Proofread, back.StateIn("nl"));
    }

    [Fact]
    public void Words_that_nobody_confirmed_are_not_confirmed_by_a_source_that_changes_and_changes_back()
    {
        var text = LocalizedText.Of("fr", ("fr", "Un chat dort."));
        var unit = Unit(text);
        unit.Type(unit.Segments[0], "Een poes sl", Step.Translate, new(Guid.NewGuid(), Now));
        var changed = text.Revised("fr", new Dictionary<string, string?> { ["fr"] = "Un chat dort là." });
        Assert.True(unit.Follow(Desk(changed), Now));
        Assert.Equal(("Een poes sl", SegmentState.Begun), (unit.Segments[0].Target, unit.Segments[0].State));
        Assert.True(unit.Follow(Desk(changed.Revised("fr", new Dictionary<string, string?> { ["fr"] = "Un chat dort." })), Now));
        Assert.Equal(("Een poes sl", SegmentState.Begun), (unit.Segments[0].Target, unit.Segments[0].State));
    }

    [Fact]
    public void What_the_author_writes_into_the_translation_takes_the_works_place_and_the_displaced_words_stay_as_a_note()
    {
        using var french = Language.In("fr");
        var text = LocalizedText.Of("fr", ("fr", "Un chat dort."));
        var unit = Unit(text);
        unit.Type(unit.Segments[0], "Een poes slaapt.", Step.Translate, new(Guid.NewGuid(), Now));
        Assert.True(unit.Follow(Desk(text.Revised("fr", Values("Un chat dort.", "Er slaapt een kat."))), Now));
        Assert.Equal(("Er slaapt een kat.", SegmentState.Translated), (unit.Segments[0].Target, unit.Segments[0].State));
        Assert.Contains("Een poes slaapt.", Assert.Single(unit.Notes).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_stale_version_whose_source_nobody_kept_every_segment_is_to_be_looked_at()
    {
        var text = LocalizedText.Restore("fr", 2, [new("fr", Three, TextState.Approved, 2), new("nl", Drie, TextState.Proofread, 1)]);
        var unit = Unit(text);
        Assert.All(unit.Segments, s => Assert.True(s is { State: SegmentState.Begun, IsStale: true }));
    }

    [Fact]
    public void A_text_of_which_the_translation_is_present_can_count_as_first_written_in_the_other_language()
    {
        var switched = Proofread(Three, Drie).WrittenIn("nl");
        Assert.Equal(("nl", Drie), (switched.Source, switched.SourceValue));
        Assert.Equal((Three, TextState.Proofread, false), (switched.In("fr")!.Value, switched.StateIn("fr"), switched.IsStale("fr")));
        Assert.Throws<InvalidOperationException>(() => Proofread(Three, Drie).Revised("fr", Values("Autre chose.", Drie)).WrittenIn("nl"));
    }

    private static LocalizedText Proofread(string fr, string nl) => LocalizedText.Of("fr", ("fr", fr)).Translated("nl", nl, TextState.Proofread);

    private static Dictionary<string, string?> Values(string fr, string nl) => new() { ["fr"] = fr, ["nl"] = nl };

    private static DeskText Desk(LocalizedText text) => new(new("Group", Guid.Empty, "Purpose", "nl"), text, IsMarkdown: true, Readers.Everyone, TextState.Draft, null);

    private static TranslationUnit Unit(LocalizedText text) => TranslationUnit.Of(Desk(text), Now);
}
