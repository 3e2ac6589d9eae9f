using Passerelle.ActionGroups.Contract;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

/// <summary>The public list of groups, narrowed by what a reader chooses or types.</summary>
public sealed class GroupListTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task By_axis_it_lists_the_groups_whose_own_theme_lies_in_it()
    {
        var pack = (await Slugs("/fr/groups")).Where(s => !s.StartsWith("g-", StringComparison.Ordinal)); // those of a scene have the theme of another year
        var durable = await Slugs("/fr/groups?axis=durable");
        Assert.Contains("qualite-de-l-air", durable);
        Assert.DoesNotContain("emploi-sans-frontiere", durable);
        Assert.Equal(pack.Order(), (await Slugs("/fr/groups?axis=solidaire")).Concat(durable).Concat(await Slugs("/fr/groups?axis=innovant")).Order());
        Assert.Empty(await Slugs("/fr/groups?axis=other"));
    }

    [Fact]
    public async Task By_theme_it_lists_those_of_its_sub_themes_too()
    {
        var group = await platform.Group("qualite-de-l-air");
        Assert.Contains("qualite-de-l-air", await Slugs("/nl/groups?theme=" + group.Theme));
        Assert.DoesNotContain("television-voisine", await Slugs("/nl/groups?theme=" + group.Theme));
    }

    [Fact]
    public async Task By_side_it_lists_those_that_touch_a_commune_there()
    {
        var scene = new MembersScene(platform);
        var walloon = await scene.Group((g, act) => g.Touch(["57081"], act));
        var both = await scene.Group((g, act) => g.Touch(["57081", "59009"], act));
        var none = await scene.Group();
        await platform.Deliver();
        Assert.Equal((true, true, false), Of(await Slugs("/fr/groups?side=walloon")));
        Assert.Equal((false, true, false), Of(await Slugs("/nl/groups?side=french")));
        Assert.Equal((false, false, false), Of(await Slugs("/fr/groups?side=flemish")));
        Assert.Contains("parc-bleu", await Slugs("/fr/groups?side=flemish"));

        (bool, bool, bool) Of(List<string> slugs) => (slugs.Contains(walloon), slugs.Contains(both), slugs.Contains(none));
    }

    [Theory]
    [InlineData("imagine", Phase.Imagine)]
    [InlineData("Completed", Phase.Completed)]
    [InlineData("develop", Phase.Develop)]
    public async Task By_life_it_lists_those_in_that_phase_and_not_paused(string life, Phase phase)
    {
        var shown = await Slugs("/fr/groups?life=" + life);
        Assert.NotEmpty(shown);
        foreach (var slug in shown)
        {
            var group = await platform.Group(slug);
            Assert.Equal((phase, false), (group.Phase, group.IsPaused));
        }
    }

    [Fact]
    public async Task The_paused_ones_are_a_choice_of_their_own()
    {
        var paused = await Slugs("/nl/groups?life=paused");
        Assert.NotEmpty(paused);
        foreach (var slug in paused)
        {
            Assert.True((await platform.Group(slug)).IsPaused);
        }
    }

    [Theory]
    [InlineData("écoles")]
    [InlineData("ECOLES")]
    [InlineData("scholen")]
    [InlineData("écoles lucht")] // every word, each in any language
    public async Task A_word_is_found_in_either_language_accents_and_case_ignored(string words)
    {
        Assert.Contains("qualite-de-l-air", await Slugs("/fr/groups?q=" + Uri.EscapeDataString(words)));
        Assert.Contains("qualite-de-l-air", await Slugs("/nl/groups?q=" + Uri.EscapeDataString(words)));
        Assert.DoesNotContain("television-voisine", await Slugs("/fr/groups?q=" + Uri.EscapeDataString(words)));
    }

    [Fact]
    public async Task Choices_add_up_and_where_nothing_is_left_one_is_told_to_remove_some()
    {
        Assert.Equal(["qualite-de-l-air"], (await Slugs("/fr/groups?axis=durable&side=french&q=scholen")).Where(s => s == "qualite-de-l-air"));
        var nothing = await platform.Visitor().Get("/fr/groups?axis=durable&life=completed&q=scholen");
        Assert.Contains("retirez un filtre", nothing.Main, StringComparison.Ordinal);
        Assert.NotNull(nothing.Html.QuerySelector(".empty a[href='/fr/groups']"));
    }

    private async Task<List<string>> Slugs(string path)
    {
        List<string> slugs = [];
        for (var page = await platform.Visitor().Get(path); ; page = await platform.Visitor().Get(page.Html.QuerySelector("a[rel=next]")!.GetAttribute("href")!))
        {
            slugs.AddRange(page.Html.QuerySelectorAll("main .cards.plain-list > li h2 a, main .cards.plain-list > li h3 a").Select(a => a.GetAttribute("href")!.Split('/')[^1]));
            if (page.Html.QuerySelector("a[rel=next]") is null)
            {
                return slugs;
            }
        }
    }
}

public sealed class EmptyGroupListTests(EmptyPlatform platform) : IClassFixture<EmptyPlatform>
{
    [Theory]
    [InlineData("fr", "Aucun groupe pour le moment", "retirez un filtre")]
    [InlineData("nl", "Nog geen groepen", "filter")]
    public async Task Where_no_group_is_yet_the_list_says_so_and_leads_to_the_programme(string language, string says, string not)
    {
        var page = await platform.Visitor().Get($"/{language}/groups");
        Assert.Contains(says, page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain(not, page.Html.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Html.QuerySelector($".empty a[href='/{language}/programme']"));
    }
}
