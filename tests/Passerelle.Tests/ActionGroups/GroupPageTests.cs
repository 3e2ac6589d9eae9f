using AngleSharp.Dom;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

/// <summary>What a group's page and the list of groups put first, for those who read them on a phone.</summary>
public sealed class GroupPageTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task The_next_date_and_the_way_in_come_before_the_news()
    {
        var page = (await platform.Visitor().Get("/fr/groups/parc-bleu")).Html.QuerySelector("main")!;
        string[] parts = ["#purpose", "time.tile", "a[href$='/parc-bleu/join']", "#news"];
        var all = page.QuerySelectorAll("*").ToList();
        var places = parts.Select(p => all.FindIndex(e => e.Matches(p))).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task A_group_in_which_nothing_waits_has_no_label_for_it()
    {
        var page = await (await platform.As("director")).Get("/nl/desk/groups");
        var cells = page.Html.QuerySelectorAll("td[data-label='Wat wacht']").ToLookup(c => c.ClassList.Contains("none"));
        Assert.NotEmpty(cells[true]);
        Assert.NotEmpty(cells[false]);
        Assert.All(cells[true], c => Assert.Equal("", c.TextContent.Trim()));
        Assert.All(cells[false], c => Assert.NotEqual("", c.TextContent.Trim()));
    }

    [Theory]
    [InlineData("fr", "1 citoyen", "1 élu")]
    [InlineData("nl", "1 burger", "1 verkozene")]
    public async Task A_college_of_one_is_named_in_the_singular(string language, params string[] shown)
    {
        var key = (await platform.Visitor().Get($"/{language}/groups/atelier-signaletique")).Html.QuerySelectorAll("main ul.key li").Select(l => l.TextContent.Trim()).ToList();
        Assert.All(shown, words => Assert.Contains(words, key));
    }
}
