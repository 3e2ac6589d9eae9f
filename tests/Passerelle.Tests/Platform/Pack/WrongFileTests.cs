using System.Text;
using Passerelle.Platform.Pack;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Platform.Pack;

/// <summary>What can be wrong with any file of a pack, whatever it holds.</summary>
public sealed class WrongFileTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private static readonly string[] Tables =
    [
        "communes.csv", "adjacency.csv", "partners.csv", "bodies.csv", "seats.csv", "glossary.csv",
        "demo/people.csv", "demo/mandates.csv", "demo/offices.csv", "demo/sittings.csv",
    ];

    private static readonly string[] Objects = ["pack.json", "programme-2020.json", "programme-2021.json", "demo/groups/parc-bleu.json"];

    private static readonly string[] Texts = ["charter.fr.md", "charter.nl.md"];

    public static TheoryData<string> EveryTable => [.. Tables];

    public static TheoryData<string> EveryObject => [.. Objects];

    public static TheoryData<string> EveryText => [.. Texts];

    public static TheoryData<string> EveryFile => [.. Tables, .. Objects, .. Texts];

    /// <summary>A group's file may be away; every other one is named by the format or by pack.json.</summary>
    public static TheoryData<string> EveryNamedFile => [.. Tables, .. Objects.Where(o => !o.StartsWith("demo", StringComparison.Ordinal)), .. Texts];

    [Theory]
    [MemberData(nameof(EveryNamedFile))]
    public async Task A_missing_file_is_named(string file)
    {
        using var wrong = new WrongPack();
        wrong.Delete(file);
        Assert.Contains(new PackError(file, 0, "the file is missing"), await wrong.RefusedBy(platform));
    }

    [Theory]
    [MemberData(nameof(EveryFile))]
    public async Task A_file_in_another_encoding_is_named(string file)
    {
        using var wrong = new WrongPack();
        wrong.Write(file, [.. Encoding.Latin1.GetBytes(wrong.Read(file)), 0xE9, 0x0A]);
        Assert.Contains(new PackError(file, 0, "the file is not UTF-8"), await wrong.RefusedBy(platform));
    }

    [Theory]
    [MemberData(nameof(EveryTable))]
    public async Task An_empty_table_is_named(string file)
    {
        using var wrong = new WrongPack();
        wrong.Write(file, "");
        Assert.Contains(new PackError(file, 0, "the file is empty"), await wrong.RefusedBy(platform));
    }

    [Theory]
    [MemberData(nameof(EveryTable))]
    public async Task A_missing_an_unknown_and_a_double_column_are_named(string file)
    {
        using var wrong = new WrongPack();
        var header = wrong.Read(file).Split('\n')[0].Split(',');
        wrong.Change(file, header[0] + ",", header[0] + ",", "what,");
        var faults = await wrong.RefusedBy(platform);
        Assert.Contains(new PackError(file, 1, $"the column «{header[0]}» is missing"), faults);
        Assert.Contains(new PackError(file, 1, "unknown column «what»"), faults);

        wrong.Change(file, "what,", "what,", header[1] + ",");
        Assert.Contains(new PackError(file, 1, $"the column «{header[1]}» is there twice"), await wrong.RefusedBy(platform));
    }

    [Theory]
    [MemberData(nameof(EveryTable))]
    public async Task A_row_with_a_cell_too_many_or_too_few_is_named(string file)
    {
        using var wrong = new WrongPack();
        var columns = wrong.Read(file).Split('\n')[0].Split(',').Length;
        var (many, few) = (wrong.Add(file, new string(',', columns)), wrong.Add(file, "x"));
        var faults = await wrong.RefusedBy(platform);
        Assert.Contains(new PackError(file, many, $"has {columns + 1} cells, but there are {columns} columns"), faults);
        Assert.Contains(new PackError(file, few, $"has 1 cells, but there are {columns} columns"), faults);
    }

    [Theory]
    [MemberData(nameof(EveryTable))]
    public async Task A_quote_where_none_may_be_is_named(string file)
    {
        using var wrong = new WrongPack();
        var row = wrong.Add(file, "x\"y" + new string(',', wrong.Read(file).Split('\n')[0].Split(',').Length - 1));
        Assert.Contains(await wrong.RefusedBy(platform), e => e.File == file && e.Row == row && e.Reason.StartsWith("a quote", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(EveryTable))]
    public async Task A_quote_that_is_not_closed_is_named(string file)
    {
        using var wrong = new WrongPack();
        wrong.Add(file, "\"x" + new string(',', wrong.Read(file).Split('\n')[0].Split(',').Length - 1));
        Assert.Contains(await wrong.RefusedBy(platform), e => e.File == file && e.Row > 0);
    }

    [Theory]
    [MemberData(nameof(EveryObject))]
    public async Task Malformed_json_is_named_with_its_line(string file)
    {
        using var wrong = new WrongPack();
        var row = wrong.Read(file).Split('\n').Length;
        wrong.Write(file, wrong.Read(file).TrimEnd()[..^1] + ",\n]");
        Assert.Contains(new PackError(file, row, "is no valid JSON"), await wrong.RefusedBy(platform));
        wrong.Write(file, "");
        Assert.Contains(new PackError(file, 1, "is no valid JSON"), await wrong.RefusedBy(platform));
        wrong.Write(file, "[]");
        Assert.Contains(new PackError(file, 0, "is no object"), await wrong.RefusedBy(platform));
    }

    [Theory]
    [MemberData(nameof(EveryObject))]
    public async Task A_key_that_is_there_twice_or_unknown_is_named(string file)
    {
        using var wrong = new WrongPack();
        var good = wrong.Read(file).TrimEnd()[..^1];
        wrong.Write(file, good + ", \"whatever\": 1 }");
        Assert.Contains(new PackError(file, 0, "whatever: unknown key"), await wrong.RefusedBy(platform));
        wrong.Write(file, good + ", \"whatever\": 1, \"whatever\": 2 }");
        Assert.Contains(await wrong.RefusedBy(platform), e => e.File == file && e.Reason == "a key is there twice");
    }

    [Theory]
    [MemberData(nameof(EveryText))]
    public async Task A_charter_without_words_or_title_is_named(string file)
    {
        using var wrong = new WrongPack();
        wrong.Write(file, " \n");
        Assert.Contains(new PackError(file, 0, "the file is empty"), await wrong.RefusedBy(platform));
        wrong.Write(file, "Un texte sans titre");
        Assert.Contains(new PackError(file, 1, "is no title: «# …»"), await wrong.RefusedBy(platform));
    }

    [Fact]
    public async Task All_faults_of_all_files_are_told_at_once_and_each_once()
    {
        using var wrong = new WrongPack();
        wrong.Delete("bodies.csv");
        wrong.Change("communes.csv", "59009,", ",27.5,", ",0,");
        wrong.Set("programme-2021.json", "year", "0");
        wrong.Set("demo/groups/parc-bleu.json", "life", "\"Rest\"");
        var faults = await wrong.RefusedBy(platform);
        Assert.Empty(((string[])["bodies.csv", "communes.csv", "programme-2021.json", "demo/groups/parc-bleu.json"]).Except(faults.Select(f => f.File)));
        Assert.Equal(faults.Distinct(), faults);
    }

    [Fact]
    public async Task A_folder_that_is_no_pack_is_refused()
    {
        using var wrong = new WrongPack();
        Directory.Delete(wrong.Folder, recursive: true);
        Directory.CreateDirectory(wrong.Folder);
        Assert.Contains(new PackError("pack.json", 0, "the file is missing"), await wrong.RefusedBy(platform));
    }
}
