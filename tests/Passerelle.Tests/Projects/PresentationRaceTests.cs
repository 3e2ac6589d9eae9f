using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Projects;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Projects;

/// <summary>Acts on links and presentations whose rule looks at something else, which somebody changes at that very moment.</summary>
public sealed class LinkRaceTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private readonly LinkScene _links = new(platform);
    private readonly ProjectScene _projects = new(platform);

    [Fact]
    public async Task A_link_is_not_accepted_while_what_it_joins_is_abandoned_at_that_moment()
    {
        var slug = await _projects.Begin("Abandonné à l’instant");
        var id = await _links.Propose(await _links.Project(slug), LinkKind.DependsOn, await _links.Group(LinkScene.Theirs));
        var other = await platform.As("coordinator2");
        var page = await other.Get($"/fr/desk/links/{id}");
        var late = await platform.Meanwhile(async db => await Abandon(db, slug), () => other.Submit(page, null, ("decision", "Accept")));
        Assert.Equal(422, (int)late.Status);
        Assert.Contains("est terminé", late.ErrorAt("decision"), StringComparison.Ordinal);
        Assert.NotEqual(LinkState.Accepted, (await _links.Load(id)).State); // it falls as soon as the end is told
    }

    [Fact]
    public async Task A_link_is_not_proposed_to_what_is_abandoned_at_that_moment()
    {
        var slug = await _projects.Begin("Fini pendant la saisie", LinkScene.AlsoOurs);
        var coordinator = await platform.As("coordinator");
        var page = await coordinator.Get("/fr/desk/links/new");
        (string, string?)[] fields = [.. LinkScene.Fields(await _links.Group("parc-bleu"), LinkKind.Feeds, await _links.Project(slug))];
        var late = await platform.Meanwhile(async db => await Abandon(db, slug), () => coordinator.Submit(page, "main form[method=post]", fields));
        Assert.Equal(422, (int)late.Status);
        Assert.Contains("est terminé", late.ErrorAt("to"), StringComparison.Ordinal);
    }

    private async Task Abandon(PlatformDb db, string slug) =>
        (await db.Set<Project>().SingleAsync(p => p.Slug == slug)).Abandon(ProjectScene.Words("Fin."), Act.BySystem(platform.Clock.Now));
}

/// <summary>Each with a pair of its own to lose.</summary>
public abstract class PresentationRace(TestPlatform platform)
{
    private protected PresentationScene Scene { get; } = new(platform);

    protected TestPlatform Platform => platform;

    /// <summary>Sends a form while one of the pair leaves.</summary>
    protected async Task<Answer> WhileLeaving(string key, string who, string path, params (string, string?)[] fields)
    {
        var (guest, leaves) = (await platform.As(who), await Scene.Id(key));
        var page = await guest.Get(path);
        return await platform.Meanwhile(db => platform.Leave(db, leaves), () => guest.Submit(page, "main form[method=post]", fields));
    }
}

public sealed class PresentationReadyRaceTests(TestPlatform platform) : PresentationRace(platform), IClassFixture<TestPlatform>
{
    [Fact]
    public async Task It_is_not_declared_ready_while_one_who_gives_it_leaves_the_pair()
    {
        var id = await Scene.Plan();
        await Scene.Upload(id, "fr");
        await Scene.Upload(id, "nl");
        var late = await WhileLeaving("colead-elected", "coordinator", $"/fr/desk/presentations/{id}/ready");
        Assert.Equal(422, (int)late.Status);
        Assert.Contains("une délégation pour qui n’est pas, ou plus, du binôme", late.Main, StringComparison.Ordinal);
        Assert.Equal(PresentationState.Planned, (await Scene.Load(id)).State);
    }
}

public sealed class PresentationChangeRaceTests(TestPlatform platform) : PresentationRace(platform), IClassFixture<TestPlatform>
{
    [Fact]
    public async Task Nobody_is_named_to_present_while_they_leave_the_pair()
    {
        var id = await Scene.Plan(presenters: []);
        var late = await WhileLeaving("colead-elected", "coordinator", $"/fr/desk/presentations/{id}/change", ("presenters", (await Scene.Id("colead-elected")).ToString()));
        Assert.Equal(422, (int)late.Status);
        Assert.Contains("n’est pas du binôme", late.ErrorAt("presenters"), StringComparison.Ordinal);
        Assert.Empty((await Scene.Load(id)).Presenters);
    }
}

public sealed class PresentationDelegateRaceTests(TestPlatform platform) : PresentationRace(platform), IClassFixture<TestPlatform>
{
    [Fact]
    public async Task Nothing_is_delegated_by_somebody_who_leaves_the_pair_at_that_moment()
    {
        var id = await Scene.Plan(presenters: []);
        var late = await WhileLeaving(
            "colead-civil", "colead-civil", $"/fr/desk/presentations/{id}/delegate", ("person", (await Scene.Id("member-technician")).ToString()), ("on", "2021-01-26"));
        Assert.Equal(422, (int)late.Status);
        Assert.Contains("Seuls le binôme et la direction délèguent.", late.ErrorAt("by"), StringComparison.Ordinal);
        Assert.Empty((await Scene.Load(id)).Presenters);
    }
}

public sealed class PresentationPlanRaceTests(TestPlatform platform) : PresentationRace(platform), IClassFixture<TestPlatform>
{
    [Fact]
    public async Task Nothing_is_planned_for_a_project_that_is_abandoned_at_that_moment()
    {
        var slug = await new ProjectScene(Platform).Begin("Trop tard pour le montrer");
        var coordinator = await Platform.As("coordinator");
        var page = await coordinator.Get($"/fr/desk/presentations/new?project={slug}");
        var late = await Platform.Meanwhile(
            async db => (await db.Set<Project>().SingleAsync(p => p.Slug == slug)).Abandon(ProjectScene.Words("Fin."), Act.BySystem(Platform.Clock.Now)),
            () => coordinator.Submit(page, null, ("body", "bureau"), ("day", "2021-04-20"), ("hour", "10:00")));
        Assert.Equal(422, (int)late.Status);
        Assert.Contains("Choisissez un projet de ce groupe.", late.ErrorAt("project"), StringComparison.Ordinal);
        Assert.Equal("2021-04-20", late.Html.QuerySelector("[name=day]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task It_is_not_planned_with_somebody_who_leaves_the_pair_at_that_moment()
    {
        var person = (await Scene.Id("colead-elected")).ToString();
        var late = await WhileLeaving("colead-elected", "coordinator", "/fr/desk/presentations/new?group=parc-bleu", ("body", "bureau"), ("presenters", person));
        Assert.Equal(422, (int)late.Status);
        Assert.Contains("n’est pas du binôme", late.ErrorAt("presenters"), StringComparison.Ordinal);
    }
}
