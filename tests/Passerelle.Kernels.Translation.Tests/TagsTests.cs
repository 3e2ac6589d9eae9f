namespace Passerelle.Kernels.Translation.Tests;

public sealed class TagsTests
{
    [Fact]
    public void Tags_open_close_and_stand_alone_and_can_be_taken_out()
    {
        const string Text = "Le <1>Parc bleu</1> a <2/>trois rives, a < b, <0> et <x>.";
        Assert.Equal([(1, TagKind.Open), (1, TagKind.Close), (2, TagKind.Alone)], Tags.In(Text).Select(t => (t.Number, t.Kind)));
        Assert.Equal("Le Parc bleu a trois rives, a < b, <0> et <x>.", Tags.Without(Text));
        Assert.All(Tags.In(Text), t => Assert.Equal(Tags.Write(t.Number, t.Kind), Text.Substring(t.At, t.Length)));
    }

    [Theory]
    [InlineData("fr-FR", "fr")]
    [InlineData("NL_be", "nl")]
    [InlineData("nld", "nl")]
    [InlineData("de", "de")]
    [InlineData("*", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_language_is_known_by_its_primary_subtag(string? tag, string? language) => Assert.Equal(language, Language.Of(tag));
}
