using System.Net;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Dashboard;

/// <summary>What «Today» shows of the groups of the person who looks.</summary>
public sealed class TodayGroupsTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task A_coordinator_sees_the_groups_in_their_charge_and_when_they_meet_next()
    {
        var page = await (await platform.As("coordinator")).Get("/fr/desk");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var own = page.Html.QuerySelectorAll("main tbody th a").Select(a => a.GetAttribute("href")).ToList();
        Assert.Contains("/fr/desk/groups/parc-bleu", own);
        Assert.DoesNotContain("/fr/desk/groups/mobilites-durables", own);
        Assert.Contains("Prochaines dates", page.Main, StringComparison.Ordinal);
        Assert.Contains("/fr/groups/parc-bleu", page.Html.QuerySelectorAll("main .date a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task A_co_lead_and_a_member_find_the_area_of_their_group()
    {
        var lead = await (await platform.As("colead-elected")).Get("/fr/desk");
        Assert.Contains("/fr/groups/parc-bleu/area", lead.Html.QuerySelectorAll("main tbody th a").Select(a => a.GetAttribute("href")));
        Assert.Contains("animation du groupe", lead.Main, StringComparison.Ordinal);
        var member = await (await platform.As("member-citizen")).Get("/nl/desk");
        Assert.Contains("/nl/groups/parc-bleu/area", member.Html.QuerySelectorAll("main tbody th a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task The_director_sees_the_next_dates_of_every_group_and_a_citizen_without_a_group_sees_none()
    {
        var director = await (await platform.As("director")).Get("/nl/desk");
        Assert.Equal(4, director.Html.QuerySelectorAll("main .date").Length);
        var citizen = await (await platform.As("citizen")).Get("/nl/desk");
        Assert.Empty(citizen.Html.QuerySelectorAll("main .date, main table"));
        Assert.NotNull(citizen.Html.QuerySelector("main .empty"));
    }
}
