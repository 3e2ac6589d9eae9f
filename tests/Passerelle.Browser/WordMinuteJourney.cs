using System.IO.Compression;
using System.Xml.Linq;
using Microsoft.Playwright;
using Passerelle.Browser.Harness;
using Xunit;

namespace Passerelle.Browser;

/// <summary>A Word document of three pages is brought to the desk, translated there by keys alone, and opens in LibreOffice as it was.</summary>
public sealed class WordMinuteJourney(Site site)
{
    private static readonly XNamespace Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Fact]
    public async Task A_minute_of_three_pages_comes_back_in_Dutch_with_its_tables_and_its_bold()
    {
        var folder = Directory.CreateTempSubdirectory("passerelle-minute-").FullName;
        try
        {
            var minute = await WordMinute.Make(folder);
            Assert.Equal(3, (await WordMinute.Pages(minute)).Length);

            await using var translator = await site.As("translator");
            var page = await translator.NewPageAsync();
            await Bring(page, minute);
            await Translate(page);
            var back = Path.Combine(folder, "verslag.docx");
            var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a.btn[href$='/translated']"));
            Assert.Equal("compte-rendu-nl.docx", download.SuggestedFilename);
            await download.SaveAsAsync(back);

            Assert.Equal((2, 6), Tables(back));
            Assert.Equal(Tables(minute), Tables(back));
            Assert.Equal(WordMinute.Bold, Bold(back));
            var pages = await WordMinute.Pages(back);
            Assert.Equal(3, pages.Length);
            var text = string.Join(' ', pages.SelectMany(p => p.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
            Assert.All(WordMinute.InDutch, words => Assert.Contains(words, text, StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Bring(IPage page, string minute)
    {
        await page.GotoAsync("/fr/desk/translation/files");
        await page.SetInputFilesAsync("input[type=file]", minute);
        await page.SelectOptionAsync("select[name=from]", "fr");
        await page.SelectOptionAsync("select[name=into]", "nl");
        await page.Axe();
        await page.ClickAsync("main form .submit button[type=submit]");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("compte-rendu.docx");
        await page.Axe();
        await page.Locator("main a.btn[href*='/DeskFile/']").First.ClickAsync();
    }

    private static async Task Translate(IPage page)
    {
        var number = await page.Locator("li.segment").CountAsync();
        for (var segment = 1; segment <= number; segment++)
        {
            var source = await page.Locator("[data-key=copy]").GetAttributeAsync("data-insert");
            await page.FillAsync("#target", WordMinute.Dutch(source!));
            await page.Keyboard.PressAsync("Control+Enter");
            await page.WaitForURLAsync(url => url.EndsWith(segment < number ? $"#s{segment + 1}" : "#handin", StringComparison.Ordinal));
        }

        await page.ClickAsync("form[action$='/forward'] button");
        await Assertions.Expect(page.Locator("main .banner.done")).ToBeVisibleAsync();
        await page.GotoAsync("/fr/desk/translation/files");
        await page.ClickAsync("main table a >> text=compte-rendu.docx");
    }

    private static (int Tables, int Rows) Tables(string file) => Document(file) is var document ? (document.Descendants(Word + "tbl").Count(), document.Descendants(Word + "tr").Count()) : default;

    private static IEnumerable<string> Bold(string file) =>
        Document(file).Descendants(Word + "r").Where(r => r.Ancestors(Word + "p").Elements(Word + "pPr").Elements(Word + "pStyle").All(s => !((string)s.Attribute(Word + "val")!).StartsWith("Heading", StringComparison.Ordinal)))
            .Where(r => r.Element(Word + "rPr")?.Element(Word + "b") is { } bold && (string?)bold.Attribute(Word + "val") is null or "1" or "true").Select(r => r.Value);

    private static XDocument Document(string file)
    {
        using var zip = ZipFile.OpenRead(file);
        using var part = zip.GetEntry("word/document.xml")!.Open();
        return XDocument.Load(part);
    }
}
