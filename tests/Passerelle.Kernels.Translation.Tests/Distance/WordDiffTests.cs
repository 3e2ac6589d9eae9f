using CsCheck;
using Passerelle.Kernels.Translation.Distance;

namespace Passerelle.Kernels.Translation.Tests.Distance;

public sealed class WordDiffTests
{
    private static readonly Gen<string> Text = Gen.OneOf(Gen.String, Pick.Of("le ", "parc ", "bleu", ", ", "12 ", "\n", "Le ", "’").Array[0, 30].Select(string.Concat));

    [Theory]
    [InlineData("Le parc est ouvert.", "Le parc est fermé.", "=Le parc est |-ouvert|+fermé|=.")]
    [InlineData("Le parc.", "Le grand parc.", "=Le |+grand |=parc.")]
    [InlineData("a b c d", "a x y d", "=a |-b c|+x y|= d")]
    [InlineData("", "a", "+a")]
    [InlineData("a", "", "-a")]
    [InlineData("", "", "")]
    public void What_changed_is_shown_word_by_word(string before, string after, string pieces) =>
        Assert.Equal(pieces, string.Join('|', WordDiff.Of(before, after).Select(p => (p.Kind switch { DiffKind.Kept => "=", DiffKind.Added => "+", _ => "-" }) + p.Text)));

    [Fact]
    public void What_is_kept_and_removed_is_the_old_text_and_what_is_kept_and_added_the_new() => Gen.Select(Text, Text).Sample((a, b) =>
    {
        var pieces = WordDiff.Of(a, b);
        Assert.Equal(a, string.Concat(pieces.Where(p => p.Kind != DiffKind.Added).Select(p => p.Text)));
        Assert.Equal(b, string.Concat(pieces.Where(p => p.Kind != DiffKind.Removed).Select(p => p.Text)));
        Assert.All(pieces, p => Assert.NotEmpty(p.Text));
        Assert.Equal(a == b, pieces.All(p => p.Kind == DiffKind.Kept));
    }, iter: 5000);

    [Fact]
    public void Texts_that_share_little_are_given_as_removed_and_added()
    {
        var a = string.Join(' ', Enumerable.Range(0, 2000).Select(i => "a" + i));
        var b = string.Join(' ', Enumerable.Range(0, 2000).Select(i => "b" + i));
        Assert.Equal([new(DiffKind.Removed, a + "."), new(DiffKind.Added, b + "!")], WordDiff.Of(a + ".", b + "!"));
    }
}
