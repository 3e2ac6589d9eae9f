using CsCheck;
using Passerelle.Kernels.Translation.Distance;

namespace Passerelle.Kernels.Translation.Tests.Distance;

public sealed class TokensTests
{
    [Theory]
    [InlineData("L’eau du Parc-bleu, 1 234,56 €.", "L’|eau|du|Parc-bleu|,|1 234,56|€|.")]
    [InlineData("Om 9h30, v3.2 en 12.345 of 12 34", "Om|9h30|,|v3|.|2|en|12.345|of|12|34")]
    [InlineData("{0} {name} {{a.b}} %s %1$d %(x)s 50 % { }", "{0}|{name}|{{a.b}}|%s|%1$d|%(x)s|50|%|{|}")]
    [InlineData("<1>a</1><2/> <0> a<b", "<1>|a|</1>|<2/>|<|0|>|a|<|b")]
    [InlineData("foto's co\u0301ncret 🙂", "foto'|s|co\u0301ncret|🙂")]
    [InlineData("le 3 janvier 2026 100 000", "le|3|janvier|2026|100 000")]
    public void A_text_is_words_numbers_tags_placeholders_and_punctuation(string text, string tokens) =>
        Assert.Equal(tokens.Split('|'), Tokens.In(text).Select(t => text.Substring(t.At, t.Length)));

    [Fact]
    public void Tokens_cover_any_text_without_gap() => Gen.OneOf(Gen.String, Pick.Of("<1>", "</", "{", "}", "%", "1", " ", ".", "é", "’", "\uD83D", "-", "h", "a").Array[0, 20].Select(string.Concat)).Sample(text =>
    {
        Tokens tokens = new(text);
        var at = 0;
        while (tokens.Next(out var token))
        {
            Assert.Equal(at, token.At);
            Assert.True(token.Length > 0);
            at += token.Length;
        }

        Assert.Equal(text.Length, at);
    }, iter: 3000);

    [Fact]
    public void A_tag_is_a_token_where_and_only_where_the_kernel_sees_one() => Pick.Of("<1>", "</12>", "<3/>", "<", ">", "/", "0", "5", "a", " ").Array[0, 12].Select(string.Concat).Sample(text =>
        Assert.Equal(Tags.In(text).Select(t => (t.At, t.Length)), Tokens.In(text).Where(t => t.Kind == TokenKind.Tag).Select(t => (t.At, t.Length))), iter: 3000);
}
