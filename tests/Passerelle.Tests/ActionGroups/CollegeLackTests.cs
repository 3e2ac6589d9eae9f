using Microsoft.Extensions.DependencyInjection;
using Passerelle.Programme.Contract;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

/// <summary>A group with all four colleges may still have fewer members of one than it wants.</summary>
public sealed class CollegeLackTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Slug = "economie-circulaire";

    [Theory]
    [InlineData("fr", "un collège a trop peu de membres")]
    [InlineData("nl", "een geleding heeft te weinig leden")]
    [InlineData("en", "a college has too few members")]
    public async Task A_college_below_its_own_minimum_shows_wherever_the_group_is_shown(string language, string words)
    {
        var director = await platform.As("director");
        await Wanted(director, null);
        var group = await platform.Group(Slug);
        Assert.Empty(group.MissingColleges);
        var programme = await platform.Scope(s => s.GetRequiredService<Programmes>().Current());
        var theme = programme.Theme(group.Theme!)!;
        string[] places =
        [
            "/groups", $"/groups?theme={theme.Code}", $"/programme/themes/{theme.Slug}", $"/programme/actions/{group.PresentActions.First()}",
            $"/territory/communes/{group.Communes[0]}", "/desk/groups",
        ];
        foreach (var place in places)
        {
            Assert.DoesNotContain(words, await Shown(director, $"/{language}{place}"), StringComparison.OrdinalIgnoreCase);
        }

        await Wanted(director, "40");
        foreach (var place in places)
        {
            Assert.Contains(words, await Shown(director, $"/{language}{place}"), StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains(words, (await director.Get($"/{language}/desk/groups/{Slug}")).Main, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("fr", "un collège a trop peu de membres")]
    [InlineData("nl", "een geleding heeft te weinig leden")]
    [InlineData("en", "a college has too few members")]
    public async Task It_shows_on_the_day_of_whoever_coordinates_the_group(string language, string words)
    {
        const string own = "espace-citoyen";
        var (director, coordinator) = (await platform.As("director"), await platform.As("coordinator"));
        await Wanted(director, null, own);
        Assert.DoesNotContain(words, await Shown(coordinator, $"/{language}/desk", own), StringComparison.OrdinalIgnoreCase);
        await Wanted(director, "40", own);
        Assert.Contains(words, await Shown(coordinator, $"/{language}/desk", own), StringComparison.OrdinalIgnoreCase);
    }

    private static async Task Wanted(Guest director, string? fewest, string slug = Slug) =>
        Assert.Equal(303, (int)(await director.Fill($"/fr/desk/groups/{slug}/limits", ("Technician.min", fewest ?? ""))).Status);

    /// <summary>What a page says beside the group's name.</summary>
    private static async Task<string> Shown(Guest guest, string path, string slug = Slug)
    {
        var page = await guest.Get(path);
        var shown = string.Concat(page.Html.QuerySelectorAll("main li, main article, main tr, main p, main dd").Where(e => e.QuerySelector($"a[href$='/groups/{slug}']") is not null).Select(e => e.TextContent));
        Assert.True(shown.Length > 0, $"{path} does not show the group");
        return shown;
    }
}
