using System.Text.RegularExpressions;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Platform;

/// <summary>The page of components shows all that are shared, in each language of the interface.</summary>
public sealed class DesignTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    /// <summary>The documents themselves, and what stands in their heads: each page of the design is one of them.</summary>
    private static readonly string[] Documents = ["AccountLinks", "BrandLink", "Crumbs", "DemoRibbon", "FoldButton", "Footer", "FrameHead", "LanguageSwitch", "Logo"];

    [Fact]
    public void Each_shared_component_stands_on_it()
    {
        var folder = Path.Combine(Sources.Product, "Platform", "Web");
        var shown = string.Concat(Directory.EnumerateFiles(Path.Combine(folder, "Design"), "*.razor").Select(File.ReadAllText));
        var components = Directory.EnumerateFiles(Path.Combine(folder, "Components"), "*.razor").Select(f => Path.GetFileNameWithoutExtension(f)!).Where(c => c != "_Imports").ToList();
        Assert.True(components.Count > 30, $"{components.Count} components");
        Assert.DoesNotContain(components.Except(Documents), c => !Regex.IsMatch(shown, $@"<{c}\b"));
    }

    [Theory]
    [InlineData("fr", "ce que l’on peut faire d’une page", "Ce champ est à remplir.")]
    [InlineData("nl", "wat men met een pagina kan doen", "Vul dit veld in.")]
    [InlineData("en", "what can be done with a page", "Fill in this field.")]
    public async Task The_parts_of_fields_and_heads_stand_in_each_of_their_states(string language, string actions, string wrong)
    {
        var page = (await platform.Visitor().Get($"/{language}/design")).Html;
        Assert.Equal(4, page.QuerySelectorAll(".design-faces .face").Length);
        Assert.Equal(2, page.QuerySelectorAll(".design-faces .face.missing").Length);
        Assert.Contains(actions, page.QuerySelector(".design-actions")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll($".design-actions a.btn[href^='/{language}/']"));
        Assert.Contains(wrong, page.QuerySelector("#frame-wrong-error")!.TextContent, StringComparison.Ordinal);
        foreach (var part in new[] { "#frame-rest-help", "#frame-theirs-theirs", "#alone-error", "#alone-words-theirs", "#alone-empty-theirs", ".design-frames .opt", ".design-frames fieldset.has-error", "#design-axis:not([aria-required])" })
        {
            Assert.True(page.QuerySelectorAll(part).Length == 1, part);
        }
    }

    [Theory]
    [InlineData("fr", "Écrire le motif", "Clore le groupe")]
    [InlineData("nl", "De reden opschrijven", "De groep afsluiten")]
    [InlineData("en", "Write the reason", "Close the group")]
    public async Task A_form_of_the_workspace_stands_at_rest_and_refused(string language, string rest, string danger)
    {
        var plain = (await platform.Visitor().Get($"/{language}/design/form")).Html;
        Assert.Equal(rest, plain.QuerySelector("main h1")!.TextContent);
        Assert.Empty(plain.QuerySelectorAll("#reason-error, .btn.danger"));
        var refused = (await platform.Visitor().Get($"/{language}/design/form?kind=danger")).Html;
        Assert.Equal(danger, refused.QuerySelector("main h1")!.TextContent);
        Assert.NotNull(refused.QuerySelector("#reason-error"));
        Assert.NotNull(refused.QuerySelector("main form .btn.danger"));
        Assert.NotNull(refused.QuerySelector("main a[href='#reason']"));
    }
}
