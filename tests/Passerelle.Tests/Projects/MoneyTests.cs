using Passerelle.Projects;
using Xunit;

namespace Passerelle.Tests.Projects;

/// <summary>Amounts, as people of both languages write them.</summary>
public sealed class MoneyTests
{
    [Theory]
    [InlineData("12500", 1_250_000)]
    [InlineData("12 500", 1_250_000)]
    [InlineData("12 500,50 €", 1_250_050)]
    [InlineData("€ 12.500", 1_250_000)]
    [InlineData("12.500,5", 1_250_050)]
    [InlineData("12,500.50", 1_250_050)]
    [InlineData("0", 0)]
    [InlineData("-3 EUR", -300)]
    public void An_amount_is_read_as_it_is_written(string typed, long cents)
    {
        Assert.True(Money.TryRead(typed, out var money));
        Assert.Equal(cents, money.Cents);
    }

    [Theory]
    [InlineData("")]
    [InlineData("beaucoup")]
    [InlineData("12 500 $")]
    [InlineData("100 CHF")]
    [InlineData("12.5.00,00")]
    [InlineData("99999999999999999999")]
    public void Another_currency_or_no_number_is_refused(string typed) => Assert.False(Money.TryRead(typed, out _));

    [Fact]
    public void What_is_shown_to_be_typed_reads_back() =>
        Assert.All(new long[] { 0, 1, 99, 100, 123_456, -250 }, cents => Assert.True(Money.TryRead(new Money(cents).Typed, out var money) && money.Cents == cents));
}
