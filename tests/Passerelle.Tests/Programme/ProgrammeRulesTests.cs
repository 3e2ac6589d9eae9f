using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;
using Passerelle.Programme;
using Passerelle.Programme.Contract;

namespace Passerelle.Tests.Programme;

public sealed class ProgrammeRulesTests
{
    [Fact]
    public void A_new_code_is_the_next_one_that_was_never_given()
    {
        Assert.Equal("D5", Codes.Theme("durable", ["D1", "D4"], ["D1", "D2", "D3", "D3a", "D4", "S9"]));
        Assert.Equal("X1", Codes.Theme("xyz", [], ["D1"]));
        Assert.Equal("D3e", Codes.SubTheme("D3", ["D3", "D3a", "D3d"]));
        Assert.Equal("D1a", Codes.SubTheme("D1", ["D1", "D10"]));
        Assert.Equal("D1.10", Codes.Action("D1", ["D1.1", "D1.9", "D10.20"]));
        Assert.Equal("O14", Codes.Orientation(["O2", "O13"]));
    }

    [Fact]
    public void An_address_is_made_of_the_name_in_its_own_language_and_stays_its_own()
    {
        var name = LocalizedText.Of("fr", ("fr", "L’Œuvre à l’école : été !"));
        Assert.Equal("l-oeuvre-a-l-ecole-ete", Codes.Slug(name, "S9", []));
        Assert.Equal("l-oeuvre-a-l-ecole-ete-s9", Codes.Slug(name, "S9", ["l-oeuvre-a-l-ecole-ete"]));
        Assert.Equal("s9", Codes.Slug(LocalizedText.Of("fr", ("fr", "東京")), "S9", []));
    }

    [Fact]
    public void Two_years_compare_by_code()
    {
        var before = ProgrammeView.None(2020) with { Actions = [Action("A1", "un"), Action("A2", "deux"), Action("A3", "trois")] };
        var after = ProgrammeView.None(2021) with { Actions = [Action("A4", "quatre"), Action("A2", "deux bis"), Action("A1", "un")] };
        Assert.Equal(
            [("A4", YearChange.New), ("A2", YearChange.Renamed), ("A1", YearChange.Continues), ("A3", YearChange.Ended)],
            YearComparison.Of(before, after).Select(d => (d.Code, d.Change)));
    }

    [Theory]
    [InlineData("\"code\": \"D1.2\"", "\"code\": \"D1.1\"", "axes[0].themes[0].priorityActions[1].code: duplicate action code «D1.1»")]
    [InlineData("\"slug\": \"emploi\"", "\"slug\": \"alternance\"", "duplicate theme slug «alternance»")]
    [InlineData("\"body\": \"forum\"", "\"body\": \"senate\"", "orientations[3].body: unknown body «senate»")]
    [InlineData("\"orientation\": \"O13\"", "\"orientation\": \"O77\"", "orientation: unknown orientation «O77»")]
    [InlineData("\"validated\": \"2020-12-18\"", "\"validated\": \"2020-12-38\"", "validated: «2020-12-38» is no date")]
    [InlineData("\"terms\": \"official\"", "\"terms\": \"certain\"", "terms: unknown status «certain»")]
    [InlineData("\"subThemes\"", "\"subthemes\"", "axes[0].themes[0].subthemes: unknown key")]
    [InlineData("\"theme\": \"S1\"", "\"theme\": \"S2\"", "is not the theme «S1»")]
    [InlineData("\"nl\": \"Circulaire economie\"", "\"nl\": \"\"", "axes[0].themes[0].name.nl: is missing")]
    [InlineData("\"year\": 2021", "\"year\": 2020", "«2020» is no year, or is there twice")]
    [InlineData("\"slug\": \"parc-bleu\"", "\"slug\": \"Parc bleu\"", "«Parc bleu» is no slug")]
    public void A_wrong_programme_is_refused_with_file_path_and_reason(string right, string wrong, string reason)
    {
        using var copy = new PackCopy();
        copy.Replace("programme-2021.json", right, wrong);
        var pack = new PackFolder(copy.Path);
        new ProgrammePack().Read(pack);
        Assert.Contains(pack.Errors, e => e.File == "programme-2021.json" && e.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void The_programme_as_it_is_has_nothing_wrong()
    {
        using var copy = new PackCopy();
        var pack = new PackFolder(copy.Path);
        new ProgrammePack().Read(pack);
        Assert.Empty(pack.Errors);
    }

    private static ActionCard Action(string code, string title) => new(code, LocalizedText.Of("fr", ("fr", title), ("nl", title)), "T", "O", 0);

    /// <summary>The pack's files that the programme needs, to be spoiled.</summary>
    private sealed class PackCopy : IDisposable
    {
        public PackCopy()
        {
            foreach (var file in Directory.EnumerateFiles(Source(), "programme-*.json").Append(System.IO.Path.Combine(Source(), "bodies.csv")).Append(System.IO.Path.Combine(Source(), "pack.json")))
            {
                File.Copy(file, System.IO.Path.Combine(Path, System.IO.Path.GetFileName(file)));
            }
        }

        public string Path { get; } = Directory.CreateTempSubdirectory("passerelle-pack-").FullName;

        public void Replace(string file, string right, string wrong)
        {
            var path = System.IO.Path.Combine(Path, file);
            var text = File.ReadAllText(path);
            var at = text.IndexOf(right, StringComparison.Ordinal);
            Assert.True(at >= 0, $"{right} is not in {file}");
            File.WriteAllText(path, text[..at] + wrong + text[(at + right.Length)..]);
        }

        public void Dispose() => Directory.Delete(Path, recursive: true);

        private static string Source()
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!Directory.Exists(System.IO.Path.Combine(folder!.FullName, "packs", "eurometropole")))
            {
                folder = folder.Parent;
            }

            return System.IO.Path.Combine(folder.FullName, "packs", "eurometropole");
        }
    }
}
