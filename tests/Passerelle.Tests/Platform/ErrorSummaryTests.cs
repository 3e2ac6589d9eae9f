using AngleSharp.Dom;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Platform;

/// <summary>The list of what is to be corrected, read without the form.</summary>
public sealed class ErrorSummaryTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task Each_line_names_its_field_and_a_tick_that_is_missing_says_it_all_itself()
    {
        var answer = await platform.Visitor().Post("/fr/register", ("given", ""));
        Assert.Equal(422, (int)answer.Status);
        var lines = answer.Html.QuerySelectorAll("#errors a").Select(a => a.TextContent.Trim()).ToList();
        Assert.Contains("Prénom – Ce champ est à remplir.", lines);
        Assert.Contains("Adresse de courriel – Ce champ est à remplir.", lines);
        Assert.Contains("Pour prendre part, il faut accepter la charte.", lines);
    }

    [Fact]
    public async Task A_text_in_two_languages_is_named_by_its_label()
    {
        var coordinator = await platform.As("coordinator");
        var page = await coordinator.Get("/fr/desk/projects/new");
        var answer = await coordinator.Submit(page, null);
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains(answer.Html.QuerySelectorAll("#errors a"), a => a.TextContent.StartsWith("Groupe – ", StringComparison.Ordinal));
        Assert.Contains(answer.Html.QuerySelectorAll("#errors a[href='#name-fr']"), a => a.TextContent.StartsWith("Nom – ", StringComparison.Ordinal));
    }
}
