using System.Text;
using NetTopologySuite.Coverage;
using Passerelle.Territory.Map;
using Xunit;

namespace Passerelle.Tests.Territory.Map;

public class BoundaryImportTests
{
    private static readonly BoundaryCommune West = new("59001", "Ouest", 50.55, 3.05);
    private static readonly BoundaryCommune East = new("57002", "Est", 50.55, 3.15);
    private const string WestRing = "[[3.0,50.5],[3.1,50.5],[3.1,50.55],[3.1,50.6],[3.0,50.6],[3.0,50.5]]";
    private const string EastRing = "[[3.1,50.5],[3.2,50.5],[3.2,50.6],[3.1,50.6],[3.1,50.55],[3.1,50.5]]";

    [Fact]
    public void Boundaries_of_all_communes_are_taken()
    {
        var report = Read(Polygon("59001", WestRing), Polygon("57002", EastRing));
        Assert.Empty(report.Refusals);
        Assert.Empty(report.Notes);
        Assert.Equal(2, report.Features);
        Assert.Equal(["57002", "59001"], report.Boundaries!.Keys.Order());
    }

    [Theory]
    [InlineData("\"INSEE_COM\":\"59001\"")]
    [InlineData("\"niscode\":59001")]
    [InlineData("\"insee\":\" 59001 \",\"name\":\"Ouest\"")]
    public void The_code_may_stand_in_any_of_the_known_properties(string properties)
    {
        var file = Collection(Feature("{" + properties + "}", Area(WestRing)));
        Assert.True(BoundaryImport.Read(file, [West]).Accepted);
    }

    [Fact]
    public void A_commune_of_several_parts_is_taken()
    {
        var parts = "[" + WestRing + "],[[[3.11,50.5],[3.14,50.5],[3.14,50.53],[3.11,50.5]]]";
        var file = Collection(Feature("""{"code":"59001"}""", """{"type":"MultiPolygon","coordinates":[""" + parts + "]}"));
        Assert.Equal(2, BoundaryImport.Read(file, [West]).Boundaries!["59001"].NumGeometries);
    }

    [Fact]
    public void Every_feature_without_commune_and_every_commune_without_feature_is_named_and_nothing_is_taken()
    {
        var report = Read(Polygon("59001", WestRing), Polygon("1", EastRing, "Ailleurs"), Polygon("2", EastRing), Feature("{}", Area(EastRing)));
        Assert.Null(report.Boundaries);
        Assert.Equal(
            [
                new BoundaryFinding(BoundaryFault.UnknownCommune, 2, "Ailleurs", "1"),
                new BoundaryFinding(BoundaryFault.UnknownCommune, 3, null, "2"),
                new BoundaryFinding(BoundaryFault.NoCode, 4, Detail: string.Join(", ", BoundaryOptions.Default.CodeProperties)),
                new BoundaryFinding(BoundaryFault.MissingCommune, null, "Est", "57002"),
            ],
            report.Refusals);
    }

    [Fact]
    public void A_name_stands_where_the_commune_is_wide_when_its_middle_lies_at_its_edge()
    {
        // Like a bow: what its ends weigh puts its middle close to the line that it is bent around.
        var bow = Area("[[3.0,50.5],[3.2,50.5],[3.2,50.6],[3.15,50.6],[3.15,50.52],[3.05,50.52],[3.05,50.6],[3.0,50.6],[3.0,50.5]]");
        var boundaries = BoundaryImport.Read(Collection(Feature("""{"code":"59001"}""", bow)), [West]).Boundaries!;
        var drawing = MapDrawing.Official([new("59001", 50.519, 3.1, "french", "FR", 100)], boundaries);
        var (at, around) = (drawing.Find("59001")!.Label, drawing.Find("59001")!.Bounds);
        Assert.True(Math.Abs(at.X - (around.Left + around.Right) / 2) > (around.Right - around.Left) / 4, $"{at}");
    }

    [Fact]
    public void A_commune_with_two_features_is_refused() =>
        Refused(BoundaryFault.Duplicate, Polygon("59001", WestRing), Polygon("57002", EastRing), Polygon("59001", WestRing));

    [Theory]
    [InlineData(BoundaryFault.NoGeometry, "null")]
    [InlineData(BoundaryFault.NoGeometry, """{"type":"Polygon","coordinates":[]}""")]
    [InlineData(BoundaryFault.NotAnArea, """{"type":"Point","coordinates":[3.05,50.55]}""")]
    [InlineData(BoundaryFault.InvalidGeometry, """{"type":"Polygon","coordinates":[[[3.0,50.5],[3.1,50.5],[3.1,50.6]]]}""")]
    [InlineData(BoundaryFault.InvalidGeometry, """{"type":"Polygon","coordinates":[[[3.0,50.5],[3.1,50.6],[3.1,50.5],[3.0,50.6],[3.0,50.5]]]}""")]
    [InlineData(BoundaryFault.InvalidGeometry, """{"type":"Polygon","coordinates":[[["a",50.5],[3.1,50.6],[3.1,50.5],[3.0,50.5]]]}""")]
    [InlineData(BoundaryFault.NoGeometry, """{"type":"Polygon"}""")]
    [InlineData(BoundaryFault.NotDegrees, """{"type":"Polygon","coordinates":[[[704000,7059000],[705000,7059000],[705000,7060000],[704000,7059000]]]}""")]
    [InlineData(BoundaryFault.NotDegrees, """{"type":"Polygon","coordinates":[[[1e999,50],[3.1,50],[3.1,51],[1e999,50]]]}""")]
    [InlineData(BoundaryFault.SwappedCoordinates, """{"type":"Polygon","coordinates":[[[50.5,3.0],[50.5,3.1],[50.6,3.1],[50.6,3.0],[50.5,3.0]]]}""")]
    [InlineData(BoundaryFault.ElsewhereThanCommune, """{"type":"Polygon","coordinates":[[[4.0,51.5],[4.1,51.5],[4.1,51.6],[4.0,51.5]]]}""")]
    public void A_wrong_geometry_is_refused_and_its_commune_named(BoundaryFault kind, string geometry)
    {
        var report = Read(Polygon("57002", EastRing), Feature("""{"code":"59001"}""", geometry));
        var refusal = Assert.Single(report.Refusals);
        Assert.Equal((kind, 2, "Ouest", "59001"), (refusal.Kind, refusal.Feature, refusal.Name, refusal.Code));
        Assert.False(report.Accepted);
    }

    [Fact]
    public void A_small_loop_is_repaired_and_said()
    {
        const string looped = "[[3.0,50.5],[3.1,50.5],[3.1,50.55],[3.1,50.6],[3.0,50.6],[3.0,50.5990],[2.9995,50.5995],[3.0005,50.5995],[3.0,50.5]]";
        var report = Read(Polygon("57002", EastRing), Polygon("59001", looped));
        Assert.True(report.Accepted);
        Assert.Equal((BoundaryFault.Repaired, "59001"), (Assert.Single(report.Notes).Kind, report.Notes[0].Code));
    }

    [Fact]
    public void One_commune_over_another_is_refused() =>
        Refused(BoundaryFault.Overlap, Polygon("59001", "[[3.0,50.5],[3.15,50.5],[3.15,50.6],[3.0,50.6],[3.0,50.5]]"), Polygon("57002", EastRing));

    [Fact]
    public void Registers_that_do_not_quite_agree_are_fitted_to_one_line()
    {
        var report = Read(
            Polygon("59001", "[[3.0,50.5],[3.0995,50.5],[3.1004,50.55],[3.0995,50.6],[3.0,50.6],[3.0,50.5]]"), Polygon("57002", EastRing));
        Assert.True(CoverageValidator.IsValid([.. report.Boundaries!.Values]));
        var drawing = MapDrawing.Official(Sites, report.Boundaries!);
        Assert.Equal(1, drawing.BorderPath.Count(c => c == 'M'));
    }

    [Fact]
    public void Detail_is_left_out_on_both_sides_of_a_line_alike()
    {
        var wavy = Enumerable.Range(1, 99).Select(i => $"[{(i % 2 == 0 ? "3.1" : "3.1002")},{50.5 + i * 0.001:0.000}]").ToArray();
        var report = Read(
            Polygon("59001", $"[[3.0,50.5],[3.1,50.5],{string.Join(',', wavy)},[3.1,50.6],[3.0,50.6],[3.0,50.5]]"),
            Polygon("57002", $"[[3.1,50.5],[3.2,50.5],[3.2,50.6],[3.1,50.6],{string.Join(',', wavy.Reverse())},[3.1,50.5]]"));
        Assert.True(CoverageValidator.IsValid([.. report.Boundaries!.Values]));
        Assert.InRange(report.Boundaries!["59001"].NumPoints, 5, 30);
    }

    [Theory]
    [InlineData(BoundaryFault.NotJson, "code;name")]
    [InlineData(BoundaryFault.NotJson, "")]
    [InlineData(BoundaryFault.NotJson, """{"type":"FeatureCollection","features":[""")]
    [InlineData(BoundaryFault.NotFeatureCollection, "[]")]
    [InlineData(BoundaryFault.NotFeatureCollection, """{"type":"Topology"}""")]
    [InlineData(BoundaryFault.NotFeatureCollection, """{"type":"FeatureCollection","features":{}}""")]
    [InlineData(BoundaryFault.OtherCoordinateSystem, """{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::2154"}},"features":[]}""")]
    public void A_file_of_another_kind_is_refused_in_one_word(BoundaryFault kind, string file) =>
        Assert.Equal(kind, Assert.Single(BoundaryImport.Read(Encoding.UTF8.GetBytes(file), [West, East]).Refusals).Kind);

    [Fact]
    public void Features_that_are_no_features_are_told_by_position() =>
        Assert.Equal([1, 2, 3], Read("null", "7", "{}").Refusals.Where(r => r.Kind == BoundaryFault.NoCode).Select(r => r.Feature));

    [Fact]
    public async Task A_file_above_the_limit_is_not_read()
    {
        var options = new BoundaryOptions { MaxBytes = 100 };
        var file = Collection(Polygon("59001", WestRing));
        Assert.Equal(BoundaryFault.TooLarge, Assert.Single(BoundaryImport.Read(file, [West], options).Refusals).Kind);
        var streamed = await BoundaryImport.ReadAsync(new MemoryStream(file), [West], options, TestContext.Current.CancellationToken);
        Assert.Equal(BoundaryFault.TooLarge, Assert.Single(streamed.Refusals).Kind);
    }

    [Fact]
    public async Task A_byte_order_mark_does_no_harm()
    {
        byte[] file = [0xEF, 0xBB, 0xBF, .. Collection(Polygon("59001", WestRing))];
        Assert.True((await BoundaryImport.ReadAsync(new MemoryStream(file), [West], cancel: TestContext.Current.CancellationToken)).Accepted);
    }

    [Fact]
    public void A_stored_boundary_comes_back_the_same()
    {
        var boundary = Read(Polygon("59001", WestRing), Polygon("57002", EastRing)).Boundaries!["59001"];
        Assert.True(boundary.EqualsExact(BoundaryJson.Read(BoundaryJson.Write(boundary)), 1e-9));
    }

    internal static CommuneSite[] Sites =>
    [
        new(West.Code, West.Lat, West.Lon, "french", "FR", 78, Border: true),
        new(East.Code, East.Lat, East.Lon, "walloon", "BE", 78, Border: true),
    ];

    private static void Refused(BoundaryFault kind, params string[] features)
    {
        var report = Read(features);
        Assert.Equal(kind, Assert.Single(report.Refusals).Kind);
        Assert.Null(report.Boundaries);
    }

    private static BoundaryReport Read(params string[] features) => BoundaryImport.Read(Collection(features), [West, East]);

    private static byte[] Collection(params string[] features) =>
        Encoding.UTF8.GetBytes($$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""");

    private static string Polygon(string code, string ring, string? name = null) =>
        Feature(name is null ? $$"""{"code":"{{code}}"}""" : $$"""{"code":"{{code}}","name":"{{name}}"}""", Area(ring));

    private static string Area(string ring) => $$"""{"type":"Polygon","coordinates":[{{ring}}]}""";

    private static string Feature(string properties, string geometry) =>
        $$"""{"type":"Feature","properties":{{properties}},"geometry":{{geometry}}}""";
}
