using System.Net;
using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

/// <summary>A proposed group waits for the Director, who is told of it, and is created, refused or taken back.</summary>
public sealed class ProposalTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Coordinator = "mathilde.brasseau@demo.passerelle.example", DutchCoordinator = "wouter.lannoyaert@demo.passerelle.example", Director = "helene.warlopin@demo.passerelle.example";

    [Fact]
    public async Task The_director_is_told_of_a_proposal_and_has_a_task_until_it_is_created()
    {
        var director = await platform.As("director");
        var slug = await Propose("coordinator", "Quais partagés");
        await platform.Deliver();
        Assert.NotNull(await Task(director, slug));
        Assert.Single(await platform.MailsTo(Director), m => m.Subject.Contains("Quais partagés", StringComparison.Ordinal) && m.Html.Contains($"/desk/groups/{slug}", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Post($"/fr/desk/groups/{slug}/create")).Status);
        await platform.Deliver();
        Assert.Null(await Task(director, slug));
        Assert.Equal($"/fr/desk/groups/{slug}", (await director.Get($"/fr/desk/groups/{slug}/refuse")).Location);
        Assert.Equal($"/fr/desk/groups/{slug}", (await director.Post($"/fr/desk/groups/{slug}/refuse", ("reason.fr", "Trop tard."))).Location);
        Assert.True((await platform.Group(slug)).IsPublic);
        await Free(slug);
    }

    [Fact]
    public async Task The_director_refuses_a_proposal_with_a_reason_that_its_proposer_reads_in_their_language_and_its_action_is_free_again()
    {
        var (director, coordinator) = (await platform.As("director"), await platform.As("coordinator2"));
        var slug = await Propose("coordinator2", "Sentiers du Mont");
        await platform.Deliver();
        Assert.DoesNotContain("I6.1", (await coordinator.Get("/nl/desk/groups/new")).Html.QuerySelectorAll("[name=actions]").Select(e => e.GetAttribute("value")));
        Assert.Equal(HttpStatusCode.Forbidden, (await coordinator.Post($"/fr/desk/groups/{slug}/refuse", ("reason.fr", "Non."))).Status);
        var page = await director.Get($"/fr/desk/groups/{slug}/refuse");
        Assert.NotNull((await director.Submit(page, "main form.form", ("reason.fr", " "))).Html.QuerySelector("#errors"));
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await director.Submit(page, "main form.form", ("reason.source", "fr"), ("reason.fr", "Une commune y travaille déjà."), ("reason.nl", "Een gemeente werkt er al aan."))).Status);
        }

        await platform.Deliver();
        Assert.Null(await Task(director, slug));
        var mail = Assert.Single(await platform.MailsTo(DutchCoordinator), m => m.Html.Contains($"/desk/groups/{slug}", StringComparison.Ordinal));
        Assert.Equal("nl", mail.Language);
        Assert.Contains("Een gemeente werkt er al aan.", mail.Html, StringComparison.Ordinal);
        Assert.Contains("I6.1", (await coordinator.Get("/nl/desk/groups/new")).Html.QuerySelectorAll("[name=actions]").Select(e => e.GetAttribute("value")));
        Assert.Contains("Een gemeente werkt er al aan.", (await coordinator.Get($"/nl/desk/groups/{slug}")).Main, StringComparison.Ordinal);
        Assert.Contains("Een gemeente werkt er al aan.", (await coordinator.Get($"/nl/groups/{slug}/history")).Main, StringComparison.Ordinal);

        // It is over: neither created, nor taken up again, and the public never saw it.
        await director.Post($"/fr/desk/groups/{slug}/create");
        await director.Post($"/fr/desk/groups/{slug}/life/reopen", ("on", "2021-01-27"), ("version", (await platform.Group(slug)).Version.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.True((await platform.Group(slug)).IsDropped);
        Assert.Equal(HttpStatusCode.NotFound, (await platform.Visitor().Get($"/fr/groups/{slug}")).Status);
    }

    [Fact]
    public async Task Whoever_proposed_a_group_takes_it_back_and_nobody_else_does()
    {
        var (director, coordinator) = (await platform.As("director"), await platform.As("coordinator"));
        var slug = await Propose("coordinator", "Jardins d’eau");
        await platform.Deliver();
        Assert.Equal(HttpStatusCode.Forbidden, (await (await platform.As("coordinator2")).Post($"/fr/desk/groups/{slug}/withdraw")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await director.Get($"/fr/desk/groups/{slug}/withdraw")).Status);
        var page = await coordinator.Get($"/fr/desk/groups/{slug}/withdraw");
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Submit(page, "main form.form")).Status);
        }

        await platform.Deliver();
        Assert.Null(await Task(director, slug));
        Assert.Empty((await platform.Group(slug)).PresentActions);
        Assert.DoesNotContain(await platform.MailsTo(Coordinator), m => m.Html.Contains($"/desk/groups/{slug}", StringComparison.Ordinal));
        Assert.Contains("Proposition retirée", (await director.Get($"/fr/desk/groups/{slug}")).Main, StringComparison.Ordinal);
    }

    private async Task<string> Propose(string who, string name)
    {
        (string, string?)[] Text(string field) => [($"{field}.source", "fr"), ($"{field}.fr", name), ($"{field}.nl", name + " (nl)")];
        var answer = await (await platform.As(who)).Fill("/fr/desk/groups/new?theme=D3", [.. new[] { "name", "summary", "purpose", "need", "needsource" }.SelectMany(Text), ("actions", "I6.1")]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        return answer.Location!.Split('/')[^1];
    }

    private static async Task<AngleSharp.Dom.IElement?> Task(Guest director, string slug) =>
        (await director.Get("/fr/desk/tasks")).Html.QuerySelector($".todo li:has(form) a[href$='/desk/groups/{slug}']");

    /// <summary>So that the next test finds the action free.</summary>
    private Task<int> Free(string slug) => platform.Db(async db =>
    {
        var group = await db.Set<Group>().SingleAsync(g => g.Slug == slug);
        return await db.Set<CarriedAction>().Where(a => a.GroupId == group.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Until, new DateOnly(2021, 1, 27)));
    });
}
