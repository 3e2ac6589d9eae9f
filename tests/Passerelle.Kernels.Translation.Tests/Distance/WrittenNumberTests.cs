using CsCheck;
using Passerelle.Kernels.Translation.Distance;

namespace Passerelle.Kernels.Translation.Tests.Distance;

public sealed class WrittenNumberTests
{
    [Theory]
    [InlineData("1 234,56", "fr", "1234.56")]
    [InlineData("1\u202F234\u202F567", "fr", "1234567")]
    [InlineData("1.234,56", "nl", "1234.56")]
    [InlineData("1,234.56", "en", "1234.56")]
    [InlineData("3,2", "nl", "3.2")]
    [InlineData("3.2", "fr", null)]
    [InlineData("3.2", "en", "3.2")]
    [InlineData("1.2345", "nl", null)]
    [InlineData("0472", "nl", null)]
    [InlineData("0,5", "fr", "0.5")]
    [InlineData("1,2,3", "fr", null)]
    [InlineData("9h30", "fr", null)]
    public void A_number_has_the_value_that_its_language_gives_it(string text, string language, string? value) =>
        Assert.Equal(value, WrittenNumber.Value(text, language));

    [Theory]
    [InlineData("1 234,56", "fr", "1,234.56", "en", true)]
    [InlineData("1,234", "fr", "1,234", "en", false)]
    [InlineData("3.2", "fr", "3.2", "nl", true)]
    [InlineData("3,2", "fr", "3.2", "nl", false)]
    [InlineData("2,50", "fr", "2.5", "en", true)]
    public void Numbers_are_the_same_by_value_and_codes_by_their_letters(string a, string languageA, string b, string languageB, bool same) =>
        Assert.Equal(same, WrittenNumber.Same(a, languageA, b, languageB));

    [Fact]
    public void What_is_written_is_read_back() => Gen.Select(Gen.Int[0, 99_999_999], Gen.Int[0, 99], Pick.Of("fr", "nl", "en"), Gen.Bool, Gen.Bool).Sample((whole, cents, language, grouped, hasCents) =>
    {
        var value = whole + (hasCents ? $".{cents:00}" : "");
        char? group = !grouped ? null : language switch { "fr" => '\u202F', "nl" => '.', _ => ',' };
        Assert.Equal(value, WrittenNumber.Value(WrittenNumber.Write(value, language, group), language));
    });
}
