using System.Globalization;

namespace Passerelle.Kernels.Similarity.Tests;

public sealed class AcrossLanguagesTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    public void The_counterpart_of_a_need_is_among_the_first_five_for_24_of_30_at_least(string asked)
    {
        var places = TestSet.Places(asked);
        output.WriteLine($"{asked}: first {places.Count(p => p == 1)}, among five {places.Count(p => p is > 0 and <= 5)} of {places.Count}; places {string.Join(' ', places)}");
        Assert.Equal(30, places.Count);
        Assert.InRange(places.Count(p => p is > 0 and <= 5), 24, 30);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void So_it_is_for_thirty_more_needs_that_were_paired_when_the_list_was_finished(bool back)
    {
        var places = TestSet.ControlPlaces(back);
        output.WriteLine($"control{(back ? ", back" : "")}: first {places.Count(p => p == 1)}, among five {places.Count(p => p is > 0 and <= 5)} of {places.Count}; places {string.Join(' ', places)}");
        Assert.Equal(30, places.Count);
        Assert.InRange(places.Count(p => p is > 0 and <= 5), 24, 30);
    }

    [Fact]
    public void There_are_thirty_pairs_and_thirty_other_texts_each_of_them_once()
    {
        Assert.Equal((30, 30, 30), (TestSet.Pairs.Count, TestSet.Unrelated.Count, TestSet.Control.Count));
        Assert.Equal(120, Texts.Distinct().Count());
    }

    [Fact]
    public void The_list_has_six_hundred_meanings_and_more_each_in_both_languages_and_none_of_the_sentences_that_measure_it()
    {
        Assert.True(Vocabulary.Civic.Count > 600, Vocabulary.Civic.Count.ToString(CultureInfo.InvariantCulture));
        var all = Vocabulary.Civic.All.ToList();
        Assert.Equal(["fr", "nl"], all.Select(w => w.Language).Distinct().Order());
        Assert.All(all, w => Assert.InRange(Words.Of(w.Word).Count, 1, 4));
        var sentences = Texts.SelectMany(t => t.Split('.', '?', '!')).Select(s => s.Trim()).Where(s => s.Length > 0);
        Assert.Empty(sentences.Intersect(all.Select(w => w.Word), StringComparer.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> Texts => TestSet.Pairs.SelectMany(p => new[] { p.French, p.Dutch }).Concat(TestSet.Unrelated.Concat(TestSet.Control).Select(u => u.Text));
}
