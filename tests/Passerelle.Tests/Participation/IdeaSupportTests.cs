using Microsoft.EntityFrameworkCore;
using Passerelle.Participation;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Participation;

public sealed class IdeaSupportTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task Anybody_with_an_account_supports_an_idea_once_and_takes_it_back()
    {
        var slug = await (await platform.As("citizen")).Propose("Un abri pour les vélos");
        var reader = await platform.As("member-citizen");
        var page = await reader.Get($"/fr/ideas/{slug}");
        Assert.Equal($"/fr/ideas/{slug}", (await reader.Submit(page, "form[action$='/support']")).Location);
        Assert.Equal($"/fr/ideas/{slug}", (await reader.Post($"/fr/ideas/{slug}/support")).Location);
        Assert.Equal(1, await platform.Supports(slug));
        await platform.Deliver();
        Assert.Contains("1 soutien", (await platform.Visitor().Get($"/fr/ideas/{slug}")).Main, StringComparison.Ordinal);

        var own = await reader.Get($"/nl/ideas/{slug}");
        Assert.Null(own.Html.QuerySelector("form[action$='/support']"));
        await reader.Submit(own, "form[action$='/support/take-back']");
        await reader.Post($"/fr/ideas/{slug}/support/take-back");
        Assert.Equal(0, await platform.Supports(slug));
        await platform.Deliver();
        Assert.Contains("0 soutien", (await platform.Visitor().Get($"/fr/ideas/{slug}")).Main, StringComparison.Ordinal);
        Assert.Equal(["support.given", "support.taken-back"], await platform.Db(async db =>
        {
            var idea = (await platform.Idea(slug)).Id.ToString();
            return await db.Events.Where(e => e.Name.StartsWith("support.") && e.Data.Contains(idea)).OrderBy(e => e.Number).Select(e => e.Name).ToListAsync();
        }));
    }

    [Fact]
    public async Task Pressed_several_times_at_once_it_counts_once_and_two_people_at_once_count_two()
    {
        var slug = await (await platform.As("citizen")).Propose("Un passage à niveau");
        var (one, two) = (await platform.As("member-citizen"), await platform.As("juror"));
        var answers = await Task.WhenAll(new[] { one, one, one, two, two }.Select(g => g.Post($"/fr/ideas/{slug}/support")));
        Assert.All(answers, a => Assert.Equal(303, (int)a.Status));
        Assert.Equal(2, await platform.Supports(slug));
        await Task.WhenAll(new[] { one, one, one }.Select(g => g.Post($"/fr/ideas/{slug}/support/take-back")));
        Assert.Equal(1, await platform.Supports(slug));
    }

    [Fact]
    public async Task A_visitor_is_asked_to_sign_in_and_what_is_over_or_not_there_takes_no_support()
    {
        var visitor = platform.Visitor();
        Assert.NotNull((await visitor.Get("/fr/ideas/cafe-des-langues")).Html.QuerySelector("main a[href^='/fr/sign-in?return=']"));
        Assert.StartsWith("/fr/sign-in", (await visitor.Post("/fr/ideas/cafe-des-langues/support")).Location, StringComparison.Ordinal);
        Assert.StartsWith("/fr/sign-in", (await visitor.Post("/fr/ideas/cafe-des-langues/support/take-back")).Location, StringComparison.Ordinal);
        var citizen = await platform.As("citizen");
        var refused = await citizen.Post("/fr/ideas/un-tram-lille-courtrai/support");
        Assert.Equal(422, (int)refused.Status);
        Assert.Contains("On ne peut plus soutenir cette proposition.", refused.Main, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await citizen.Post("/fr/ideas/nulle-part/support")).Status);
        Assert.Equal(404, (int)(await citizen.Post("/fr/ideas/nacht-van-de-sterren/support")).Status);
    }
}
