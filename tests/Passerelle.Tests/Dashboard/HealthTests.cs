using System.Net;
using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Dashboard;
using Passerelle.Tests.ActionGroups;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Dashboard;

/// <summary>How a group fares: who says it, what is refused, and that nothing said is ever lost.</summary>
public sealed class HealthTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Page = "/fr/desk/groups/parc-bleu/health";

    [Fact]
    public async Task Its_coordinator_says_it_anew_and_what_was_said_before_stays()
    {
        var coordinator = await platform.As("coordinator");
        var answer = await coordinator.Fill(Page, [("level", "Blocked"), .. Words("Deux communes ont dit non.", "Twee gemeenten zeiden neen.")]);
        Assert.Equal("/fr/desk/dashboard", answer.Location);
        Assert.Contains("Twee gemeenten zeiden neen.", GeneralTests.Row(await coordinator.Get("/nl/desk/dashboard"), "parc-bleu"), StringComparison.Ordinal);
        var page = await coordinator.Get(Page);
        Assert.Contains("Deux communes ont dit non.", page.Main, StringComparison.Ordinal);
        Assert.Contains("Les bornes attendent l’accord", page.Main, StringComparison.Ordinal);
        Assert.Contains("les deux haltes vélo sont ouvertes", page.Main, StringComparison.Ordinal);
        Assert.NotNull((await coordinator.Get("/fr/desk/groups/parc-bleu")).Html.QuerySelector($"main a[href='{Page}']"));
        var other = await (await platform.As("coordinator2")).Get("/fr/desk/groups/parc-bleu");
        Assert.Contains("bloqué", other.Main, StringComparison.Ordinal);
        Assert.Null(other.Html.QuerySelector($"main a[href='{Page}']"));
    }

    [Theory]
    [InlineData("coordinator2", 403)]
    [InlineData("colead-elected", 403)]
    [InlineData("body-member", 403)]
    [InlineData("citizen", 403)]
    [InlineData("director", 200)]
    public async Task Nobody_else_but_the_Director_says_it(string who, int status)
    {
        var guest = await platform.As(who);
        Assert.Equal(status, (int)(await guest.Get(Page)).Status);
        if (status == 403)
        {
            var before = await Count();
            Assert.Equal(403, (int)(await guest.Post(Page, [("once", Guid.CreateVersion7().ToString()), ("level", "OnTrack"), .. Words("Tout va bien.", "Alles goed.")])).Status);
            Assert.Equal(before, await Count());
        }
    }

    [Theory]
    [InlineData("jalons-cyclables")]
    [InlineData("bus-sans-couture")]
    [InlineData("proximite-lys")]
    [InlineData("nothing")]
    public async Task Only_an_action_group_at_work_has_a_health(string slug) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await platform.As("director")).Get($"/fr/desk/groups/{slug}/health")).Status);

    [Theory]
    [InlineData(null, "Mots", "Woorden", "level")]
    [InlineData("Splendid", "Mots", "Woorden", "level")]
    [InlineData("OnTrack", "", "", "words.fr")]
    [InlineData("OnTrack", "   ", "Woorden", "words.fr")]
    [InlineData("OnTrack", "Mots", "", "words.nl")]
    public async Task Without_a_level_or_without_words_in_both_languages_it_is_refused_and_nothing_is_lost(string? level, string fr, string nl, string field)
    {
        var before = await Count();
        var answer = await (await platform.As("coordinator")).Fill(Page, [("level", level), .. Words(fr, nl)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.ErrorAt(field));
        Assert.Equal(nl, answer.Html.QuerySelector("[name='words.nl']")!.TextContent.Trim('\n'));
        Assert.Equal(before, await Count());
    }

    [Fact]
    public async Task Two_lines_are_two_lines_and_a_second_sending_says_nothing_twice()
    {
        var coordinator = await platform.As("coordinator");
        Assert.NotNull((await coordinator.Fill(Page, [("level", "AtRisk"), .. Words(new string('a', 201), "Woorden")])).ErrorAt("words.fr"));
        var before = await Count();
        var form = await coordinator.Get(Page);
        Assert.Equal(303, (int)(await coordinator.Submit(form, "main form", [("level", "AtRisk"), .. Words("<script>alert(1)</script> 🚲", "Woorden")])).Status);
        Assert.Equal(303, (int)(await coordinator.Submit(form, "main form", [("level", "AtRisk"), .. Words("<script>alert(1)</script> 🚲", "Woorden")])).Status);
        Assert.Equal(before + 1, await Count());
        Assert.Null((await coordinator.Get("/fr/desk/dashboard")).Html.QuerySelector("main script"));
    }

    [Fact]
    public async Task A_group_that_ended_while_the_form_was_open_takes_no_more_words()
    {
        var slug = await new MembersScene(platform).Group();
        await platform.Deliver();
        var director = await platform.As("director");
        var form = await director.Get($"/fr/desk/groups/{slug}/health");
        await platform.Db(db => db.Set<Passerelle.ActionGroups.Group>().Where(g => g.Slug == slug).ExecuteUpdateAsync(set => set.SetProperty(g => g.Phase, Phase.Abandoned)));
        var answer = await director.Submit(form, "main form", [("level", "OnTrack"), .. Words("Tout va bien.", "Alles goed.")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("plus au travail", answer.Main, StringComparison.Ordinal);
        Assert.Contains("Tout va bien.", answer.Main, StringComparison.Ordinal);
        Assert.Equal(0, await platform.Db(db => db.Set<HealthNote>().CountAsync(n => db.Set<Passerelle.ActionGroups.Group>().Any(g => g.Slug == slug && g.Id == n.GroupId))));
    }

    private static (string, string?)[] Words(string fr, string nl) => [("words.source", "fr"), ("words.fr", fr), ("words.nl", nl)];

    private Task<int> Count() => platform.Db(db => db.Set<HealthNote>().CountAsync());
}
