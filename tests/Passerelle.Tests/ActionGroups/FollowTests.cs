using System.Net;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups;
using Passerelle.ActionGroups.Contract;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

/// <summary>Whoever a merger brought may say no for fourteen days from the one on which it was recorded.</summary>
public sealed class FollowTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private readonly MembersScene _scene = new(platform);

    [Fact]
    public async Task On_the_fourteenth_day_one_may_still_decline_and_on_the_fifteenth_no_more()
    {
        var told = platform.Clock.Today;
        var (one, two) = (await _scene.Somebody(), await _scene.Somebody());
        var (slug, into) = (await _scene.Group((group, act) =>
        {
            group.Welcome(one.Id, College.Citizen, null, hasMandate: false, new(2021, 1, 5), act);
            group.Welcome(two.Id, College.Citizen, null, hasMandate: false, new(2021, 1, 5), act);
        }), await _scene.Group());

        // It took effect three weeks before it was recorded: nobody could have declined by then.
        var merged = await (await platform.As("director")).Fill($"/fr/desk/groups/{slug}/merge?into={into}", ("on", "2021-01-06"), ("reason.source", "fr"), ("reason.fr", "Un seul public."), ("reason.desk", "true"));
        Assert.True(merged.Status == HttpStatusCode.SeeOther, merged.Main);
        Assert.Equal(new DateOnly(2021, 1, 6), (await _scene.Load(into)).MemberOf(one.Id)!.From);
        Assert.Contains("10 février 2021", (await one.Guest.Get($"/fr/groups/{into}/follow")).Main, StringComparison.Ordinal);

        await platform.MoveTo(platform.Clock.At(told.AddDays(14), new TimeOnly(23, 30)));
        Assert.NotNull((await one.Guest.Get($"/fr/groups/{into}/follow")).Html.QuerySelector("main form"));
        Assert.Equal(HttpStatusCode.SeeOther, (await one.Guest.Post($"/fr/groups/{into}/follow", ("stay", "no"))).Status);
        Assert.Null((await _scene.Load(into)).MemberOf(one.Id));

        await platform.MoveTo(platform.Clock.At(told.AddDays(15), new TimeOnly(0, 0)));
        var page = await two.Guest.Get($"/fr/groups/{into}/follow");
        Assert.Null(page.Html.QuerySelector("main form"));
        Assert.Contains("quatorze jours est passé", page.Main, StringComparison.Ordinal);
        var late = await two.Guest.Post($"/fr/groups/{into}/follow", ("stay", "no"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.NotNull((await _scene.Load(into)).MemberOf(two.Id));
    }

    [Fact]
    public async Task A_merger_that_exceeds_the_maxima_says_so_before_and_after_and_sends_nobody_away()
    {
        var director = await platform.As("director");
        var today = new DateOnly(2021, 1, 5);
        var into = await _scene.Group((group, act) =>
        {
            group.Limit([new(College.Citizen, null, 1), new(College.Technician, null, 4)], act);
            group.Welcome(PackPeople.IdOf("annelies-roelbrechts"), College.Citizen, null, hasMandate: false, today, act);
        });
        var other = await _scene.Somebody();
        var slug = await _scene.Group((group, act) =>
        {
            group.Limit([new(College.Citizen, null, 9)], act);
            group.Welcome(PackPeople.IdOf("annelies-roelbrechts"), College.Citizen, null, hasMandate: false, today, act);
            group.Welcome(other.Id, College.Citizen, null, hasMandate: false, today, act);
        });

        var plan = await director.Get($"/fr/desk/groups/{slug}/merge?into={into}");
        Assert.Contains("Citoyens : 2 membres pour un maximum de 1", plan.Html.QuerySelector("main .banner.attention")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain("Techniciens", plan.Html.QuerySelector("main .banner.attention")!.TextContent, StringComparison.Ordinal);
        var done = await director.Submit(plan, null, ("reason.source", "fr"), ("reason.fr", "Un seul public."), ("reason.desk", "true"));
        var desk = await director.Follow(done);
        Assert.Contains("dépasse ses limites", desk.Html.QuerySelector(".banner.attention")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Trop de membres : Citoyens", (await director.Get($"/fr/desk/groups/{into}")).Main.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("2 leden voor een maximum van 1", (await director.Get($"/nl/desk/groups/{into}/members")).Main, StringComparison.Ordinal);
        var group = await _scene.Load(into);
        Assert.Equal(2, group.Present.Count());
        Assert.Equal(1, group.LimitOf(College.Citizen)!.Max);

        // Nobody else is admitted meanwhile; a higher maximum ends it.
        var (_, request) = await _scene.Asker(into);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await director.Post($"/fr/desk/groups/{into}/requests/{request.Id}", ("decision", "admit"))).Status);
        await director.Fill($"/fr/desk/groups/{into}/limits", ("Citizen.max", "3"));
        Assert.DoesNotContain("Trop de membres", (await director.Get($"/fr/desk/groups/{into}")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Post($"/fr/desk/groups/{into}/requests/{request.Id}", ("decision", "admit"))).Status);
    }
}
