using CsCheck;
using Passerelle.Kernels.Translation.Distance;

namespace Passerelle.Kernels.Translation.Tests.Distance;

public sealed class EditDistanceTests
{
    private static readonly Gen<int[]> Row = Gen.Int[0, 4].Array[0, 14];

    [Theory]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("intention", "execution", 5)]
    [InlineData("saturday", "sunday", 3)]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "abc", 0)]
    public void Published_distances_come_out(string a, string b, int distance)
    {
        Assert.Equal(distance, EditDistance.Of<char>(a, b));
        Assert.Equal(distance, EditDistance.Of<char>(b, a, distance));
    }

    [Fact]
    public void The_band_gives_what_the_whole_table_gives_or_says_that_it_is_more() => Gen.Select(Row, Row, Gen.Int[0, 15]).Sample((a, b, most) =>
    {
        var whole = Table(a, b);
        Assert.Equal(whole, EditDistance.Of<int>(a, b));
        Assert.Equal(whole <= most, EditDistance.Of<int>(a, b, most) <= most);
        Assert.True(whole > most || EditDistance.Of<int>(a, b, most) == whole);
    }, iter: 20_000);

    [Fact]
    public void It_is_a_metric() => Gen.Select(Row, Row, Row).Sample((a, b, c) =>
    {
        Assert.Equal(EditDistance.Of<int>(a, b), EditDistance.Of<int>(b, a));
        Assert.Equal(a.SequenceEqual(b), EditDistance.Of<int>(a, b) == 0);
        Assert.True(EditDistance.Of<int>(a, c) <= EditDistance.Of<int>(a, b) + EditDistance.Of<int>(b, c));
    }, iter: 5000);

    [Fact]
    public void Long_rows_and_rows_without_end_are_measured_too()
    {
        var a = Enumerable.Range(0, 3000).ToArray();
        Assert.Equal(2, EditDistance.Of<int>(a, [.. a.Take(1000), -1, .. a.Skip(1000).Take(1000), .. a.Skip(2001)]));
        Assert.Equal(6, EditDistance.Of<int>(a, [.. a.Reverse()], 5));
    }

    [Theory]
    [InlineData("Le parc est ouvert.", "Le parc est ouvert.", 100)]
    [InlineData("Le parc est ouvert.", "le Parc est ouvert.", 99)]
    [InlineData("Il y a 12 vélos.", "Il y a 1 300,5 vélos.", 99)]
    [InlineData("Un <1>mot</1>.", "Un <2>mot</2>.", 99)]
    [InlineData("Le parc est ouvert.", "Le parc est fermé.", 80)]
    [InlineData("Le marché", "Le marche", 50)]
    [InlineData("e\u0301té", "été", 99)]
    [InlineData("a {0} b", "a {1} b", 66)]
    [InlineData("", "Le parc", 0)]
    [InlineData("", " ", 99)]
    public void The_score_is_in_whole_percent_of_the_tokens(string a, string b, int score)
    {
        Assert.Equal(score, Score.Of(a, b));
        Assert.Equal(score, Score.Of(b, a, score));
        Assert.True(score >= 100 || Score.Of(a, b, score + 1) == 0 || score == 99);
    }

    [Fact]
    public void The_score_lies_between_0_and_100_and_100_is_for_equal_texts() => Gen.Select(Gen.String, Gen.String).Sample((a, b) =>
    {
        Assert.InRange(Score.Of(a, b), 0, a == b ? 100 : 99);
        Assert.Equal(Score.Of(a, b), Score.Of(b, a));
        Assert.Equal(100, Score.Of(a, new string(a)));
    });

    [Fact]
    public void A_text_is_composed_before_it_is_compared() => Gen.Int[0, 0xFDCF].Select(c => (char)c).Where(c => !char.IsSurrogate(c)).Array[1, 3].Select(c => new string(c)).Sample(text =>
        Assert.Equal(text.Normalize(), TokenKeys.Composed(text)), iter: 20_000);

    [Fact]
    public void Short_segments_are_scored_without_allocation()
    {
        const string A = "Le groupe action se réunit à Tournai le 12 mars.";
        const string B = "Le groupe action se réunit à Courtrai le 3 avril.";

        // The first call makes what is made once.
        var score = Score.Of(A, B);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            score = Math.Min(score, Score.Of(A, B));
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(81, score);
    }

    private static int Table(int[] a, int[] b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                table[i, j] = i == 0 || j == 0 ? i + j : Math.Min(table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), 1 + Math.Min(table[i - 1, j], table[i, j - 1]));
            }
        }

        return table[a.Length, b.Length];
    }
}
