using Passerelle.Platform.Pack;
using Passerelle.Tests.Host;
using Passerelle.Tests.Platform.Pack;

namespace Passerelle.Tests.Territory;

public sealed class WrongTerritoryTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Theory]
    [InlineData("communes.csv", "59009,", "59009,", "59005,", "duplicate code «59005»")]
    [InlineData("communes.csv", "59009,", ",french,", ",breton,", "unknown side «breton»")]
    [InlineData("communes.csv", "59009,", "FR,french", "BE,french", "the country «BE» is not that of the side «french»")]
    [InlineData("communes.csv", "59011,", "Annœullin,Annœullin", "Annœullin,", "missing language «nl»: «name_nl» is empty")]
    [InlineData("communes.csv", "59009,", ",27.5,", ",0,", "«area_km2» is not above 0")]
    [InlineData("communes.csv", "59009,", ",27.5,", ",-3,", "«area_km2» is not above 0")]
    [InlineData("communes.csv", "59009,", ",27.5,", ",large,", "«area_km2» is no number: «large»")]
    [InlineData("communes.csv", "59009,", ",61258,", ",0,", "«population» is not above 0")]
    [InlineData("communes.csv", "59009,", ",MEL,", ",LMCU,", "unknown partner «LMCU»")]
    [InlineData("communes.csv", "37015,", ",2024-12-31,", ",2007-12-31,", "«until» (2007-12-31) lies before «from» (2008-01-28)")]
    [InlineData("communes.csv", "37015,", ",2024-12-31,", ",2024-12-30,", "the successor «37022» does not begin on the day after «until»")]
    [InlineData("communes.csv", "37015,", ",37022", ",99999", "unknown commune «99999» in «merged_into»")]
    [InlineData("communes.csv", "59009,", ",2020-01-01,", ",01/01/2020,", "«population_date» is no date: «01/01/2020»")]
    [InlineData("communes.csv", "59009,", ",fr,", ",de,", "unknown official language «de»")]
    [InlineData("communes.csv", "59009,", ",no,", ",perhaps,", "«border» is none of inside, outside, no: «perhaps»")]
    [InlineData("partners.csv", "WVI,", ",intercommunal,", ",club,", "unknown level «club»")]
    [InlineData("partners.csv", "WVI,", "WVI,9", "MEL,9", "duplicate id «MEL»")]
    [InlineData("adjacency.csv", "33011,33021,", "33021", "99999", "unknown commune «99999»")]
    [InlineData("adjacency.csv", "33011,33021,", "33011,33021", "33021,33011", "«code_a» (33021) does not come before «code_b» (33011)")]
    [InlineData("adjacency.csv", "33011,33021,", "same-side", "other-country", "«relation» is «other-country», but the communes are «same-side»")]
    [InlineData("adjacency.csv", "33011,33037,", "33037", "33021", "duplicate pair «33011», «33021»")]
    [InlineData("adjacency.csv", "33011,33021,", "12.0", "-1", "«shared_km» is below 0")]
    [InlineData("communes.csv", "59009,", "59009,", ",", "«code» is empty")]
    [InlineData("communes.csv", "59009,", ",50.6324,", ",150.6324,", "«lat» and «lon» are no place on Earth")]
    [InlineData("communes.csv", "59009,", ",2008-01-28,", ",,", "«from» is empty")]
    [InlineData("partners.csv", "WVI,", "WVI,9", "wvi,9", "«id» is not written with A-Z, 0-9 and -: «wvi»")]
    [InlineData("partners.csv", "WVI,", ",9,", ",ninth,", "«order» is no whole number: «ninth»")]
    [InlineData("partners.csv", "WVI,", ",flemish,", ",breton,", "unknown side «breton»")]
    [InlineData("partners.csv", "WVI,", "BE,flemish", "FR,flemish", "the country «FR» is not that of the side «flemish»")]
    [InlineData("adjacency.csv", "33011,33021,", "12.0", "far", "«shared_km» is no number: «far»")]
    [InlineData("bodies.csv", "assembly,", ",84,", ",0,", "«seats» is not above 0")]
    [InlineData("bodies.csv", "assembly,", "assembly,", "The Assembly,", "«id» is no slug (a-z, 0-9 and -): «The Assembly»")]
    [InlineData("bodies.csv", "assembly,", "assembly,", "presidency,", "duplicate id «presidency»")]
    [InlineData("bodies.csv", "assembly,", "Algemene Vergadering", "", "missing language «nl»: «name_nl» is empty")]
    [InlineData("seats.csv", "presidency-1,", ",presidency,", ",,", "unknown body «»")]
    [InlineData("seats.csv", "presidency-1,", ",presidency,", ",senate,", "unknown body «senate»")]
    [InlineData("seats.csv", "presidency-2,", "presidency-2,", "presidency-1,", "duplicate id «presidency-1»")]
    [InlineData("seats.csv", "presidency-2,", ",french,", ",french,LMCU", "unknown partner «LMCU»")]
    [InlineData("glossary.csv", "GECT,", ",official,", ",certain,", "unknown status «certain»")]
    [InlineData("glossary.csv", "GECT,", ",EGTS,", ",,", "missing language «nl»: «term_nl» is empty")]
    [InlineData("demo/people.csv", "helene-warlopin,", ",fr,", ",de,", "unknown language «de»")]
    [InlineData("demo/people.csv", "helene-warlopin,", ",Director,", ",Emperor,", "unknown role «Emperor»")]
    [InlineData("demo/people.csv", "helene-warlopin,", "helene-warlopin,", "Hélène Warlopin,", "«id» is no slug (a-z, 0-9 and -): «Hélène Warlopin»")]
    [InlineData("demo/offices.csv", "59599,", "59599,", ",", "«commune» is empty")]
    [InlineData("demo/offices.csv", "59599,", ",2020-07-05,", ",July 2020,", "«from» is no date: «July 2020»")]
    [InlineData("demo/sittings.csv", "presidency-1,", "presidency-1,", "presidency-9,", "unknown seat «presidency-9»")]
    [InlineData("demo/sittings.csv", "presidency-1,", ",MEL,", ",LMCU,", "unknown partner «LMCU»")]
    [InlineData("demo/sittings.csv", "presidency-1,", ",ondervoorzitter,", ",,", "missing language «nl»: «function_nl» is empty")]
    [InlineData("demo/mandates.csv", "karel-moerkercke,", ",2019-01-01,2024-12-31", ",2019-01-01,2018-12-31", "«until» (2018-12-31) lies before «from» (2019-01-01)")]
    [InlineData("bodies.csv", "presidency,", ",4,", ",5,", "«seats» says 5, but seats.csv has 4")]
    [InlineData("seats.csv", "presidency-1,", ",french,", ",breton,", "unknown side «breton»")]
    [InlineData("demo/offices.csv", "59599,", "gaetan-dhainautte", "nobody-at-all", "unknown person «nobody-at-all»")]
    [InlineData("demo/mandates.csv", "karel-moerkercke,", "34013,,", "34013,LEIEDAL,", "exactly one of «commune» and «partner» must be filled")]
    public async Task A_wrong_row_is_refused_with_file_row_and_reason(string file, string line, string from, string to, string reason)
    {
        using var wrong = new WrongPack();
        var row = wrong.Change(file, line, from, to);
        Assert.Contains(new PackError(file, row, reason), await wrong.RefusedBy(platform));
    }

    [Theory]
    [InlineData("demo/sittings.csv", "presidency-1,valerie-maertenau,MEL,,,2020-09-01,", "two people at once")]
    [InlineData("demo/offices.csv", "59599,yannick-cocheteux,2020-07-05,2020-07-05", "two people at once")]
    public async Task Two_people_at_once_on_one_seat_or_office_are_refused(string file, string line, string reason)
    {
        using var wrong = new WrongPack();
        Assert.Contains(new PackError(file, wrong.Add(file, line), reason), await wrong.RefusedBy(platform));
    }
}
