using CsCheck;
using Passerelle.Kernels.Translation.Segmentation;

namespace Passerelle.Kernels.Translation.Tests.Segmentation;

public sealed class RoundTripTests
{
    private static readonly string[] Bits =
    [
        "\r\n", "\n", "\r", " ", "\t", "\u00A0", "\u202F", "\uD83D", "\uDE00", "\U0001F600", "\U00010400", ". ", "! ", "… ", "M. ", "art. ", "enz. ", "« ", " »", "\"", "’", "A", "é", "De", "1", "12",
        "# ", "- ", "* ", "1. ", "> ", "|", "|-|-|", "```", "~~~", "`", "**", "_", "[", "](", ")", "<", ">", "<!--", "-->", "\\", "===", "---", "    ", "[ ] ", "\0", "\u2028", "\u0301",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String,
        Pick.Of(Bits).Array[0, 40].Select(string.Concat),
        Gen.Int[0, char.MaxValue].Select(c => (char)c).Array[0, 30].Select(c => new string(c)));

    private static readonly Gen<string> Sentence = Pick.Of("Le parc est ouvert.", "De vergadering begint om 9.30 uur!", "Voir art. 3, p. 12 ?", "Un **mot gras. Oui** ici.", "Een [link](https://a.eu/b.c) daar.", "Dhr. Maes spreekt…", "Du `code. Ici`.");

    private static readonly Gen<string> Line = Sentence.Array[1, 3].Select(s => string.Join(' ', s));

    private static readonly Gen<string> Markdown = Gen.OneOf(
        Gen.Select(Gen.Int[1, 6], Line, (level, line) => new string('#', level) + " " + line),
        Line.Array[1, 3].Select(l => string.Join('\n', l)),
        Line.Array[1, 4].Select(l => string.Join('\n', l.Select(i => "- " + i))),
        Line.Array[1, 4].Select(l => string.Join('\n', l.Select((i, n) => $"{n + 1}. {i}"))),
        Line.Array[1, 3].Select(l => string.Join('\n', l.Select(i => "> " + i))),
        Sentence.Array[4].Select(c => $"| {c[0]} | {c[1]} |\n|---|---|\n| {c[2]} | {c[3]} |"),
        Line.Select(l => "```\n" + l + "\n```")).Array[1, 6].Select(blocks => string.Join("\n\n", blocks) + "\n");

    [Fact]
    public void Any_text_comes_back_as_it_was() => Text.Sample(text =>
    {
        foreach (var form in Enum.GetValues<TextForm>())
        {
            Lossless(Segmenter.Default.Split(text, "fr", form));
            Lossless(Segmenter.Default.Split(text, "nl", form));
        }
    }, iter: 4000);

    [Fact]
    public void Markdown_with_its_own_segments_put_back_is_cut_in_the_same_way() => Markdown.Sample(text =>
    {
        var cut = Segmenter.Default.Split(text, "fr", TextForm.Markdown);
        Lossless(cut);
        var again = Segmenter.Default.Split(cut.Join([.. cut.Segments]), "fr", TextForm.Markdown);
        Assert.Equal(cut.Segments, again.Segments);
        Assert.Equal(again.Source, again.Join([.. cut.Segments]));
    }, iter: 2000);

    [Fact]
    public void Replacements_stand_in_the_skeleton_of_the_source() => Markdown.Sample(text =>
    {
        var cut = Segmenter.Default.Split(text, "fr", TextForm.Markdown);
        var words = cut.Segments.Select((_, i) => $"Woord{i}").ToList();
        Assert.Equal(words, Segmenter.Default.Split(string.Join('\n', words), "nl").Segments);
        var target = cut.Join(words);
        var glue = cut.Pieces.Where(p => !p.IsSegment).Sum(p => p.Length);
        Assert.Equal(glue + words.Sum(w => w.Length), target.Length);
        Assert.All(words, w => Assert.Contains(w, target));
    }, iter: 500);

    [Theory]
    [InlineData(") ", TextForm.Plain)]
    [InlineData("))))", TextForm.Plain)]
    [InlineData(". A <1>", TextForm.Plain)]
    [InlineData("\". <b>A</b> ", TextForm.Markdown)]
    [InlineData("](. A", TextForm.Markdown)]
    [InlineData("> ", TextForm.Markdown)]
    [InlineData("*a. B_", TextForm.Markdown)]
    public void A_text_made_to_be_slow_is_cut_all_the_same(string bit, TextForm form) =>
        Lossless(Segmenter.Default.Split(string.Concat(Enumerable.Repeat(bit, 60_000)), "fr", form));

    private static void Lossless(SegmentedText cut)
    {
        Assert.Equal(cut.Source, Given.Whole(cut));
        Assert.Equal(cut.Segments.Count, cut.Pieces.Count(p => p.IsSegment));
        Assert.Equal(cut.Source.Length, cut.Pieces.Sum(p => p.Length));
        var at = 0;
        var glue = false;
        foreach (var piece in cut.Pieces)
        {
            Assert.Equal(at, piece.At);
            Assert.True(piece.Length > 0 && !(glue && !piece.IsSegment));
            (at, glue) = (at + piece.Length, !piece.IsSegment);
            if (piece.IsSegment)
            {
                var text = cut.Source.Substring(piece.At, piece.Length);
                Assert.Equal(text.Trim(), text);
            }
        }
    }
}
