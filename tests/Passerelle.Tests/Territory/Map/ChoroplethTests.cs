using CsCheck;
using Passerelle.Territory.Map;
using Xunit;

namespace Passerelle.Tests.Territory.Map;

public class ChoroplethTests
{
    [Fact]
    public void Values_fall_in_classes_of_equal_number()
    {
        var classes = Choropleth.Classes(Enumerable.Range(1, 12).Select(v => (double?)v), 4);
        Assert.Equal([3, 3, 3, 3], classes.Legend.Select(c => c.Count));
        Assert.Equal([(1.0, 3.0), (4, 6), (7, 9), (10, 12)], classes.Legend.Select(c => (c.From, c.To)));
        Assert.Equal([0, 2, 3, 5], classes.Legend.Select(c => c.Shade));
    }

    [Fact]
    public void Equal_values_share_a_class_even_if_classes_are_lost()
    {
        var classes = Choropleth.Classes([0, 0, 0, 0, 0, 0, 0, 1, 2], 4);
        Assert.Equal(7, classes.Legend[0].Count);
        Assert.Equal(classes.Legend.Count, classes.Legend.Select(c => c.From).Distinct().Count());
    }

    [Fact]
    public void All_equal_gives_one_class() => Assert.Single(Choropleth.Classes([5, 5, 5], 6).Legend);

    [Fact]
    public void Without_values_there_is_no_class_and_no_shade()
    {
        var classes = Choropleth.Classes([null, double.NaN], 5);
        Assert.Empty(classes.Legend);
        Assert.Equal(2, classes.Without);
        Assert.Null(classes.Shade(3));
        Assert.Null(classes.Shade(null));
    }

    [Fact]
    public void Every_value_has_exactly_one_class_and_a_higher_one_never_a_lighter_shade() =>
        Gen.Select(Gen.Int[0, 20].Array[0, 80], Gen.Int[1, 6]).Sample((values, n) =>
        {
            var classes = Choropleth.Classes(values.Select(v => (double?)v), n);
            Assert.InRange(classes.Legend.Count, values.Length == 0 ? 0 : 1, n);
            Assert.Equal(values.Length, classes.Legend.Sum(c => c.Count));
            Assert.All(values, v => Assert.Single(classes.Legend, c => v >= c.From && v <= c.To));
            var shades = values.Order().Select(v => classes.Shade(v)!.Value).ToArray();
            Assert.Equal(shades.Order(), shades);
        }, iter: 500);
}
