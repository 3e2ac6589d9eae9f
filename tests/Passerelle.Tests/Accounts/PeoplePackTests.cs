using Passerelle.Accounts;
using Passerelle.Platform;
using Passerelle.Platform.Pack;

namespace Passerelle.Tests.Accounts;

public sealed class PeoplePackTests : IDisposable
{
    private const string Header = "id,given,family,email,language,side,commune,organisation,organisation_kind,roles,demo_key\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("passerelle-pack-").FullName;

    public PeoplePackTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "demo"));
        Write("pack.json", """{ "storyDate": "2021-01-27", "sides": [{ "code": "french" }, { "code": "flemish" }], "charter": { "version": 1, "date": "2020-01-06", "source": "fr", "files": { "fr": "c.fr.md", "nl": "c.nl.md" } } }""");
        Write("communes.csv", "code,side\n34022,flemish\n59350,french\n");
        Write("c.fr.md", "# Charte");
        Write("c.nl.md", "# Charter");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("a,Ann,Claes,a@x.example,nl,flemish,34022,,,Emperor,", "unknown role «Emperor»")]
    [InlineData("a,Ann,Claes,a@x.example,nl,walloon,34022,,,,", "unknown side «walloon»")]
    [InlineData("a,Ann,Claes,a@x.example,nl,french,34022,,,,", "commune 34022 lies on the side «flemish»")]
    [InlineData("a,Ann,Claes,a@x.example,nl,flemish,99999,,,,", "unknown commune «99999»")]
    [InlineData("a,Ann,Claes,a@x.example,de,flemish,34022,,,,", "unknown language «de»")]
    [InlineData("a,Ann,Claes,,nl,flemish,34022,,,,", "«email» is empty")]
    [InlineData("a,Ann,Claes,a@x.example,nl,flemish,34022,Club,,,", "«organisation» and «organisation_kind» are filled together or not at all")]
    [InlineData("a,Ann,Claes,a@x.example,nl,flemish,34022,Club,circus,,", "unknown organisation kind «circus»")]
    [InlineData("a,Ann,Claes,a@x.example,nl,flemish,34022,,,,king", "«demo_key» is unknown or stands twice: «king»")]
    public void A_wrong_person_is_refused_with_file_row_and_reason(string row, string reason)
    {
        Write("demo/people.csv", Header + "ok,Els,Maes,e@x.example,nl,flemish,34022,,,,citizen\n" + row + "\n");
        Assert.Equal([$"demo/people.csv, row 3: {reason}"], Errors(new PeoplePack(new(TimeProvider.System))));
    }

    [Fact]
    public void An_address_or_an_id_stands_once()
    {
        Write("demo/people.csv", Header + "a,Ann,Claes,a@x.example,nl,flemish,34022,,,,\na,Eva,Dubois,A@X.example,fr,french,59350,,,,\n");
        Assert.Equal(["demo/people.csv, row 3: duplicate id «a»", "demo/people.csv, row 3: duplicate email «A@X.example»"], Errors(new PeoplePack(new(TimeProvider.System))));
    }

    [Fact]
    public void A_pack_in_order_is_not_refused()
    {
        Write("demo/people.csv", Header + "a,Ann,Claes,a@x.example,nl,flemish,34022,Club,association,Juror;Moderator,juror\n");
        Assert.Empty(Errors(new PeoplePack(new(TimeProvider.System))));
        Assert.Empty(Errors(new CharterPack(new(TimeProvider.System))));
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);

    private List<string> Errors(PackPart part)
    {
        var pack = new PackFolder(_folder);
        part.Read(pack);
        return [.. pack.Errors.Select(e => e.ToString())];
    }
}
