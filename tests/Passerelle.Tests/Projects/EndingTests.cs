using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Projects;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Projects;

/// <summary>What becomes of links and of presentations to come when what they hang on ends.</summary>
public sealed class EndingTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private static readonly (string, string?)[] Why = [("reason.source", "fr"), ("reason.fr", "Plus d’argent."), ("reason.nl", "Geen geld meer.")];
    private readonly LinkScene _links = new(platform);
    private readonly PresentationScene _presentations = new(platform);
    private readonly ProjectScene _projects = new(platform);
    private readonly StageScene _stages = new(platform);

    [Fact]
    public async Task The_links_of_an_abandoned_project_and_of_its_stages_fall_with_the_reason_and_are_asked_of_nobody_any_more()
    {
        var slug = await _projects.Begin("Abandonné avec ses liens");
        var (project, stage, theirs) = (await _links.Project(slug), LinkScene.Stage(await _stages.Plan(slug, "Relever", "2021-02-01", "2021-02-10")), await _links.Group(LinkScene.Theirs));
        var waits = await _links.Propose(project, LinkKind.DependsOn, theirs);
        var accepted = await _links.Accepted(stage, LinkKind.Feeds, theirs, "coordinator2");
        Assert.NotEmpty(await _links.Asked(waits));
        await Abandon(slug);
        Assert.Empty(await _links.Asked(waits));
        Assert.Equal((LinkState.Withdrawn, null), await State(waits));
        Assert.Equal((LinkState.Ended, null), await State(accepted));
        var page = await (await platform.As("coordinator2")).Get($"/nl/desk/links/{accepted}");
        Assert.Contains("«Relever (nl)» is afgelopen.", page.Main, StringComparison.Ordinal);
        Assert.Contains("Een dwarsverband vervalt", page.Main, StringComparison.Ordinal);
        var mails = await platform.MailsTo("wouter.lannoyaert@demo.passerelle.example");
        Assert.Contains(mails, m => m.Subject == "Een dwarsverband is beëindigd" && m.Html.Contains(accepted.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_completed_project_was_linked_to_stays_as_history_and_what_waits_for_an_answer_falls()
    {
        var slug = await _projects.Proven("Achevé avec ses liens");
        var (project, theirs) = (await _links.Project(slug), await _links.Group(LinkScene.Theirs));
        var (accepted, waits) = (await _links.Accepted(project, LinkKind.Feeds, theirs, "coordinator2"), await _links.Propose(project, LinkKind.SharesPlace, theirs));
        await _projects.Sign(slug, "colead-elected", "colead-civil");
        Assert.Equal(303, (int)(await _projects.Complete(slug)).Status);
        await platform.Deliver();
        Assert.Equal(LinkState.Accepted, (await _links.Load(accepted)).State);
        Assert.Equal((LinkState.Withdrawn, null), await State(waits));
        Assert.Contains("Mobilités durables", (await platform.Visitor().Get($"/fr/projects/{slug}")).Html.QuerySelector("main section[aria-labelledby=links]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Dropped", LinkState.Ended)]
    [InlineData("Done", LinkState.Accepted)]
    public async Task A_stage_that_is_given_up_takes_its_links_along_and_one_that_is_done_keeps_them(string end, LinkState left)
    {
        var slug = await _projects.Begin($"Étape {end}");
        var id = await _stages.Plan(slug, "Relever", "2021-01-01", "2021-01-10");
        var link = await _links.Accepted(LinkScene.Stage(id), LinkKind.Feeds, await _links.Group(LinkScene.Theirs), "coordinator2");
        Assert.Equal(303, (int)(await (await platform.As("coordinator")).Fill($"/fr/desk/projects/{slug}/stages/{id}/close", ("end", end), ("reason.fr", "Inutile."), ("reason.desk", "true"))).Status);
        await platform.Deliver();
        Assert.Equal(left, (await _links.Load(link)).State);
    }

    [Fact]
    public async Task A_presentation_of_an_abandoned_project_is_cancelled_and_those_who_were_to_give_it_read_why()
    {
        var slug = await _projects.Begin("Plus rien à montrer");
        var id = await _presentations.Plan(subject: $"project={slug}");
        await Abandon(slug);
        var presentation = await _presentations.Load(id);
        Assert.Equal(PresentationState.Cancelled, presentation.State);
        foreach (var (who, words) in new[] { ("colead-civil", "Le projet est abandonné."), ("colead-elected", "Het project is stopgezet.") })
        {
            var mail = Assert.Single(await platform.MailsTo(await _presentations.Email(who)), m => m.Html.Contains($"/desk/presentations/{id}", StringComparison.Ordinal));
            Assert.Contains(words, mail.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_a_group_that_ends_was_to_present_is_cancelled_and_its_links_fall()
    {
        const string Group = "espace-citoyen";
        var id = await _presentations.Plan("director", subject: $"group={Group}", presenters: []);
        var link = await _links.Put(LinkKind.Feeds, await _links.Group(Group), await _links.Group(LinkScene.Theirs));
        Assert.Equal(303, (int)(await (await platform.As("director")).Fill($"/fr/desk/groups/{Group}/close", [("end", "Abandoned"), .. Why])).Status);
        await platform.Deliver();
        var presentation = await _presentations.Load(id);
        Assert.Equal((PresentationState.Cancelled, "De groep is afgelopen."), (presentation.State, presentation.Reason.Read("nl").Value));
        Assert.Equal((LinkState.Ended, null), await State(link));
    }

    [Fact]
    public async Task A_project_that_is_completed_can_still_be_presented()
    {
        var slug = await _projects.Completed("À montrer");
        var id = await _presentations.Plan(subject: $"project={slug}");
        await platform.Deliver();
        Assert.Equal(PresentationState.Planned, (await _presentations.Load(id)).State);
    }

    private async Task Abandon(string slug)
    {
        Assert.Equal(303, (int)(await (await platform.As("coordinator")).Fill($"/fr/desk/projects/{slug}/abandon", Why)).Status);
        await platform.Deliver();
        await platform.Deliver(); // what follows from what followed
    }

    private async Task<(LinkState, string?)> State(Guid id) => await _links.Load(id) is var link ? (link.State, link.OpenKey) : default;
}
