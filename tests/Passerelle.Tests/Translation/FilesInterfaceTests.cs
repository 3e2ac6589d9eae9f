using System.Text;
using Microsoft.EntityFrameworkCore;
using Passerelle.Kernels.Translation.Xliff;
using Passerelle.Tests.Host;
using Passerelle.Translation.Files;
using static Passerelle.Tests.Translation.FilesScene;

namespace Passerelle.Tests.Translation;

/// <summary>A translator corrects the product's own texts. The words that are changed here stand on no page that another test looks at.</summary>
public sealed class FilesInterfaceTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string At = "/fr/desk/translation/interface";
    private const string Folder = "Passerelle.Translation.Files.FileTexts";

    [Theory]
    [InlineData("fr", "nl")]
    [InlineData("fr", "en")]
    [InlineData("nl", "fr")]
    public async Task Every_text_of_the_product_goes_out_and_comes_back_unchanged(string from, string into)
    {
        var proofreader = await platform.As("proofreader");
        var zip = (await proofreader.Get($"{At}.zip?from={from}&into={into}")).Bytes;
        var package = XliffPackage.Read(new MemoryStream(zip));
        Assert.True(package.Documents.Count > 12, $"Only {package.Documents.Count} folders");
        Assert.True(package.Together.Files.Sum(f => f.Units.Count) > 2000, "too few texts");
        var look = await Look(proofreader, zip);
        Assert.Equal(("0", "0"), (look.Figures()[0], look.Figures()[2]));
        Assert.Null(look.Html.QuerySelector("main form"));
    }

    [Fact]
    public async Task A_corrected_text_is_said_at_once_and_what_came_along_comes_back()
    {
        var administrator = await platform.As("administrator");
        const string Page = "/nl/desk/translation/memory/import";
        var director = await platform.As("director");
        var shipped = (await director.Get(Page)).Html.QuerySelector("#file-help")!.TextContent;
        Assert.DoesNotContain("Vlaanderen", shipped, StringComparison.Ordinal);

        var look = await Look(administrator, await Out(administrator, ("memory.file.help", "In Vlaanderen: {0}.")));
        Assert.Equal("1", look.Figures()[0]);
        Assert.Contains("1 texte", (await administrator.Follow(await administrator.Submit(look, null))).Main, StringComparison.Ordinal);
        Assert.StartsWith("In Vlaanderen: fr, nl.", (await director.Get(Page)).Html.QuerySelector("#file-help")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("In Vlaanderen", (await administrator.Get(At)).Main, StringComparison.Ordinal);
        Assert.Equal(1, await platform.Db(db => db.Events.CountAsync(e => e.Name == "texts.overridden")));

        var original = Passerelle.Translation.Files.FileTexts.Source.Shipped("nl")["memory.file.help"];
        await administrator.Submit(await Look(administrator, await Out(administrator, ("memory.file.help", original))), null);
        Assert.Equal(shipped, (await director.Get(Page)).Html.QuerySelector("#file-help")!.TextContent);
        Assert.Equal(0, await platform.Db(db => db.Set<TextOverride>().CountAsync()));
    }

    [Theory]
    [InlineData("In Vlaanderen.")]
    [InlineData("In Vlaanderen: {0} en {1}.")]
    [InlineData("In Vlaanderen: {0} {.")]
    public async Task A_text_that_loses_a_placeholder_or_gains_one_is_refused(string words)
    {
        var director = await platform.As("director");
        var look = await Look(director, await Out(director, ("memory.file.help", words)));
        Assert.Equal(["0", "1"], [look.Figures()[0], look.Figures()[2]]);
        Assert.Contains("memory.file.help", look.Main, StringComparison.Ordinal);
        Assert.Null(look.Html.QuerySelector("main form"));
    }

    [Fact]
    public async Task A_file_of_another_edition_or_of_something_else_is_refused()
    {
        var director = await platform.As("director");
        var good = Encoding.UTF8.GetString(await Out(director));
        foreach (var (wrong, said) in new[]
        {
            (good.Replace("interface/", "interface/x", StringComparison.Ordinal), "n’est pas un texte"), (good.Replace("original=\"interface/", "original=\"Group/", StringComparison.Ordinal), "n’est pas un texte"),
            (good.Replace("revision=\"", "revision=\"0", StringComparison.Ordinal), "autre révision"), (good[..^50], "avant la fin"),
        })
        {
            var refused = await director.SendFile(At, Encoding.UTF8.GetBytes(wrong), "textes.xlf");
            Assert.Equal(422, (int)refused.Status);
            Assert.Contains(said, refused.Error(), StringComparison.Ordinal);
        }

        Assert.Equal(403, (int)(await (await platform.As("translator")).SendFile(At, Encoding.UTF8.GetBytes(good), "textes.xlf")).Status);
    }

    /// <summary>The texts of one folder from French into Dutch, some of them otherwise.</summary>
    private static async Task<byte[]> Out(Guest guest, params (string Key, string Words)[] changes)
    {
        var package = XliffPackage.Read(new MemoryStream((await guest.Get(At + ".zip?from=fr&into=nl")).Bytes));
        var document = package.Documents.Single(d => d.Name.StartsWith(Folder + "-", StringComparison.Ordinal)).Document;
        document = new([.. document.Files.Select(f => f with { Units = [.. f.Units.Select(u => changes.FirstOrDefault(c => c.Key == u.Id) is { Words: { } words } ? u with { Segments = [u.Segments[0] with { Target = words }] } : u)] })]);
        using var file = new MemoryStream();
        XliffWriter.Write(file, document, XliffVersion.V12);
        return file.ToArray();
    }

    private static async Task<Answer> Look(Guest guest, byte[] content)
    {
        var answer = await guest.SendFile(At, content, "textes.xlf");
        Assert.True(answer.Location is not null, answer.Main);
        return await guest.Follow(answer);
    }
}
