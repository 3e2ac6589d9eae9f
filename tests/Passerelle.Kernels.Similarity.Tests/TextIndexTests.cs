namespace Passerelle.Kernels.Similarity.Tests;

public sealed class TextIndexTests
{
    [Theory]
    [InlineData("nl", "fietspad", "fr", "piste cyclable")]
    [InlineData("nl", "scholen", "fr", "une école")]
    [InlineData("nl", "huizen isoleren", "fr", "isolation des maisons")]
    [InlineData("nl", "geïsoleerde", "fr", "isolées")]
    [InlineData("nl", "vrijwilligers", "fr", "des bénévoles")]
    [InlineData("fr", "Inondations !", "nl", "overstroming")]
    [InlineData("fr", "transports en commun", "nl", "het openbaar vervoer")]
    [InlineData("fr", "ÉCOLE", "fr", "école")]
    public void Inflected_forms_compounds_and_phrases_meet_their_like_in_the_other_language(string language, string text, string other, string asked)
    {
        var index = Index((language, text), (language, "xyz"));
        Assert.Equal(0, Assert.Single(index.Nearest([new(other, asked)], 5)).Key);
    }

    [Fact]
    public void A_text_is_nearest_to_itself_and_what_shares_nothing_is_left_out()
    {
        var index = Index(("fr", "Des arbres dans la rue"), ("fr", "Un bus le soir"), ("nl", "Bomen in de straat"));
        var found = index.Nearest([new("fr", "Des arbres dans la rue")], 5);
        Assert.Equal([0, 2], found.Select(f => f.Key));
        Assert.All(found, f => Assert.Equal(1, f.Score, 6));
        Assert.Empty(index.Nearest([new("fr", "")], 5));
        Assert.Empty(index.Nearest([new("fr", "le la les")], 5));
    }

    [Fact]
    public void A_rare_word_weighs_more_than_one_that_every_text_has()
    {
        var index = Index(("nl", "bus bos"), ("nl", "bus school"), ("nl", "bus brug"), ("nl", "bus zwembad"));
        Assert.Equal(3, index.Nearest([new("fr", "piscine et bus")], 5)[0].Key);
    }

    [Fact]
    public void Unknown_words_meet_by_their_letters_and_a_language_without_a_list_by_equal_words()
    {
        var index = Index(("nl", "Esperantoclub"), ("nl", "een vijver"), ("de", "Brücke"));
        Assert.Equal(0, index.Nearest([new("fr", "espéranto")], 1)[0].Key);
        Assert.Equal(2, index.Nearest([new("de", "brucke")], 1)[0].Key);
    }

    [Fact]
    public void A_place_is_found_by_its_other_name_once_it_is_added()
    {
        var vocabulary = Vocabulary.Civic.With([[("fr", "Courtrai"), ("nl", "Kortrijk")]]);
        Assert.Equal(Vocabulary.Civic.Count + 1, vocabulary.Count);
        var index = new TextIndex<int>(vocabulary, [(0, [new("nl", "Kortrijk")]), (1, [new("nl", "Gent")])]);
        Assert.Equal(0, Assert.Single(index.Nearest([new("fr", "à Courtrai")], 5)).Key);
    }

    [Fact]
    public void The_score_lies_between_nothing_and_one_and_the_least_and_most_are_kept()
    {
        var index = new TextIndex<int>(Vocabulary.Civic, TestSet.Unrelated.Select((w, i) => (i, (IReadOnlyList<Wording>)[w])));
        foreach (var (french, _) in TestSet.Pairs)
        {
            var found = index.Nearest([new("fr", french)], 7, 0.01);
            Assert.InRange(found.Count, 0, 7);
            Assert.All(found, f => Assert.InRange(f.Score, 0.01, 1));
            Assert.Equal(found.OrderByDescending(f => f.Score), found);
        }
    }

    [Fact]
    public void Strange_input_is_taken_as_it_comes()
    {
        var index = Index(("nl", new string('a', 5000)), ("nl", "🙂 ‮ \u0301 ŒUVRE ĳs"), ("", ""));
        Assert.Equal(0, index.Nearest([new("nl", new string('a', 5000))], 1)[0].Key);
        Assert.Equal(1, index.Nearest([new("nl", "ijs")], 1)[0].Key);
        Assert.Empty(new TextIndex<int>(Vocabulary.Civic, []).Nearest([new("fr", "eau")], 5));
    }

    private static TextIndex<int> Index(params (string Language, string Text)[] texts) =>
        new(Vocabulary.Civic, texts.Select((t, i) => (i, (IReadOnlyList<Wording>)[new(t.Language, t.Text)])));
}
