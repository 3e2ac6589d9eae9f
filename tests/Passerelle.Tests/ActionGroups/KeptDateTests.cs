using Microsoft.AspNetCore.Http;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

/// <summary>A page is kept until the first of the dates that it shows, and of no other.</summary>
public sealed class KeptDateTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task A_page_that_names_many_groups_is_not_kept_beyond_the_date_of_the_last_of_them()
    {
        const string address = "/fr/territory/communes/57081";
        var scene = new MembersScene(platform);
        for (var i = 0; i < 12; i++)
        {
            await scene.Group((g, act) => g.Touch(["57081"], act));
        }

        var moment = platform.Clock.At(new(2021, 1, 29), new(10, 0));
        var place = LocalizedText.Of("fr", ("fr", "Salle des derniers"), ("nl", "Laatste zaal"));
        await scene.Group((g, act) =>
        {
            g.Touch(["57081"], act);
            g.Announce(moment, place, place, act);
        }, GroupKind.Other);
        platform.Clock.Set(moment.AddMinutes(-1));
        await platform.Deliver();
        var guest = platform.Visitor();
        var queries = 1;
        for (var i = 0; i < 10 && queries > 0; i++)
        {
            (var page, queries) = await guest.Count(address);
            Assert.Contains("Salle des derniers", string.Concat(page.Html.QuerySelectorAll("section:has(#commune-groups) li:nth-child(n+13)").Select(l => l.TextContent)), StringComparison.Ordinal);
        }

        Assert.Equal(0, queries);
        platform.Clock.Set(moment);
        Assert.DoesNotContain("Salle des derniers", (await guest.Get(address)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_moments_the_earliest_that_is_not_over_counts()
    {
        var http = new DefaultHttpContext();
        var now = platform.Clock.Now;
        http.ShowUntil([now.AddDays(-1), now, null], now);
        Assert.Null(http.UntilOf());
        http.ShowUntil([now.AddDays(3), null, now.AddDays(-1), now.AddDays(2)], now);
        http.ShowUntil([now.AddDays(4)], now);
        http.ShowUntil([], now);
        Assert.Equal(now.AddDays(2), http.UntilOf());
    }
}
