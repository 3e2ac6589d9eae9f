using CsCheck;
using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using Passerelle.Territory.Map;
using Xunit;

namespace Passerelle.Tests.Territory.Map;

public class SchematicMapTests
{
    private static readonly string[] Sides = ["french", "flemish", "walloon"];

    private static readonly Gen<CommuneSite[]> Somewhere =
        Gen.Select(Gen.Double[50.4, 51.1], Gen.Double[2.6, 4.1], Gen.Double[1, 150], Gen.Int[0, 2],
            (lat, lon, area, side) => new CommuneSite("", Math.Round(lat, 2), Math.Round(lon, 2), Sides[side], side == 0 ? "FR" : "BE", area))
        .Array[1, 60].Select(all => all.DistinctBy(c => (c.Lat, c.Lon)).Select((c, i) => c with { Code = $"{i:00000}" }).ToArray());

    [Fact]
    public void Cells_of_any_communes_are_disjoint_and_each_holds_its_own_centre() =>
        Somewhere.Sample(communes =>
        {
            var plane = Plane(communes);
            var cells = SchematicMap.Cells(communes, plane);
            Assert.Equal(communes.Length, cells.Count);
            Assert.True(CoverageValidator.IsValid([.. cells.Values]));
            foreach (var commune in communes)
                Assert.True(cells[commune.Code].Covers(new Point(plane.ToPlane(commune.Lat, commune.Lon))), commune.ToString());
        }, iter: 60);

    [Fact]
    public void Communes_that_lie_together_form_one_outline_without_holes()
    {
        var communes = Grid();
        var whole = CoverageUnion.Union([.. SchematicMap.Cells(communes, Plane(communes)).Values]);
        Assert.Empty(Assert.IsType<Polygon>(whole).InteriorRings);
    }

    [Fact]
    public void A_cell_among_others_is_about_as_large_as_its_commune()
    {
        var communes = Grid().Select((c, i) => c with { AreaKm2 = i % 2 == 0 ? 33 : 16 }).ToArray();
        var cells = SchematicMap.Cells(communes, Plane(communes));
        var inside = communes.Where(c => c.Code[0] is > '0' and < '4' && c.Code[1] is > '0' and < '4');
        Assert.All(inside, c => Assert.InRange(cells[c.Code].Area / c.AreaKm2, 0.75, 1.25));
    }

    [Fact]
    public void The_same_communes_in_any_order_give_the_same_map()
    {
        var first = MapDrawing.Schematic(Grid());
        var second = MapDrawing.Schematic([.. Grid().Reverse()]);
        Assert.Equal(first.Shapes, second.Shapes);
        Assert.Equal(first.BorderPath, second.BorderPath);
        Assert.Equal(first.Outline, second.Outline);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_handful_of_communes_is_drawn(int count)
    {
        var drawing = MapDrawing.Schematic([.. Grid().Take(count)]);
        Assert.Equal(count, drawing.Shapes.Length);
        Assert.All(drawing.Shapes, s => Assert.StartsWith("M", s.Path));
        Assert.InRange(drawing.Height, 1, 1400);
    }

    [Fact]
    public void Communes_in_one_line_are_drawn()
    {
        var communes = Enumerable.Range(0, 6).Select(i => Site($"{i}", 50.6, 3 + 0.06 * i)).ToArray();
        Assert.Equal(6, SchematicMap.Cells(communes, Plane(communes)).Count);
        Assert.True(CoverageValidator.IsValid([.. SchematicMap.Cells(communes, Plane(communes)).Values]));
    }

    [Fact]
    public void Communes_with_the_same_centre_get_a_cell_each()
    {
        var drawing = MapDrawing.Schematic([Site("1", 50.6, 3), Site("2", 50.6, 3), Site("3", 50.6, 3)]);
        Assert.Equal(3, drawing.Shapes.Select(s => s.Path).Distinct().Count());
    }

    [Fact]
    public void A_commune_far_from_the_others_stands_apart()
    {
        CommuneSite[] communes = [.. Grid(), Site("99", 51.6, 5.2)];
        var whole = CoverageUnion.Union([.. SchematicMap.Cells(communes, Plane(communes)).Values]);
        Assert.Equal(2, whole.NumGeometries);
    }

    [Fact]
    public void An_enclave_has_the_line_between_sides_all_around_it()
    {
        var communes = Grid().Select(c => c with { Country = "BE", Side = c.Code == "22" ? "walloon" : "flemish" }).ToArray();
        var drawing = MapDrawing.Schematic(communes);
        Assert.Empty(drawing.BorderPath);
        Assert.Equal(1, drawing.SideLinePath.Count(c => c == 'M'));
    }

    [Fact]
    public void The_border_runs_between_countries_and_nowhere_else()
    {
        var drawing = MapDrawing.Schematic(Grid());
        Assert.Equal(1, drawing.BorderPath.Count(c => c == 'M'));
        Assert.Equal(1, drawing.SideLinePath.Count(c => c == 'M'));
        Assert.Equal(["flemish", "french", "walloon"], drawing.Sides.Select(s => s.Side));
    }

    [Fact]
    public void A_commune_given_twice_is_refused() =>
        Assert.Throws<ArgumentException>(() => MapDrawing.Schematic([Site("1", 50.6, 3), Site("1", 50.7, 3)]));

    [Theory]
    [InlineData(double.NaN, 3)]
    [InlineData(50, 181)]
    public void A_centre_off_the_globe_is_refused(double lat, double lon) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MapDrawing.Schematic([Site("1", lat, lon)]));

    /// <summary>Five rows of five: the two southern rows French, the others Flemish in the west, Walloon in the east.</summary>
    internal static CommuneSite[] Grid() =>
    [
        .. from row in Enumerable.Range(0, 5)
           from column in Enumerable.Range(0, 5)
           let side = row < 2 ? "french" : column < 3 ? "flemish" : "walloon"
           select Site($"{row}{column}", 50.5 + row * 0.045, 3 + column * 0.07 + row * 0.003) with { Side = side, Country = row < 2 ? "FR" : "BE", Border = row is 1 or 2 },
    ];

    private static CommuneSite Site(string code, double lat, double lon) => new(code, lat, lon, "french", "FR", 25);

    private static LocalPlane Plane(IEnumerable<CommuneSite> communes) => LocalPlane.Around(communes.Select(c => (c.Lat, c.Lon)));
}
