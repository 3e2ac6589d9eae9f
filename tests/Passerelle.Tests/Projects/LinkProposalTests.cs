using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Pack;
using Passerelle.Projects;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Projects;

/// <summary>Who proposes which links, and what is refused.</summary>
public sealed class LinkProposalTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private readonly LinkScene _links = new(platform);
    private readonly ProjectScene _projects = new(platform);
    private readonly StageScene _stages = new(platform);

    [Fact]
    public async Task A_link_to_another_coordinators_group_waits_and_one_between_two_own_groups_holds_at_once()
    {
        var waits = await _links.Propose(await _links.Group("parc-bleu"), LinkKind.SharesPlace, await _links.Group(LinkScene.Theirs));
        Assert.Equal(LinkState.Proposed, (await _links.Load(waits)).State);
        var holds = await _links.Load(await _links.Propose(await _links.Group("parc-bleu"), LinkKind.Feeds, await _links.Group(LinkScene.AlsoOurs)));
        Assert.Equal((LinkState.Accepted, false), (holds.State, holds.OnBehalf));
    }

    [Fact]
    public async Task What_the_director_proposes_between_groups_holds_at_once_and_to_a_partner_it_waits()
    {
        Assert.Equal(LinkState.Accepted, (await _links.Load(await _links.Propose(await _links.Group("gardiens-de-l-eau"), LinkKind.Feeds, await _links.Group("alternance"), "director"))).State);
        Assert.Equal(LinkState.Proposed, (await _links.Load(await _links.Propose(await _links.Group("gardiens-de-l-eau"), LinkKind.SharesActor, "partner:IDETA", "director"))).State);
    }

    [Fact]
    public async Task A_link_does_not_begin_in_a_group_of_somebody_else_nor_at_a_partner_nor_at_nothing()
    {
        var (ours, theirs) = (await _links.Group("parc-bleu"), await _links.Group(LinkScene.Theirs));
        var foreign = await _links.Send(theirs, LinkKind.DependsOn, ours);
        Assert.Equal(422, (int)foreign.Status);
        Assert.Contains("Choisissez un groupe que vous coordonnez", foreign.ErrorAt("from"), StringComparison.Ordinal);
        Assert.Equal("Les deux se tiennent.", foreign.Html.QuerySelector("[name='why.fr']")!.TextContent.Trim());
        var project = await _links.Send(await _links.Project("carrefours-velo-transport"), LinkKind.DependsOn, ours, language: "nl");
        Assert.Contains("Kies een groep die u coördineert", project.ErrorAt("from"), StringComparison.Ordinal);
        foreach (var wrong in new[] { "partner:MEL", "", "group:" + Guid.Empty, "stage:x", "other:" + Guid.Empty })
        {
            var answer = await _links.Send(wrong, LinkKind.DependsOn, theirs);
            Assert.Equal(422, (int)answer.Status);
            Assert.Contains("Choisissez dans la liste.", answer.ErrorAt("from"), StringComparison.Ordinal);
        }

        Assert.Contains("Choisissez dans la liste.", (await _links.Send(ours, LinkKind.DependsOn, "partner:NOBODY")).ErrorAt("to"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("citizen")]
    [InlineData("colead-elected")]
    [InlineData("partner")]
    [InlineData("administrator")]
    public async Task Who_coordinates_no_group_proposes_no_link(string who)
    {
        var guest = await platform.As(who);
        Assert.Equal(403, (int)(await guest.Get("/fr/desk/links/new")).Status);
        Assert.Equal(403, (int)(await guest.Post("/fr/desk/links/new", [.. LinkScene.Fields(await _links.Group("parc-bleu"), LinkKind.Feeds, await _links.Group("alternance"))])).Status);
    }

    [Fact]
    public async Task Nothing_is_linked_to_itself_nor_to_what_it_is_a_part_of()
    {
        var slug = await _projects.Begin("Partie");
        var stage = LinkScene.Stage(await _stages.Plan(slug, "Relever", "2021-02-01", "2021-02-10"));
        var other = LinkScene.Stage(await _stages.Plan(slug, "Poser", "2021-02-11", "2021-02-20"));
        var (group, project) = (await _links.Group("parc-bleu"), await _links.Project(slug));
        Assert.Contains("Un lien relie deux choses différentes.", (await _links.Send(group, LinkKind.DependsOn, group)).ErrorAt("to"), StringComparison.Ordinal);
        foreach (var (from, to) in new[] { (stage, project), (project, stage), (project, group), (group, project), (stage, group), (group, stage) })
        {
            var answer = await _links.Send(from, LinkKind.Feeds, to);
            Assert.Equal(422, (int)answer.Status);
            Assert.Contains("fait déjà partie de", answer.ErrorAt("to"), StringComparison.Ordinal);
        }

        Assert.Contains("Deze twee fasen horen bij hetzelfde project", (await _links.Send(stage, LinkKind.DependsOn, other, language: "nl")).ErrorAt("to"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_link_is_not_made_twice_and_a_mutual_one_not_the_other_way_round_either()
    {
        var (ours, also) = (await _links.Project(await _projects.Begin("Une fois")), await _links.Group(LinkScene.AlsoOurs));
        await _links.Propose(ours, LinkKind.DependsOn, also);
        Assert.Contains("Ce lien existe déjà", (await _links.Send(ours, LinkKind.DependsOn, also)).ErrorAt("to"), StringComparison.Ordinal);
        await _links.Propose(also, LinkKind.DependsOn, ours); // says something else
        await _links.Propose(ours, LinkKind.SharesCall, also);
        Assert.Contains("Dit dwarsverband bestaat al", (await _links.Send(also, LinkKind.SharesCall, ours, language: "nl")).ErrorAt("to"), StringComparison.Ordinal);
        var waiting = await _links.Propose(ours, LinkKind.ConflictsWith, await _links.Group(LinkScene.Theirs));
        Assert.Equal(422, (int)(await _links.Send(await _links.Group(LinkScene.Theirs), LinkKind.ConflictsWith, ours, "coordinator2")).Status);
        await _links.Decide(waiting, "coordinator2", "Decline", "Non.");
        await _links.Propose(ours, LinkKind.ConflictsWith, await _links.Group(LinkScene.Theirs)); // what was declined can be proposed again
    }

    [Fact]
    public async Task Sent_twice_at_once_it_is_one_link_and_two_forms_at_once_make_one_too()
    {
        var coordinator = await platform.As("coordinator");
        var (from, to) = (await _links.Project(await _projects.Begin("Deux clics")), await _links.Group(LinkScene.AlsoOurs));
        var page = await coordinator.Get("/fr/desk/links/new");
        var other = await coordinator.Get("/fr/desk/links/new");
        (string, string?)[] fields = [.. LinkScene.Fields(from, LinkKind.Feeds, to)];
        var answers = await Task.WhenAll(coordinator.Submit(page, Form, fields), coordinator.Submit(page, Form, fields), coordinator.Submit(other, Form, fields));
        Assert.All(answers, a => Assert.Contains((int)a.Status, new[] { 303, 422 }));
        var project = LinkEnd.Read(from)!.Id;
        Assert.Equal(1, await platform.Db(db => db.Set<Link>().CountAsync(l => l.FromProject == project)));
    }

    [Fact]
    public async Task What_is_over_is_not_linked()
    {
        var slug = await _projects.Begin("Fini");
        var project = await _links.Project(slug);
        Assert.Equal(303, (int)(await (await platform.As("coordinator")).Fill($"/fr/desk/projects/{slug}/abandon", ("reason.source", "fr"), ("reason.fr", "Fin."), ("reason.nl", "Einde."))).Status);
        Assert.Contains("est terminé", (await _links.Send(project, LinkKind.Feeds, await _links.Group(LinkScene.AlsoOurs))).ErrorAt("from"), StringComparison.Ordinal);
        Assert.Contains("est terminé", (await _links.Send(await _links.Group("parc-bleu"), LinkKind.Feeds, await _links.Group("bus-sans-couture"))).ErrorAt("to"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stages_do_not_wait_for_each_other_in_a_circle_across_projects_and_the_circle_is_shown()
    {
        var (a, b) = (await _projects.Begin("Cercle A"), await _projects.Begin("Cercle B", LinkScene.AlsoOurs));
        var first = await _stages.Plan(a, "Mesurer", "2021-02-01", "2021-02-10");
        var second = await _stages.Plan(a, "Dessiner", "2021-02-11", "2021-02-20", after: first);
        var far = await _stages.Plan(b, "Former", "2021-02-11", "2021-02-20");
        await _links.Propose(LinkScene.Stage(first), LinkKind.DependsOn, LinkScene.Stage(far));
        var answer = await _links.Send(LinkScene.Stage(far), LinkKind.DependsOn, LinkScene.Stage(second));
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains("Former → Mesurer → Dessiner → Former", answer.ErrorAt("to"), StringComparison.Ordinal);
        await _links.Propose(LinkScene.Stage(far), LinkKind.SharesPlace, LinkScene.Stage(second)); // only waiting makes circles
    }

    [Fact]
    public async Task A_plan_does_not_close_a_circle_through_the_links_of_another_project()
    {
        var (a, b) = (await _projects.Begin("Plan A"), await _projects.Begin("Plan B", LinkScene.AlsoOurs));
        var (first, second) = (await _stages.Plan(a, "Mesurer", "2021-02-01", "2021-02-10"), await _stages.Plan(a, "Dessiner", "2021-02-11", "2021-02-20"));
        var far = await _stages.Plan(b, "Former", "2021-02-11", "2021-02-20");
        await _links.Propose(LinkScene.Stage(first), LinkKind.DependsOn, LinkScene.Stage(far));
        await _links.Propose(LinkScene.Stage(far), LinkKind.DependsOn, LinkScene.Stage(second));
        var path = $"/fr/desk/projects/{a}/stages/{second}";
        var answer = await (await platform.As("coordinator")).Fill(path, ("before", first.ToString()));
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains("Dessiner → Former → Mesurer → Dessiner", answer.ErrorAt("before"), StringComparison.Ordinal);
        Assert.Equal(303, (int)(await (await platform.As("coordinator")).Fill($"/fr/desk/projects/{a}/stages/{first}", ("before", second.ToString()))).Status);
    }

    [Fact]
    public async Task Stages_are_offered_for_the_project_that_is_asked_for()
    {
        var project = PackIds.Of("project", "jalonnement-lys");
        var page = await (await platform.As("coordinator")).Get($"/fr/desk/links/new?of={project}");
        var stage = LinkScene.Stage(PackIds.Of("stage", "jalonnement-lys/pose"));
        Assert.NotNull(page.Html.QuerySelector($"select[name=from] option[value='{stage}']"));
        Assert.NotNull(page.Html.QuerySelector($"select[name=to] option[value='{stage}']"));
        Assert.Null((await (await platform.As("coordinator")).Get("/fr/desk/links/new")).Html.QuerySelector($"option[value='{stage}']"));
    }

    [Fact]
    public async Task Suggestions_say_why_and_fill_in_the_form()
    {
        var from = await _links.Group("parc-bleu");
        var coordinator = await platform.As("coordinator");
        var page = await coordinator.Get($"/fr/desk/links/new?from={from}");
        var suggestions = page.Html.QuerySelectorAll("section[aria-labelledby=suggested] li").ToList();
        Assert.InRange(suggestions.Count, 1, 6);
        Assert.All(suggestions, s => Assert.Matches("communes? en commun|Communes en commun|Thème en commun|participe", s.TextContent));
        Assert.DoesNotContain(suggestions, s => s.QuerySelector("a")!.GetAttribute("href")!.Contains($"to={from}", StringComparison.Ordinal));
        var filled = await coordinator.Get(suggestions[0].QuerySelector("a")!.GetAttribute("href")!);
        Assert.NotNull(filled.Html.QuerySelector("select[name=to] option[selected]:not([value=''])"));
    }

    private const string Form = "main form[method=post]";
}
